"""What a row says of OCOP decisions: once in a plain list, up to twice in an office's register."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

PLAIN, FIRST, SECOND = "", "_1", "_2"  # endings of the fields that tell of one decision
_FIELDS = ("decision", "issued", "year", "stars")


@dataclass(frozen=True)
class Recognition:
    """One decision as a list tells it. ``year`` is what a year column says, or a date that is a year alone."""

    stars: int | None = None
    decision: str | None = None
    issued: date | None = None
    year: int | None = None
    expires: date | None = None
    issuer: str | None = None

    @property
    def when(self) -> date | None:
        """The day of issue; of a year alone its last day."""
        return self.issued or (date(self.year, 12, 31) if self.year else None)


def recognitions_of(given: Mapping[str, Any]) -> tuple[Recognition, ...]:
    """The decisions that a row tells of, in order of time, those with stars alone. The list's end is the last one's.

    Where a register leaves the last one's stars blank, they are those that the product has now.
    """
    told = [_told(given, ending) for ending in endings_of(given)]
    if told and told[-1].stars is None and is_register(given):
        told[-1] = replace(told[-1], stars=given.get("stars"))
    if len(told) == 2 and _is_reversed(told[0], told[1]):
        told.reverse()
    end, _year = given.get("expires") or (None, None)
    if told and end:
        told[-1] = replace(told[-1], expires=end)
    return tuple(each for each in told if each.stars is not None)


def endings_of(given: Mapping[str, Any]) -> list[str]:
    """The endings of the fields that tell of a decision, the first one first."""
    numbered = [ending for ending in (FIRST, SECOND) if _is_told(given, ending)]
    if FIRST in numbered:
        return numbered
    # One that was raised later ("Nâng hạng") after a plain one; a star alone is what it has now.
    plain = any(given.get(field) for field in ("decision", "issued", "year")) if numbered else _is_told(given, PLAIN)
    return [PLAIN, *numbered] if plain else numbered


def is_register(given: Mapping[str, Any]) -> bool:
    """Whether a row has recognitions of their own beside the stars of now."""
    return PLAIN not in endings_of(given)


def _is_told(given: Mapping[str, Any], ending: str) -> bool:
    return any(given.get(f"{field}{ending}") for field in _FIELDS)


def _told(given: Mapping[str, Any], ending: str) -> Recognition:
    issued, year = given.get(f"issued{ending}") or (None, None)
    return Recognition(
        stars=given.get(f"stars{ending}"),
        decision=given.get(f"decision{ending}"),
        issued=issued,
        year=given.get(f"year{ending}") or year,
        issuer=given.get(f"issuer{ending}"),
    )


def _is_reversed(first: Recognition, second: Recognition) -> bool:
    return first.issued is not None and second.issued is not None and second.issued < first.issued
