"""States of a certificate on the days that matter (Quyết định 26/2026/QĐ-TTg, Điều 4, 7, 8, 12)."""

from datetime import date, datetime, timedelta

import pytest

from marketplace.catalogue.models import Certificate
from marketplace.catalogue.vocabulary import (
    CertificateState,
    add_months,
    certificate_state,
    chosen_certificate,
    expiry_of,
)
from marketplace.core.clock import noon

LAST_DAY = date(2026, 11, 24)


def paper(**values: object) -> Certificate:
    given = {"kind": "ocop", "stars": 3, "issued_on": date(2023, 11, 24), "expires_on": LAST_DAY}
    return Certificate(
        **{"verified_at": noon(date(2024, 1, 1)), "created_at": noon(date(2024, 1, 1)), **given, **values}
    )


@pytest.mark.parametrize(
    ("issued", "months", "ends"),
    [
        (date(2023, 8, 31), 36, date(2026, 8, 31)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_are_clamped_to_the_last_day(issued: date, months: int, ends: date) -> None:
    assert add_months(issued, months) == ends


def test_an_ocop_certificate_is_valid_36_months() -> None:
    assert expiry_of(date(2023, 11, 24)) == LAST_DAY


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2023, 11, 23), CertificateState.CLAIMED),  # not begun yet
        (date(2023, 11, 24), CertificateState.IN_FORCE),
        (LAST_DAY - timedelta(days=181), CertificateState.IN_FORCE),
        (LAST_DAY - timedelta(days=180), CertificateState.RENEWAL),
        (LAST_DAY - timedelta(days=120), CertificateState.RENEWAL),
        (LAST_DAY - timedelta(days=119), CertificateState.IN_FORCE),
        (LAST_DAY, CertificateState.IN_FORCE),
        (LAST_DAY + timedelta(days=1), CertificateState.EXPIRED),
    ],
)
def test_the_state_follows_the_calendar(today: date, state: CertificateState) -> None:
    assert certificate_state(paper(), today) is state


def test_unverified_shows_no_stars() -> None:
    assert not certificate_state(paper(verified_at=None), LAST_DAY).shows_stars


def test_extension_counts_only_when_it_was_entered() -> None:
    after = LAST_DAY + timedelta(days=100)
    assert certificate_state(paper(), after) is CertificateState.EXPIRED
    extended = paper(extended_until=LAST_DAY + timedelta(days=180))
    assert certificate_state(extended, after) is CertificateState.EXTENDED
    assert certificate_state(extended, LAST_DAY + timedelta(days=181)) is CertificateState.EXPIRED


def test_revocation_ends_it_from_its_day_on() -> None:
    revoked = paper(revoked_on=date(2026, 3, 2))
    assert certificate_state(revoked, date(2026, 3, 1)) is CertificateState.IN_FORCE
    assert certificate_state(revoked, date(2026, 3, 2)) is CertificateState.REVOKED


def test_one_in_force_speaks_before_a_newer_claim() -> None:
    claim = paper(stars=5, verified_at=None, issued_on=date(2026, 1, 1), expires_on=date(2029, 1, 1))
    held = paper(stars=3)
    assert chosen_certificate([claim, held], LAST_DAY) is held
    assert chosen_certificate([claim, held], LAST_DAY + timedelta(days=1)) is claim
    assert chosen_certificate([], LAST_DAY) is None


def test_of_two_in_force_the_newer_speaks() -> None:
    older, newer = paper(stars=3), paper(stars=4, issued_on=date(2025, 5, 1), expires_on=date(2028, 5, 1))
    assert chosen_certificate([newer, older], date(2026, 1, 1)) is newer
    assert isinstance(newer.created_at, datetime)
