"""Products, packs, offers and papers as they are entered and changed."""

from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from marketplace.catalogue.models import Certificate, Offer, Pack, PriceStep, Product, ProductSlug, ProductVersion
from marketplace.catalogue.services import (
    add_product,
    claim_certificate,
    correct_claim,
    put_class,
    put_offer,
    put_pack,
    revise_product,
    verify_certificate,
)
from marketplace.catalogue.vocabulary import NewCertificate, NewOffer, NewPack, NewProduct, Words
from marketplace.core.actor import STRANGER, Actor
from marketplace.core.audit import AuditRow
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.core.outbox import OutboxRow
from tests.factories import make_account, make_product, make_supplier


def indexings() -> int:
    """How many times the index was told of a product."""
    session.flush()
    query = select(func.count()).where(OutboxRow.handler == "search.index_products")
    return session.scalar(query) or 0


def actions() -> list[str]:
    session.flush()
    return list(session.scalars(select(AuditRow.action).order_by(AuditRow.id)))


def test_a_product_begins_with_version_address_and_event(app: Flask) -> None:
    with transaction(write=True):
        actor = Actor(make_account().id)
        maker = make_supplier()
        product = add_product(actor, NewProduct(Words("Bún khô 500g"), supplier_id=maker.id))
        version = session.get_one(ProductVersion, product.version_id)
        assert (product.slug, product.match_key, product.state) == ("bun-kho-hong-luan", "bun kho", "draft")
        assert (version.number, version.name, version.created_by_id) == (1, "Bún khô 500g", actor.account_id)
        assert (product.class_code, product.proposed_class, product.published_at) == (None, "I.3.b", None)
        assert actions() == ["add_product"] and indexings() == 1


def test_addresses_get_a_number_when_taken_and_are_never_given_again(app: Flask) -> None:
    with transaction(write=True):
        maker = make_supplier()
        slugs = [add_product(STRANGER, NewProduct(Words("Bún khô"), supplier_id=maker.id)).slug for _ in range(2)]
        first = session.scalars(select(Product).order_by(Product.id)).first()
        assert first is not None
        first.slug = "bun-kho-soi-nho"  # moved: the old address stays its own
        session.flush()
        slugs.append(add_product(STRANGER, NewProduct(Words("Bún khô"), supplier_id=maker.id)).slug)
        assert slugs == ["bun-kho-hong-luan", "bun-kho-hong-luan-2", "bun-kho-hong-luan-3"]
        assert session.get_one(ProductSlug, "bun-kho-hong-luan").product_id == first.id


@pytest.mark.parametrize(
    ("name", "slug"), [("Miến Hồng Luân", "mien-hong-luan"), ("Đăng", "dang-hong-luan"), ("***", "hong-luan")]
)
def test_an_address_says_its_producer_once(app: Flask, name: str, slug: str) -> None:
    with transaction(write=True):
        maker = make_supplier()
        assert add_product(STRANGER, NewProduct(Words(name), supplier_id=maker.id)).slug.strip("-") == slug


def test_reserved_words_are_no_addresses(app: Flask) -> None:
    with transaction(write=True):
        assert add_product(STRANGER, NewProduct(Words("Đăng"))).slug == "dang-2"


def test_other_words_are_a_new_version_and_the_same_words_none(app: Flask) -> None:
    with transaction(write=True):
        product = make_product(make_supplier())
        seen = product.version_id
        assert not revise_product(STRANGER, product, Words("Bún khô"))
        assert revise_product(STRANGER, product, Words("Bún gạo khô", months=7))
        assert product.match_key == "bun gao kho"
        numbers = session.scalars(select(ProductVersion.number).order_by(ProductVersion.id)).all()
        assert numbers == [1, 2] and session.get_one(ProductVersion, seen).name == "Bún khô"


def test_a_confirmed_class_is_no_longer_proposed(app: Flask) -> None:
    with transaction(write=True):
        product = add_product(STRANGER, NewProduct(Words("Bún khô")))
        put_class(STRANGER, product, "I.3.b")
        assert (product.class_code, product.proposed_class) == ("I.3.b", None)
        assert actions() == ["add_product", "put_class"]


def test_a_pack_is_entered_once_in_whatever_spelling(app: Flask) -> None:
    with transaction(write=True):
        product = make_product(make_supplier(), pack="gói 500 g")
        assert put_pack(STRANGER, product, NewPack("Gói\u00a0500 g", 500)).label == "gói 500 g"
        assert put_pack(STRANGER, product, NewPack("bao 10 kg", 10_000)).position == 1
        assert session.scalar(select(func.count()).select_from(Pack)) == 2


def test_an_offer_is_put_changed_and_left_alone(app: Flask) -> None:
    with transaction(write=True):
        maker = make_supplier()
        product = make_product(maker, price=None)
        pack = session.scalars(select(Pack)).one()
        terms: dict[str, Any] = {"supplier_id": maker.id, "pack_id": pack.id, "price": 38_000}
        before = indexings()
        assert put_offer(STRANGER, NewOffer(**terms, steps=((20_000, 66_000),)))
        assert not put_offer(STRANGER, NewOffer(**terms, steps=((20_000, 66_000),)))
        assert put_offer(STRANGER, NewOffer(**terms, steps=((20_000, 65_000), (100_000, 60_000))))
        assert [offer.price for offer in session.scalars(select(Offer))] == [38_000]
        steps = session.execute(select(PriceStep.from_grams, PriceStep.per_kg).order_by(PriceStep.from_grams)).all()
        assert [tuple(step) for step in steps] == [(20_000, 65_000), (100_000, 60_000)]
        assert indexings() == before + 2 and actions()[-2:] == ["put_offer", "put_offer"]
        assert product.changed_at is not None


def claim(product: Product, **values: Any) -> Certificate:
    given: dict[str, Any] = {"kind": "ocop", "stars": 4, "issued_on": date(2024, 2, 29), "decision_no": "QĐ 1"}
    return claim_certificate(STRANGER, NewCertificate(product_id=product.id, **{**given, **values}))


def test_a_claimed_decision_ends_36_months_on_and_names_its_rule(app: Flask) -> None:
    with transaction(write=True):
        paper = claim(make_product(make_supplier()))
        assert (paper.expires_on, paper.rule_version, paper.verified_at) == (date(2027, 2, 28), "148", None)
        other = claim(make_product(make_supplier("HTX Hai")), kind="attp", stars=None)
        assert (other.expires_on, other.rule_version) == (None, None)


@pytest.mark.parametrize("stars", [None, 2, 6])
def test_an_ocop_decision_needs_three_to_five_stars(app: Flask, stars: int | None) -> None:
    with transaction(write=True):
        product = make_product(make_supplier())
        with pytest.raises(Refused) as refusal:
            claim(product, stars=stars)
        assert refusal.value.field == "stars"


def test_verifying_notes_who_and_has_the_product_indexed(app: Flask) -> None:
    with transaction(write=True):
        officer = Actor(make_account().id)
        paper = claim(make_product(make_supplier()))
        before = indexings()
        verify_certificate(officer, paper)
        assert paper.verified_at is not None and paper.verified_by_id == officer.account_id
        assert indexings() == before + 1 and actions()[-1] == "verify_certificate"


def test_a_claim_can_be_put_right_until_it_is_verified(app: Flask) -> None:
    with transaction(write=True):
        paper = claim(make_product(make_supplier()))
        right: dict[str, Any] = {"stars": 3, "decision_no": "QĐ 2", "issued_on": date(2026, 6, 1), "expires_on": None}
        correct_claim(STRANGER, paper, **right)
        assert (paper.stars, paper.expires_on, paper.rule_version) == (3, date(2029, 6, 1), "26-2026")
        verify_certificate(STRANGER, paper)
        with pytest.raises(Refused):
            correct_claim(STRANGER, paper, **right)
