"""What a row says of OCOP decisions: once in a plain list, up to twice in an office's register."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Recognition:
    """One decision as a list tells it. ``year`` is what a year column says, or a date that is a year alone."""

    stars: int | None = None
    decision: str | None = None
    issued: date | None = None
    year: int | None = None
    expires: date | None = None
    issuer: str | None = None


def recognitions_of(given: Mapping[str, Any]) -> tuple[Recognition, ...]:
    """The decisions that a row tells of, in order of time; only those with stars. The list's end is the last one's."""
    told = [found for found in (_numbered(given, "_1"), _numbered(given, "_2")) if found.stars is not None]
    if not told:
        told = [plain for plain in (_numbered(given, ""),) if plain.stars is not None]
    expires = given.get("expires")
    if told and expires:
        last = told.pop()
        told.append(Recognition(last.stars, last.decision, last.issued, last.year, expires[0], last.issuer))
    return tuple(told)


def _numbered(given: Mapping[str, Any], ending: str) -> Recognition:
    issued, year = given.get(f"issued{ending}") or (None, None)
    return Recognition(
        stars=given.get(f"stars{ending}"),
        decision=given.get(f"decision{ending}"),
        issued=issued,
        year=given.get(f"year{ending}") or year,
        issuer=given.get(f"issuer{ending}"),
    )
