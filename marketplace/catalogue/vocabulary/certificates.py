"""Certificates and their states, derived from dates alone (Quyết định 26/2026/QĐ-TTg, Điều 4, 7, 8, 12)."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from marketplace.core.texts import N_

OCOP_MONTHS = 36
# The rules under which decisions were made, by their first day, newest first.
_RULES = (
    (date(2026, 5, 22), "26-2026"),
    (date(2025, 7, 6), "1489"),
    (date(2023, 2, 24), "148"),
    (date(2019, 8, 21), "1048"),
)
WINDOW_OPENS, WINDOW_CLOSES = timedelta(days=180), timedelta(days=120)

CERTIFICATE_KIND_LABELS: dict[str, str] = {
    "ocop": N_("OCOP"),
    "attp": N_("Tự công bố ATTP"),
    "vietgap": N_("VietGAP"),
    "haccp": N_("HACCP"),
    "huu_co": N_("Hữu cơ"),
    "khac": N_("Giấy khác"),
}


class CertificateState(StrEnum):
    """Where a certificate stands on a day."""

    CLAIMED = "claimed"
    IN_FORCE = "in_force"
    RENEWAL = "renewal"
    EXTENDED = "extended"
    EXPIRED = "expired"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"

    @property
    def is_in_force(self) -> bool:
        """Verified by an officer and in force."""
        return self in (CertificateState.IN_FORCE, CertificateState.RENEWAL, CertificateState.EXTENDED)

    @property
    def shows_stars(self) -> bool:
        """Stars and the badge show only while it is in force (Điều 8–9; 1162/QĐ-VPĐP-OCOP)."""
        return self.is_in_force


class CertificateDates(Protocol):
    """What a state is derived from; the table's rows have it."""

    kind: Any
    issued_on: Any
    expires_on: Any
    extended_until: Any
    revoked_on: Any
    superseded_by_id: Any
    verified_at: Any


def add_months(day: date, months: int) -> date:
    """The same day so many months on, clamped to the month's last (31/8/2025 + 36 stays 31/8; 29/2 → 28/2)."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def expiry_of(issued_on: date) -> date:
    """The last day of an OCOP certificate: 36 months from its issue (Điều 4.3)."""
    return add_months(issued_on, OCOP_MONTHS)


def rule_of(issued_on: date) -> str | None:
    """The rule in force on the day of a decision; None before the first one, 1048/QĐ-TTg of 21 August 2019."""
    return next((rule for first_day, rule in _RULES if issued_on >= first_day), None)


def certificate_state(paper: CertificateDates, today: date) -> CertificateState:
    """The state on ``today``. Unverified is claimed, whatever its dates; the last day still counts as in force.

    The renewal window lasts from 180 to 120 days before the end (Điều 7.6a); an extension is only what an officer
    entered with a document (Điều 12.3). A verified paper without an end is in force.
    """
    if paper.revoked_on is not None and paper.revoked_on <= today:
        return CertificateState.REVOKED
    if paper.superseded_by_id is not None:
        return CertificateState.SUPERSEDED
    if paper.expires_on is not None and paper.expires_on < today:
        extended = paper.extended_until is not None and paper.extended_until >= today
        if not extended:
            return CertificateState.EXPIRED
        return CertificateState.EXTENDED if paper.verified_at is not None else CertificateState.CLAIMED
    if paper.verified_at is None or (paper.issued_on is not None and paper.issued_on > today):
        return CertificateState.CLAIMED
    if paper.kind == "ocop" and paper.expires_on is not None:
        opens, closes = paper.expires_on - WINDOW_OPENS, paper.expires_on - WINDOW_CLOSES
        if opens <= today <= closes:
            return CertificateState.RENEWAL
    return CertificateState.IN_FORCE


_RANK = {
    CertificateState.IN_FORCE: 0,
    CertificateState.RENEWAL: 0,
    CertificateState.EXTENDED: 0,
    CertificateState.CLAIMED: 1,
    CertificateState.REVOKED: 2,
    CertificateState.EXPIRED: 2,
    CertificateState.SUPERSEDED: 3,
}


def chosen_certificate(papers: Sequence[Any], today: date) -> Any | None:
    """The one that speaks for a product: in force before claimed before ended; of equals the newest.

    Its own before those of products that are taken for it (``is_of_merged``).
    """
    if not papers:
        return None
    return min(papers, key=lambda paper: (_RANK[certificate_state(paper, today)], *_order(paper)))


def _order(paper: Any) -> tuple[bool, float]:
    return bool(getattr(paper, "is_of_merged", False)), -_newness(paper)


def _newness(paper: Any) -> float:
    day = paper.issued_on or date.min
    made: datetime | None = getattr(paper, "created_at", None)
    return day.toordinal() + (made.timestamp() / 1e12 if made else 0.0)
