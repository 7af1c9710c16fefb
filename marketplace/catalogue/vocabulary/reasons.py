"""Why rows of a list are refused or should be looked at, put together: the same reason of many rows is one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

Outcome = Literal["created", "changed", "unchanged", "refused"]
OUTCOMES: tuple[Outcome, ...] = ("created", "changed", "unchanged", "refused")
VARIES = "…"  # stands for what differs from row to row
Said = Mapping[str, Any]  # {"column": …, "message": gettext id, "params": {…}}


@dataclass(frozen=True)
class Reason:
    """One reason with the keys of the rows that have it. ``params`` fill its message, with ``…`` where rows differ.

    ``key`` stays the same from one look at the list to the next, so that an address may carry it.
    """

    key: str
    column: str
    message: str
    params: dict[str, object]
    row_ids: tuple[int, ...]


def reasons_of(rows: Iterable[tuple[int, Sequence[Said]]]) -> list[Reason]:
    """The reasons of (row, what is said of it), those of most rows first. A row counts once for a reason."""
    found: dict[tuple[str, str], dict[int, Said]] = {}
    for row_id, said in rows:
        for each in said:
            found.setdefault((each["column"], each["message"]), {}).setdefault(row_id, each["params"])
    reasons = [
        Reason(_key(column, message), column, message, _shared(list(params.values())), tuple(params))
        for (column, message), params in found.items()
    ]
    return sorted(reasons, key=lambda reason: (-len(reason.row_ids), reason.column, reason.message))


def _key(column: str, message: str) -> str:
    return sha256(f"{column}\0{message}".encode()).hexdigest()[:10]


def _shared(params: Sequence[Said]) -> dict[str, object]:
    first = params[0]
    return {name: value if all(p.get(name) == value for p in params) else VARIES for name, value in first.items()}
