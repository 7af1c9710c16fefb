"""Whose leads an area's report counts, and who may ask for which area."""

from typing import Any

import pytest

from marketplace.accounts.queries import grants_of
from marketplace.core.actor import Actor
from marketplace.core.db import transaction
from marketplace.core.errors import Forbidden, Missing, Refused
from marketplace.reports.queries import area_for, areas_of
from tests import factories
from tests.cast import BANG_PHUC, DONG_PHUC, LAO_CAI, QUANG_BACH, TAN_LAP, THAI_NGUYEN, Cast
from tests.reports.asking import figures
from tests.reports.facts import ask

CHO_DON, BAC_KAN = "pre2025:064", "pre2025:06"
pytestmark = pytest.mark.usefixtures("clock")


def asked_of(**values: Any) -> None:
    """One lead of a supplier of the province."""
    with transaction(write=True):
        ask(factories.make_supplier(**{"province_id": THAI_NGUYEN, **values}), "2026-11-02 08:00")


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize(
    ("area", "received"),
    [
        *((area, 1) for area in (CHO_DON, BAC_KAN, TAN_LAP, QUANG_BACH, THAI_NGUYEN, None)),
        *((area, 0) for area in (BANG_PHUC, DONG_PHUC, LAO_CAI, "2025:02020")),
    ],
)
def test_a_supplier_of_former_tan_lap(area: str | None, received: int) -> None:
    asked_of(place_id=QUANG_BACH, legacy_place_id=TAN_LAP)
    assert figures(area=area)["leads_received"] == received


@pytest.mark.usefixtures("app")
def test_a_former_district_counts_its_own_part_of_a_commune() -> None:
    """Đồng Phúc was made of Bằng Phúc (Chợ Đồn) and communes of Ba Bể."""
    asked_of(place_id=DONG_PHUC, legacy_place_id=BANG_PHUC)
    asked_of(place_id=DONG_PHUC, legacy_place_id=None, slug="htx-ba-be")
    assert figures(area=CHO_DON)["leads_received"] == 1
    assert figures(area=DONG_PHUC)["leads_received"] == 2


@pytest.mark.usefixtures("app")
def test_the_former_commune_decides_where_it_is_known() -> None:
    """Papers that name a commune of Ba Bể are believed, even beside a present commune of Chợ Đồn."""
    asked_of(place_id=QUANG_BACH, legacy_place_id="pre2025:01924")
    assert figures(area=CHO_DON)["leads_received"] == 0
    assert figures(area=QUANG_BACH)["leads_received"] == 1


@pytest.mark.usefixtures("app")
def test_a_lead_stays_where_its_supplier_was() -> None:
    with transaction(write=True):
        supplier = factories.make_supplier(place_id=QUANG_BACH)
        ask(supplier, "2026-11-02 08:00")
        supplier.place_id = DONG_PHUC
    assert figures(area=QUANG_BACH)["leads_received"] == 1


@pytest.mark.parametrize(
    ("person", "code", "given"),
    [
        ("commune_officer", "", QUANG_BACH),
        ("commune_officer", QUANG_BACH, QUANG_BACH),
        ("commune_officer", "02038", QUANG_BACH),
        ("commune_officer", TAN_LAP, TAN_LAP),
        ("province_officer", QUANG_BACH, QUANG_BACH),
        ("province_officer", CHO_DON, CHO_DON),
        ("administrator", LAO_CAI, LAO_CAI),
        ("administrator", "", None),
    ],
)
def test_own_areas(cast: Cast, person: str, code: str, given: str | None) -> None:
    with transaction(write=False):
        area = area_for(cast.actor(person), code)
    assert (area.place_id if area else None) == given


@pytest.mark.parametrize(
    ("person", "code"),
    [
        ("commune_officer", DONG_PHUC),
        ("commune_officer", THAI_NGUYEN),
        ("commune_officer", CHO_DON),
        ("commune_officer", BANG_PHUC),
        ("other_officer", QUANG_BACH),
        ("other_officer", CHO_DON),
        ("province_officer", LAO_CAI),
        ("province_officer", "2025:02647"),
        ("trader", QUANG_BACH),
        ("member", ""),
    ],
)
def test_areas_of_others(cast: Cast, person: str, code: str) -> None:
    with transaction(write=False), pytest.raises(Forbidden):
        area_for(cast.actor(person), code)


@pytest.mark.parametrize(("code", "error"), [("2025:99999", Missing), ("vùng cao", Refused), ("2024:02038", Refused)])
def test_what_is_no_place(cast: Cast, code: str, error: type[Exception]) -> None:
    with transaction(write=False), pytest.raises(error):
        area_for(cast.actor("administrator"), code)


@pytest.mark.parametrize(
    ("person", "offered"),
    [
        ("commune_officer", [QUANG_BACH]),
        ("province_officer", [THAI_NGUYEN, DONG_PHUC, QUANG_BACH]),
        ("other_officer", [LAO_CAI]),
        ("administrator", [THAI_NGUYEN]),
    ],
)
def test_offered_areas(cast: Cast, person: str, offered: list[str]) -> None:
    with transaction(write=False):
        assert [key for key, _ in areas_of(cast.actor(person))] == offered


def test_every_offered_area_opens(cast: Cast) -> None:
    """Đồng Phúc lies in the former district only in part, so it is offered to nobody there."""
    asked_of(place_id=DONG_PHUC, legacy_place_id=BANG_PHUC, slug="htx-bang-phuc")
    with transaction(write=True):
        account = factories.make_account("district")
        factories.appoint(account, CHO_DON)
    with transaction(write=False):
        actor = Actor(account.id, grants=grants_of(account.id))
        offered = [key for key, _ in areas_of(actor)]
        assert offered[0] == CHO_DON and QUANG_BACH in offered
        opened = [area_for(actor, key) for key in offered]
        assert [area.place_id for area in opened if area] == offered


def test_other_officer_gets_nothing(cast: Cast) -> None:
    with transaction(write=True):
        ask(cast.hong_luan, "2026-11-02 08:00")
    assert figures(area=LAO_CAI)["leads_received"] == 0
