"""Products that are probably here already, found in the database and told while one types."""

from collections.abc import Callable

import pytest

from marketplace.catalogue.queries.doubles import probable_product_doubles, product_pairs
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import DistinctPair, Supplier
from marketplace.suppliers.services import merge_suppliers
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.product_sheets import begin, draft_at, save
from tests.factories import make_product, make_supplier

pytestmark = pytest.mark.usefixtures("clock")


def test_found_within_the_producer_alone(cast: Cast) -> None:
    with transaction(write=True):
        make_product(cast.hong_luan, "Bún khô")
        make_product(cast.hong_ha, "Bún khô")
    with transaction(write=False):
        found = probable_product_doubles("Bún khô Hồng Luân 500g", [cast.hong_luan.id])
        assert [each.slug for each in found] == ["bun-kho-hong-luan"]
        assert probable_product_doubles("Bún tươi", [cast.hong_luan.id]) == []


def test_of_unknown_producers_within_the_province(cast: Cast) -> None:
    with transaction(write=True):
        make_product(None, "Mật ong rừng").province_id = "2025:19"
    with transaction(write=False):
        assert [each.name for each in probable_product_doubles("mat ong rung", [], "2025:19")] == ["Mật ong rừng"]
        assert probable_product_doubles("mat ong rung", [], "2025:15") == []


def test_pairs_without_those_that_were_told_apart(cast: Cast) -> None:
    with transaction(write=True):
        first, second = make_product(cast.hong_luan, "Bún khô"), make_product(cast.hong_luan, "Bún khô Hồng Luân 1kg")
        make_product(cast.hong_luan, "Măng khô")
    with transaction(write=False):
        (pair,) = product_pairs([[cast.hong_luan.id], [cast.hong_ha.id]])
        assert (pair.first_id, pair.second_id) == (first.id, second.id)
    with transaction(write=True):
        session.add(DistinctPair(subject="product", first_id=first.id, second_id=second.id, said_at=now()))
    with transaction(write=False):
        assert product_pairs([[cast.hong_luan.id]]) == []


def test_told_while_typing_with_what_was_merged_and_without_itself(
    cast: Cast, sign_in: Callable[[str], Browser]
) -> None:
    with transaction(write=True):
        make_product(cast.hong_luan, "Bún khô")
        make_product(cast.hong_luan, "Miến dong").state = "pending"
        former = make_supplier("Hợp tác xã Hồng Luân cũ")
        make_product(former, "Măng khô")
    with transaction(write=True):
        into = session.get_one(Supplier, cast.hong_luan.id)
        merge_suppliers(cast.actor("administrator"), session.get_one(Supplier, former.id), into)
    member = sign_in("member")
    sheet = begin(member)

    def told(name: str) -> str:
        answer = save(member, sheet, draft_at(sheet).number, name=name).get_json()["doubles"]
        shown = member.get(sheet).text  # what stands there without a script
        assert answer in shown and shown.count('class="doubles-title"') == bool(answer)
        return str(answer)

    assert 'href="/san-pham/bun-kho-hong-luan"' in told("Bún khô Hồng Luân 500g")
    assert 'href="/ban-hang/san-pham"' in told("mien dong")  # it has no page yet
    assert "Măng khô" in told("Măng khô")
    assert told("Trà hoa vàng") == told("") == ""


def test_a_product_is_no_double_of_itself(cast: Cast, sign_in: Callable[[str], Browser]) -> None:
    with transaction(write=True):
        product_id = make_product(cast.hong_luan, "Bún khô").public_id
    member = sign_in("member")
    sheet = str(member.submit(f"/ban-hang/san-pham/{product_id}/sua").location)
    assert save(member, sheet, 0, name="Bún khô").get_json()["doubles"] == ""
    assert "Bún khô" in save(member, begin(member), 0, name="Bún khô").get_json()["doubles"]
