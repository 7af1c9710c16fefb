"""Products that are probably here already, found in the database and told while one types."""

from collections.abc import Callable

import pytest

from marketplace.catalogue.queries.doubles import probable_product_doubles, product_pairs
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import DistinctPair
from tests.browse import Browser
from tests.cast import Cast
from tests.factories import make_product

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


def test_told_while_typing_and_drafts_to_their_own_people_alone(cast: Cast, sign_in: Callable[[str], Browser]) -> None:
    with transaction(write=True):
        make_product(cast.hong_luan, "Bún khô")
        draft = make_product(cast.hong_luan, "Miến dong")
        draft.state = "draft"
        product_id = draft.public_id
    asked = "/goi-y/san-pham?chu-the=htx-hong-luan&ten="
    assert 'href="/san-pham/bun-kho-hong-luan"' in sign_in("trader").get(asked + "bun+kho").get_json()["html"]
    assert "Miến dong" not in sign_in("other_member").get(asked + "mien+dong").get_json()["html"]
    assert "Miến dong" in sign_in("member").get(asked + "mien+dong").get_json()["html"]
    assert "Miến dong" not in sign_in("member").get(f"{asked}mien+dong&bo-qua={product_id}").get_json()["html"]
