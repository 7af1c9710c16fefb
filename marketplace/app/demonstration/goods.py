"""Products of the demonstration with their packs, prices and papers, and what others sell of them."""

from collections import Counter
from datetime import date, datetime, timedelta

from sqlalchemy import select

from marketplace.app.demonstration.files import Row, rows
from marketplace.catalogue.models import Certificate, Pack, Product
from marketplace.catalogue.services import add_product, claim_certificate, put_offer, put_pack, verify_certificate
from marketplace.catalogue.vocabulary import (
    NewCertificate,
    NewOffer,
    NewPack,
    NewProduct,
    Words,
    add_months,
    months_mask,
)
from marketplace.core.actor import STRANGER
from marketplace.core.clock import freeze, local
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier

Goods = dict[str, Product]
_HOURS_BETWEEN = timedelta(hours=7)
_FIRST_DAY = timedelta(days=455)


def load_products(suppliers: dict[str, Supplier], told_until: datetime) -> Goods:
    """Enter the products, the file's first ones last, so that they are the newest; by their key."""
    moment, found = told_until - _FIRST_DAY, {}
    for row in reversed(_one_of_each_class_in_turn(rows("products"))):
        moment += _HOURS_BETWEEN
        with freeze(moment):
            found[row["key"]] = _product(row, suppliers[row["supplier"]], local(told_until).date())
    return found


def _one_of_each_class_in_turn(products: list[Row]) -> list[Row]:
    """The first of every class, then the second of each, …: a catalogue that shows how much there is."""
    seen: Counter[str] = Counter()
    turns = []
    for row in products:
        turns.append((seen[row["class"]], row))
        seen[row["class"]] += 1
    return [row for _turn, row in sorted(turns, key=lambda entry: entry[0])]


def _product(row: Row, supplier: Supplier, today: date) -> Product:
    capacity = row["monthly_capacity_kg"]
    words = Words(
        name=row["name"],
        name_en=row["name_en"],
        description=row["description"],
        ingredients=row["ingredients"],
        storage=row["storage"],
        months=months_mask(row["months"]),
        monthly_grams=int(capacity * 1000) if capacity else None,
    )
    product = add_product(
        STRANGER,
        NewProduct(words, supplier.id, class_code=row["class"], state="published", source="demo"),
    )
    for pack in row["packs"]:
        _put_price(row, product, supplier, pack)
    if row["certificate"]:
        _ocop(row["certificate"], product, today)
    for paper in row.get("other_certificates") or ():
        _other(paper, product, today)
    return product


def _put_price(row: Row, product: Product, supplier: Supplier, pack: Row) -> None:
    box = put_pack(STRANGER, product, NewPack(pack["label"], pack["grams"]))
    steps = tuple((step["from_grams"], step["per_kg"]) for step in row.get("price_steps") or ())
    put_offer(
        STRANGER,
        NewOffer(
            supplier_id=supplier.id,
            pack_id=box.id,
            price_kind=row["price_kind"] if pack["price"] else "lien_he",
            price=pack["price"],
            least_grams=row["min_order_grams"],
            steps=steps if box.position == 0 else (),
        ),
    )


def _ocop(row: Row, product: Product, today: date) -> None:
    paper = claim_certificate(
        STRANGER,
        NewCertificate(
            kind="ocop",
            product_id=product.id,
            stars=row["stars"],
            decision_no=f"{row['decision']} {row['decision_note']}",
            issuer=row["issuer"],
            rule_version=row["rule_version"],
            product_code=row["product_code"],
            issued_on=_months_ago(row["issued"]["months_ago"], today),
            source="demo",
        ),
    )
    _verify(paper, row)


def _other(row: Row, product: Product, today: date) -> None:
    issued = _months_ago(row["issued"]["months_ago"], today)
    valid = row["months_valid"]
    paper = claim_certificate(
        STRANGER,
        NewCertificate(
            kind=row["kind"],
            product_id=product.id,
            decision_no=row["number"],
            issuer=row["issuer"],
            issued_on=issued,
            expires_on=add_months(issued, valid) if valid else None,
            source="demo",
        ),
    )
    _verify(paper, row)


def _verify(paper: Certificate, row: Row) -> None:
    if row["verified"]:
        verify_certificate(STRANGER, paper)


def _months_ago(months: int, today: date) -> date:
    return add_months(today, -months)


def load_offers(suppliers: dict[str, Supplier], products: Goods) -> None:
    """Enter what outlets and neighbours sell of others' products."""
    for row in rows("offers"):
        product = products[row["product"]]
        pack = session.scalars(select(Pack).where(Pack.product_id == product.id, Pack.label == row["pack"])).one()
        put_offer(
            STRANGER,
            NewOffer(
                supplier_id=suppliers[row["supplier"]].id,
                pack_id=pack.id,
                price_kind=row["price_kind"],
                price=row["price"],
                least_grams=row["min_order_grams"],
                note=row["note"],
            ),
        )
