"""Programs get no numbers: a supplier's phone stands in no public page, answer, file or structured data."""

import re

from flask import Flask
from sqlalchemy import select

from marketplace.catalogue.models import Pack
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.browse import Browser
from tests.cast import Cast
from tests.house.requesting import section_routes

TAPPED = {"/goi/<slug>", "/zalo/<slug>"}  # a person's tap; closed to crawlers
DIGITS = ("900000012", "900000013")


def test_no_number_of_a_supplier_stands_where_a_stranger_may_look(app: Flask, cast: Cast, client: Browser) -> None:
    with transaction(write=True):
        maker, neighbour = (session.get_one(Supplier, one.id) for one in (cast.hong_luan, cast.hong_ha))
        maker.has_zalo = neighbour.has_zalo = True
        product = factories.make_product(maker)
        factories.make_offer(
            neighbour, session.scalars(select(Pack).where(Pack.product_id == product.id)).one(), 40_000
        )
    slugs = {"products": product.slug, "san-pham": product.slug}
    looked = 0
    for route in section_routes(app):
        names = set(re.findall(r"<(?:\w+:)?(\w+)>", route.rule))
        if route.method != "GET" or route.rule in TAPPED or not route.rules or not route.rules.allow.for_strangers:
            continue
        if not names <= {"slug"}:
            continue
        slug = next((value for part, value in slugs.items() if f"/{part}/" in route.rule), maker.slug)
        for address in {route.rule.replace("<slug>", slug), "/en" + route.rule.replace("<slug>", slug)}:
            text = re.sub(r"(?<=\d)[\s.\-]+(?=\d)", "", client.get(address).text)
            assert not [digits for digits in DIGITS if digits in text], address
            looked += 1
    assert looked > 30


def test_crawlers_are_asked_to_stay_away_from_taps(client: Browser) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    assert {"Disallow: /goi/", "Disallow: /zalo/"} <= set(lines)
