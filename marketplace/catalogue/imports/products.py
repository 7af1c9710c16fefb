"""The product of a row: found again within its producer, given the list's words, or entered."""

from dataclasses import asdict, replace
from typing import Any

from marketplace.catalogue.imports.columns import SYNONYMS
from marketplace.catalogue.imports.rows import ImportedRow
from marketplace.catalogue.imports.suppliers import EARLIER, KEPT_OWN
from marketplace.catalogue.imports.told import SOURCE, Taking
from marketplace.catalogue.services import product_match_key
from marketplace.catalogue.vocabulary import Words, propose_class
from marketplace.catalogue.vocabulary.class_texts import class_of_text
from marketplace.catalogue.vocabulary.drafts import ProductDraft, SupplierDraft
from marketplace.core.text import exact_key, fold, strip_pack
from marketplace.core.texts import N_

RECHECK = N_("Chữ của sản phẩm đang bày sẽ đổi, nên sản phẩm chờ cán bộ xem lại rồi mới hiện.")
AGAIN = N_("Sản phẩm từng bị trả lại, nay chờ cán bộ xem lần nữa.")
_FIELDS = {
    "name": "name",
    "name_en": "name_en",
    "description": "description",
    "description_en": "description_en",
    "ingredients": "ingredients",
    "storage": "storage",
    "months": "season",
    "monthly_grams": "capacity",
}


def tell_product(taking: Taking, found: ProductDraft | None, maker: SupplierDraft | None) -> ProductDraft:
    """What the row says of its product."""
    if found is None:
        taking.created = True
        found = taking.book.enter_product(_new_product(taking, maker))
        taking.tells_of(found)
        return found
    first = taking.tells_of(found)
    if _is_anothers(taking, maker):
        return found
    may = _may_correct(taking, found, maker)
    _tell_words(taking, found, first and may, may)
    if taking.book.mandate.supplier_id is not None:
        _wait_again(taking, found)
    _tell_class(taking, found, first and may)
    return found


def _is_anothers(taking: Taking, maker: SupplierDraft | None) -> bool:
    """A member's list may offer what another makes, but not speak of it."""
    own = taking.book.mandate.supplier_id
    return own is not None and (maker is None or maker.id != own)


def _may_correct(taking: Taking, found: ProductDraft, maker: SupplierDraft | None) -> bool:
    """Once its producer speaks for itself, a list adds what is missing; the producer's own list corrects."""
    if taking.book.mandate.supplier_id is not None:
        return True
    return bool(found.values["source"] == SOURCE and (maker is None or maker["state"] == "unclaimed"))


def _tell_words(taking: Taking, found: ProductDraft, corrects: bool, may: bool) -> None:
    given, present = _words(taking.row), asdict(found.words)
    if product_match_key(given["name"]) in found.also_keys:
        given["name"] = found.words.name  # what was taken for another keeps that one's name
    told = {name: value for name, value in given.items() if corrects or present[name] is None}
    if may:
        told["name"] = _name_after(found.words.name, given["name"], corrects)
    words = replace(found.words, **told)
    if words != found.words:
        found.words, found.has_new_words, taking.changed = words, True, True
        found.match_key = product_match_key(words.name)
    for name, value in given.items():
        if present[name] is not None and not _is_same(name, getattr(found.words, name), value):
            _withheld(taking, found, SYNONYMS[_FIELDS[name]][0])


def _name_after(present: str, given: str, corrects: bool) -> str:
    """What a product is called once a row has called it ``given``: sizes that differ are its packs', not its name's."""
    if present == given:
        return present
    in_two_sizes = fold(present) != fold(given) and fold(strip_pack(present)) == fold(strip_pack(given))
    name = given if corrects else present
    return strip_pack(name) if in_two_sizes else name


def _is_same(name: str, present: Any, given: Any) -> bool:
    """Whether both say the same; of names the size and the case don't matter."""
    return bool(present == given or (name == "name" and exact_key(strip_pack(present)) == exact_key(strip_pack(given))))


def _wait_again(taking: Taking, found: ProductDraft) -> None:
    """What a producer says anew is looked at anew: other words of what is shown, and all that was returned."""
    state = found.values["state"]
    if state == "returned" or (state == "published" and found.has_new_words):
        found.values["state"], found.has_new_state, taking.changed = "pending", True, True
        taking.remark("", RECHECK if state == "published" else AGAIN)


def _withheld(taking: Taking, found: ProductDraft, column: str) -> None:
    if found.line is not None and found.line != taking.row.number:
        taking.remark(column, EARLIER, line=found.line, name=found.words.name)
    elif found.maker is not None:
        taking.remark(column, KEPT_OWN, name=found.maker["name"])


def _tell_class(taking: Taking, found: ProductDraft, corrects: bool) -> None:
    code = class_of_text(taking.row.get("class_text") or "")
    present = found.values["class_code"]
    if code and (present is None or (corrects and present != code)):
        found.values["class_code"], found.values["proposed_class"] = code, None
        found.has_new_class, taking.changed = True, True


def _new_product(taking: Taking, maker: SupplierDraft | None) -> ProductDraft:
    row, place = taking.row, taking.place
    written = row.get("class_text") or ""
    code = class_of_text(written)
    # A producer's products are where it is, also when it moves.
    where = (None, None, None) if maker else (place.place_id, place.province_id, place.text or None)
    return ProductDraft(
        maker=maker,
        words=Words(**_words(row)),
        match_key=product_match_key(row.get("name")),
        values={
            "class_code": code,
            # A person confirms what the words propose (DESIGN section 6, *Import*).
            "proposed_class": None if code else propose_class(row.get("name")) or propose_class(written),
            "place_id": where[0],
            "province_id": where[1],
            "place_text": where[2],
            "state": taking.book.mandate.state,
            "source": SOURCE,
        },
    )


def _words(row: ImportedRow) -> dict[str, Any]:
    """The words that the list gives; what it is silent about stays as it is."""
    return {name: row.get(field) for name, field in _FIELDS.items() if row.get(field) is not None}
