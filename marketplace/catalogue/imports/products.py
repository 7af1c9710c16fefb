"""The product of a row: found again within its producer, given the list's words, or entered."""

from dataclasses import asdict, replace
from typing import Any

from marketplace.catalogue.imports.rows import ImportedRow
from marketplace.catalogue.imports.told import SOURCE, Taking
from marketplace.catalogue.models import Product
from marketplace.catalogue.queries.matches import product_by_match_key, words_of_product
from marketplace.catalogue.services import add_product, product_match_key, put_class, revise_product
from marketplace.catalogue.vocabulary import NewProduct, Words, all_classes, propose_class
from marketplace.core.text import fold
from marketplace.places.vocabulary import ResolvedPlace
from marketplace.suppliers.models import Supplier


def take_product_of(taking: Taking, supplier: Supplier | None, place: ResolvedPlace) -> Product:
    """The row's product; without a producer it is found by its name within the province."""
    row = taking.row
    key = product_match_key(row.get("name"))
    found = product_by_match_key(supplier.id if supplier else None, key, place.province_id)
    if found is None:
        taking.created = True
        found = add_product(taking.actor, _new_product(row, supplier, place))
        taking.tells_of("product", found.id)
        return found
    first = taking.tells_of("product", found.id)
    # Once its producer speaks for itself, a list adds what is missing and overwrites nothing.
    corrects = first and found.source == SOURCE and (supplier is None or supplier.state == "unclaimed")
    present = words_of_product(found)
    words = replace(present, **(_words(row) if corrects else _missing(present, row)))
    taking.changed |= revise_product(taking.actor, found, words)
    code = _class_code(row.get("class_text") or "")
    if code and (found.class_code is None or (corrects and found.class_code != code)):
        put_class(taking.actor, found, code)
        taking.changed = True
    return found


def _new_product(row: ImportedRow, supplier: Supplier | None, place: ResolvedPlace) -> NewProduct:
    written = row.get("class_text") or ""
    return NewProduct(
        words=Words(**_words(row)),
        supplier_id=supplier.id if supplier else None,
        class_code=_class_code(written),
        # A person confirms what the words propose (DESIGN section 6, *Import*).
        proposed_class=None if _class_code(written) else propose_class(row.get("name")) or propose_class(written),
        # A producer's products are where it is, also when it moves.
        place_id=None if supplier else place.place_id,
        province_id=None if supplier else place.province_id,
        place_text=None if supplier else place.text or None,
        state="published",
        source=SOURCE,
    )


def _words(row: ImportedRow) -> dict[str, Any]:
    """The words that the list gives; what it is silent about stays as it is."""
    given = {name: row.get(name) for name in ("name", "name_en", "description", "description_en")}
    given |= {"months": row.get("season"), "monthly_grams": row.get("capacity")}
    return {name: value for name, value in given.items() if value is not None}


def _missing(present: Words, row: ImportedRow) -> dict[str, Any]:
    return {name: value for name, value in _words(row).items() if asdict(present)[name] is None}


def _class_code(text: str) -> str | None:
    """A class by its code or its name, as either is written."""
    key = fold(text)
    for found in all_classes():
        if key and key in (fold(found.code), fold(found.name_vi), fold(found.shelf_vi)):
            return found.code
    return None
