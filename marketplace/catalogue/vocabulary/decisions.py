"""Decisions that recognise products: one paper names many, and lists write its number in many ways."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from marketplace.core.text import fold

_BEFORE = re.compile(r"^[^\d]+")
_JOINED = re.compile(r"(?<=\d)(?=[a-z])")
_DAY = re.compile(r" ngay \d.*$")
_YEAR = re.compile(r"(?:^| )nam (\d{4})$")


@dataclass(frozen=True)
class Decision:
    """Which paper it is: numbers begin anew every year and in every office, so the number alone doesn't say.

    ``when`` is its day, or the year where no more was written; empty where neither was.
    """

    number: str
    when: str
    issuer: str


def decision_key(text: str | None) -> str:
    """The number as it is compared: "QĐ 2616/QĐ-UBND" and "2616/QĐ-UBND" → "2616 qd ubnd"; "" where there is none."""
    key = _DAY.sub("", _YEAR.sub("", fold(text or "")))
    number = _JOINED.sub(" ", _BEFORE.sub("", key)).lstrip("0")
    return number.strip()


@lru_cache(maxsize=4096)  # thousands of papers name some hundred decisions
def decision_of(decision_no: str | None, issued_on: date | None, issuer: str | None) -> Decision | None:
    """The decision that a paper names; None where its number isn't known."""
    number = decision_key(decision_no)
    if not number:
        return None
    year = _YEAR.search(fold(decision_no or ""))
    when = issued_on.isoformat() if issued_on else year[1] if year else ""
    return Decision(number, when, fold(issuer or "").replace("uy ban nhan dan", "ubnd"))


def group_of(kind: str, decision_no: str | None, issued_on: date | None, issuer: str | None) -> Decision | str:
    """What a paper is settled with: an OCOP decision as a whole; all others one by one, by their kind.

    Numbers of other papers are a product's or a farm's own.
    """
    decision = decision_of(decision_no, issued_on, issuer) if kind == "ocop" else None
    return decision or kind


def decision_label(decision_no: str) -> str:
    """The number as it was written, without "QĐ" or "Quyết định số" before it."""
    return _BEFORE.sub("", decision_no).strip() or decision_no


def is_of_number(group: Decision | str | None, wanted: str) -> bool:
    """Whether a typed number means this decision: all of it, or its beginning up to a word ("2616")."""
    key = decision_key(wanted)
    return isinstance(group, Decision) and f"{group.number} ".startswith(f"{key} ")
