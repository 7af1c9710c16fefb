"""Suppliers that are probably here already, found in the database and told while one types."""

from collections.abc import Callable

import pytest
from sqlalchemy import select, true

from marketplace.core.clock import StoppedClock, now
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import DistinctPair, Supplier
from marketplace.suppliers.queries import double_pairs, probable_doubles
from marketplace.suppliers.queries.doubles import _candidate
from marketplace.suppliers.vocabulary.likeness import Traits, Why
from tests.browse import Browser
from tests.cast import QUANG_BACH, Cast
from tests.factories import make_supplier

pytestmark = pytest.mark.usefixtures("clock")


def _names(asked: Traits) -> list[str]:
    with transaction(write=False):
        return [each.supplier.name for each in probable_doubles(asked)]


def test_one_of_the_province_is_found_by_another_spelling(cast: Cast) -> None:
    assert _names(Traits("Hợp tác xã NN Hông Luân", place_id=QUANG_BACH, province_id="2025:19")) == ["HTX Hồng Luân"]
    assert _names(Traits("HTX Hồng Luân", province_id="2025:15")) == []


def test_without_a_place_the_beginning_of_the_name_finds_it(cast: Cast) -> None:
    assert _names(Traits("hong luan")) == ["HTX Hồng Luân"]
    assert _names(Traits("HTX Luân Hồng")) == ["HTX Hồng Luân"]


def test_a_number_finds_it_in_any_province(cast: Cast) -> None:
    with transaction(write=False):
        (found,) = probable_doubles(Traits("Bà Vân", province_id="2025:15", phone="+84900000012"))
    assert (found.supplier.name, found.why) == ("HTX Hồng Luân", Why.PHONE)


def test_what_is_closed_or_merged_is_not_told(cast: Cast) -> None:
    with transaction(write=True):
        root = make_supplier("HTX Tân Phong", province_id="2025:15")
        session.get_one(Supplier, cast.hong_luan.id).merged_into_id = root.id
        session.get_one(Supplier, cast.hong_ha.id).state = "closed"
    assert _names(Traits("HTX Hồng Luân", province_id="2025:19")) == []
    assert _names(Traits("HTX Hồng Hà", province_id="2025:19")) == []


def test_pairs_of_a_province_without_those_that_were_told_apart(cast: Cast) -> None:
    with transaction(write=True):
        twin = make_supplier("Hợp tác xã Hồng Luân", slug="hong-luan-2", place_id=QUANG_BACH)
    pair = (cast.hong_luan.id, twin.id)
    with transaction(write=False):
        (found,) = double_pairs("2025:19", true())
    assert (found.first_id, found.second_id) == pair
    with transaction(write=True):
        session.add(DistinctPair(subject="supplier", first_id=pair[0], second_id=pair[1], said_at=now()))
    with transaction(write=False):
        assert double_pairs("2025:19", true()) == []


def test_no_search_reads_the_whole_table(cast: Cast) -> None:
    with transaction(write=False):
        known = Traits("HTX Hồng Luân", province_id="2025:19", phone="+84900000012", tax_code="1")
        for asked in (known, Traits("Luân")):
            query = select(Supplier.id).where(_candidate(asked))
            literal = query.compile(session.connection(), compile_kwargs={"literal_binds": True})
            plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {literal}").all()
            assert not [row for row in plan if str(row[-1]).startswith("SCAN")], plan


def test_told_while_typing(sign_in: Callable[[str], Browser], client: Browser) -> None:
    address = "/goi-y/chu-the?ten=HTX+H%E1%BB%93ng+Lu%C3%A2n&xa=2025:02038"
    answer = sign_in("trader").get(address)
    html = answer.get_json()["html"]
    assert 'href="/chu-the/htx-hong-luan"' in html
    assert "cùng tên" in html
    assert "no-store" in answer.headers["Cache-Control"]
    assert sign_in("trader").get("/goi-y/chu-the?ten=HTX+Kh%C3%A1c").get_json()["html"].strip() == ""
    assert client.get(address).status_code == 303


def test_a_household_is_not_told_by_its_tax_code(sign_in: Callable[[str], Browser], clock: StoppedClock) -> None:
    browser = sign_in("trader")
    with transaction(write=True):
        make_supplier("Hộ kinh doanh Bà Nông", kind="hkd", tax_code="001177000012")
        make_supplier("HTX Tân Phong", tax_code="4700123456")
    asked = "/goi-y/chu-the?ten=HTX+Khac&ma-so-thue="
    assert browser.get(asked + "001177000012").get_json()["html"].strip() == ""
    assert "HTX Tân Phong" in browser.get(asked + "4700123456").get_json()["html"]
