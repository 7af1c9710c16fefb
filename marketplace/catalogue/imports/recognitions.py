"""What a row says of OCOP decisions: once in a plain list, up to twice in an office's register."""

from collections.abc import Mapping, Sequence
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


def endings_of(given: Mapping[str, Any]) -> tuple[str, ...]:
    """The endings of the fields by which a row tells of decisions, the first one first."""
    first, second = _is_told(given, FIRST), _is_told(given, SECOND)
    if first:
        return (FIRST, SECOND) if second else (FIRST,)
    if not second:
        return (PLAIN,) if _is_told(given, PLAIN) or "stars" in given else ()
    # One that was raised later ("Nâng hạng") after a plain one; a star alone is what it has now.
    return (PLAIN, SECOND) if _is_told(given, PLAIN) else (SECOND,)


def recognitions_of(given: Mapping[str, Any], endings: Sequence[str]) -> tuple[Recognition, ...]:
    """The decisions that a row tells of, in order of time, those with stars alone. The list's end is the last one's.

    Where a register leaves the last one's stars blank, they are those that the product has now.
    """
    if not endings:
        return ()
    told = [_told(given, ending) for ending in endings]
    if told[-1].stars is None:
        told[-1] = replace(told[-1], stars=given.get("stars"))
    if len(told) == 2 and _is_reversed(told[0], told[1]):
        told.reverse()
    end, _year = given.get("expires") or (None, None)
    if end:
        told[-1] = replace(told[-1], expires=end)
    return tuple(each for each in told if each.stars is not None)


def _is_told(given: Mapping[str, Any], ending: str) -> bool:
    """Whether a decision is told of; in a numbered column the stars alone do."""
    return any(f"{field}{ending}" in given for field in (_FIELDS if ending else _FIELDS[:3]))


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
