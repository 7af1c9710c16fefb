"""What one row of a list does: its producer, product, price and paper, each found again or entered."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from marketplace.catalogue.imports.rows import ImportedRow
from marketplace.catalogue.models import Product
from marketplace.catalogue.queries.matches import (
    ocop_certificates_of,
    product_by_match_key,
    words_of_product,
)
from marketplace.catalogue.services import (
    add_product,
    claim_certificate,
    product_match_key,
    put_offer,
    put_pack,
    revise_product,
)
from marketplace.catalogue.vocabulary import NewCertificate, NewOffer, NewPack, NewProduct, Words, all_classes
from marketplace.core.actor import Actor
from marketplace.core.errors import Refused
from marketplace.core.text import fold, parse_pack, to_grams
from marketplace.core.texts import N_
from marketplace.places.queries import read_address, resolve_place
from marketplace.places.vocabulary import ResolvedPlace
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import supplier_by_tax_code, suppliers_by_match_key
from marketplace.suppliers.services import register_supplier, update_supplier
from marketplace.suppliers.vocabulary import NewSupplier, SupplierKind, kind_from_name, match_key_of

SOURCE = "import"
# Which rule a decision was made under (DOMAIN 1.1): the first day of each, newest first.
_RULES = (
    (date(2026, 5, 22), "26-2026"),
    (date(2025, 7, 6), "1489"),
    (date(2023, 2, 24), "148"),
    (date(2019, 8, 21), "1048"),
)
TWO_SUPPLIERS = N_("Có %(count)s nơi cùng tên “%(name)s” trong tỉnh; cần mã số thuế để phân biệt.")
NO_NAME = N_("Dòng này không có tên sản phẩm.")
NO_SUPPLIER = N_("Dòng này không có tên chủ thể.")


@dataclass
class Taken:
    """What became of a row: ``created``, ``changed`` or ``unchanged``; the product where there is one."""

    outcome: str
    product_id: int | None = None


def take_product(actor: Actor, row: ImportedRow) -> Taken:
    """Take a row of a products list. Raises Refused with the reason; call it inside a savepoint."""
    if not row.get("name"):
        raise Refused(NO_NAME)
    place = _place(row)
    supplier, supplier_outcome = _supplier(actor, row, row.get("supplier"), place)
    product, outcome = _product(actor, row, supplier, place)
    changes = [supplier_outcome, outcome]
    if supplier is not None and (row.get("price") or row.get("pack")):
        changes.append(_offer(actor, row, product, supplier))
    if row.get("seller") and match_key_of(row.get("seller")) != (supplier.match_key if supplier else None):
        outlet, outlet_outcome = _supplier(actor, row, row.get("seller"), ResolvedPlace(text=""), outlet=True)
        assert outlet is not None
        changes += [outlet_outcome, _offer(actor, row, product, outlet)]
    if row.get("stars"):
        changes.append(_certificate(actor, row, product))
    return Taken("created" if outcome == "created" else _strongest(changes), product.id)


def take_supplier(actor: Actor, row: ImportedRow) -> Taken:
    """Take a row of a suppliers list. Raises Refused with the reason."""
    if not row.get("supplier"):
        raise Refused(NO_SUPPLIER)
    _found, outcome = _supplier(actor, row, row.get("supplier"), _place(row))
    return Taken(outcome)


def _strongest(outcomes: list[str]) -> str:
    return "changed" if {"created", "changed"} & set(outcomes) else "unchanged"


def _place(row: ImportedRow) -> ResolvedPlace:
    """Where the columns say it is; an ambiguous place keeps its text and is settled by a person."""
    if row.get("commune") or row.get("district") or row.get("province"):
        return resolve_place(row.get("commune") or "", row.get("district") or "", row.get("province") or "")
    return read_address(row.get("origin")) if row.get("origin") else ResolvedPlace(text="")


def _supplier(
    actor: Actor, row: ImportedRow, name: str | None, place: ResolvedPlace, *, outlet: bool = False
) -> tuple[Supplier | None, str]:
    """Found by tax code, else by name without legal form within the province; entered unclaimed otherwise."""
    if not name:
        return None, "unchanged"
    tax_code = None if outlet else row.get("tax_code")
    found = supplier_by_tax_code(tax_code) if tax_code else None
    if found is None:
        named = suppliers_by_match_key(match_key_of(name), place.province_id)
        if len(named) > 1:
            raise Refused(TWO_SUPPLIERS, count=len(named), name=name)
        found = named[0] if named else None
    if found is None:
        return register_supplier(actor, _new_supplier(row, name, place, tax_code, outlet=outlet)), "created"
    # A list is told by others: it fills in what is missing and overwrites nothing.
    missing = {} if outlet else {k: v for k, v in _facts(row, place).items() if v and getattr(found, k) is None}
    return found, "changed" if update_supplier(actor, found, missing) else "unchanged"


def _facts(row: ImportedRow, place: ResolvedPlace) -> dict[str, Any]:
    return {
        "tax_code": row.get("tax_code"),
        "phone": row.get("phone"),
        "place_id": place.place_id,
        "legacy_place_id": place.legacy_place_id,
        "province_id": place.province_id,
        "place_text": place.text or None,
    }


def _new_supplier(
    row: ImportedRow, name: str, place: ResolvedPlace, tax_code: str | None, *, outlet: bool
) -> NewSupplier:
    return NewSupplier(
        name=name,
        kind=SupplierKind.OUTLET if outlet else _kind(row, name),
        is_producer=not outlet,
        is_outlet=outlet,
        tax_code=tax_code,
        place_id=place.place_id,
        legacy_place_id=place.legacy_place_id,
        province_id=place.province_id,
        place_text=place.text or None,
        phone=None if outlet else row.get("phone"),
        emails=(row.get("email"),) if row.get("email") and not outlet else (),
        source=SOURCE,
    )


def _kind(row: ImportedRow, name: str) -> str | None:
    written = fold(row.get("kind") or "")
    found = next((kind for kind in SupplierKind if written == kind.value.replace("_", " ")), None)
    return found or kind_from_name(row.get("kind") or "") or kind_from_name(name)


def _product(actor: Actor, row: ImportedRow, supplier: Supplier | None, place: ResolvedPlace) -> tuple[Product, str]:
    supplier_id = supplier.id if supplier else None
    found = product_by_match_key(supplier_id, product_match_key(row.get("name")), place.province_id)
    if found is not None:
        words = replace(words_of_product(found), **_words(row))
        return found, "changed" if revise_product(actor, found, words) else "unchanged"
    new = NewProduct(
        words=Words(**_words(row)),
        supplier_id=supplier_id,
        class_code=_class_code(row.get("class_text") or ""),
        place_id=None if supplier else place.place_id,
        province_id=None if supplier else place.province_id,
        place_text=None if supplier else place.text or None,
        state="published",
        source=SOURCE,
    )
    return add_product(actor, new), "created"


def _words(row: ImportedRow) -> dict[str, Any]:
    """The words that the list gives; what it is silent about stays as it is."""
    given = {name: row.get(name) for name in ("name", "name_en", "description", "description_en")}
    given["months"] = row.get("season")
    given["monthly_grams"] = row.get("capacity").grams if row.get("capacity") else None
    return {name: value for name, value in given.items() if value is not None}


def _class_code(text: str) -> str | None:
    """A class by its code or its name, as either is written."""
    key = fold(text)
    for found in all_classes():
        if key and key in (fold(found.code), fold(found.name_vi), fold(found.shelf_vi)):
            return found.code
    return None


def _offer(actor: Actor, row: ImportedRow, product: Product, supplier: Supplier) -> str:
    pack = _pack(row)
    box = put_pack(actor, product, pack)
    least = row.get("least")
    offer = NewOffer(
        supplier_id=supplier.id,
        pack_id=box.id,
        price_kind="le" if row.get("price") else "lien_he",
        price=row.get("price"),
        price_to=row.get("price_to"),
        least_grams=least.grams if least else None,
        least_packs=int(least.amount) if least and least.grams is None else None,
    )
    return "changed" if put_offer(actor, offer) else "unchanged"


def _pack(row: ImportedRow) -> NewPack:
    """The size, from its own column, the unit's, or the product's name."""
    for text in (row.get("pack"), row.get("name"), row.get("unit")):
        found = parse_pack(text) if text else None
        if found is not None:
            return NewPack(found.label[:60], found.grams)
    unit = (row.get("unit") or "gói").lower()[:60]
    return NewPack(f"1 {unit}" if to_grams(1, unit) else unit, to_grams(1, unit))  # type: ignore[arg-type]


def _certificate(actor: Actor, row: ImportedRow, product: Product) -> str:
    """Claim the paper unless the very same is there; a year alone is no date, and is kept as words."""
    issued, year = row.get("issued") or (None, None)
    decision = row.get("decision") or (f"năm {year}" if year else None)
    for paper in ocop_certificates_of(product.id):
        if (paper.stars, paper.decision_no, paper.issued_on) == (row.get("stars"), decision, issued):
            return "unchanged"
    claim_certificate(
        actor,
        NewCertificate(
            kind="ocop",
            product_id=product.id,
            stars=row.get("stars"),
            decision_no=decision,
            rule_version=next((rule for day, rule in _RULES if issued and issued >= day), None),
            issued_on=issued,
            expires_on=(row.get("expires") or (None, None))[0],
            source=SOURCE,
        ),
    )
    return "changed"
