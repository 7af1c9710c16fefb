"""The suppliers whom a row names: found again, put right where the list may, or entered."""

from typing import Any

from marketplace.catalogue.imports.columns import SYNONYMS
from marketplace.catalogue.imports.told import SOURCE, Taking
from marketplace.catalogue.vocabulary.drafts import SupplierDraft
from marketplace.core.errors import Refused
from marketplace.core.text import exact_key, fold
from marketplace.core.texts import N_
from marketplace.places.vocabulary import ResolvedPlace
from marketplace.suppliers.vocabulary import SupplierKind, kind_from_name, kind_label, match_key_of, strip_legal_form

NOT_YOURS = N_("Dòng này ghi “%(name)s”; ở đây chỉ nhận hàng của %(own)s.")
KEPT_OWN = N_("%(name)s đã tự nói về mình: giữ lời của họ, danh sách chỉ bổ sung chỗ còn trống.")
EARLIER = N_("Dòng %(line)s đã ghi khác về “%(name)s”; giữ lời dòng ấy.")
KIND_UNKNOWN = N_("Chưa hiểu loại hình “%(text)s”, nên đọc theo tên chủ thể: %(kind)s.")
PLACED = N_("Cán bộ đã chọn xã của %(name)s: giữ xã ấy.")
_PLACE = ("place_id", "legacy_place_id", "province_id", "place_text")  # the most telling first


def find_producer(taking: Taking) -> SupplierDraft | None:
    """Whom the row names as producer, if the book has it. Raises Refused where that can't be told."""
    row, mandate = taking.row, taking.book.mandate
    if mandate.supplier_id is not None:
        return _own_or_known(taking, taking.book.supplier_by_id(mandate.supplier_id))
    if not row.get("supplier"):
        return None
    return taking.book.supplier_named(row.get("supplier"), row.get("tax_code"), taking.place.province_id)


def _own_or_known(taking: Taking, own: SupplierDraft) -> SupplierDraft:
    """A member's list is about the own products; an outlet may also name another's that is known already."""
    named = taking.row.get("supplier")
    if not named or _is_called(own, named):
        return own
    other = taking.book.supplier_named(named, taking.row.get("tax_code"), taking.place.province_id)
    if other is None or not own["is_outlet"]:
        raise Refused(NOT_YOURS, name=named, own=own["name"])
    return other


def _is_called(supplier: SupplierDraft, name: str) -> bool:
    """Whether that is its name, or the name of what is taken for it."""
    return match_key_of(name) in {match_key_of(supplier["name"]), *supplier.also_keys}


def find_outlet(taking: Taking) -> SupplierDraft | None:
    """Who sells, where that is not the producer and the book has it. Raises Refused where that can't be told."""
    row, mandate = taking.row, taking.book.mandate
    name = seller_name(taking)
    if mandate.supplier_id is not None:
        own = taking.book.supplier_by_id(mandate.supplier_id)
        if name and not _is_called(own, name):
            raise Refused(NOT_YOURS, name=name, own=own["name"])
        return own if row.get("supplier") and not _is_called(own, row.get("supplier")) else None
    return taking.book.supplier_named(name, None, taking.place.province_id) if name else None


def seller_name(taking: Taking) -> str | None:
    """The seller's name, where it is not the producer's."""
    name = taking.row.get("seller")
    return name if name and match_key_of(name) != match_key_of(taking.row.get("supplier") or "") else None


def tell_producer(taking: Taking, found: SupplierDraft | None) -> SupplierDraft | None:
    """What the row says of its producer; None when it names none."""
    row = taking.row
    if found is None:
        if not row.get("supplier"):
            return None
        found = taking.book.enter_supplier(_new_producer(taking))
        taking.created = True
    first = taking.tells_of(found)
    if taking.book.mandate.supplier_id is not None:
        return found  # a member changes its own page there, not by a list
    # A row about what was taken for another adds to that one; it must not give it its name back.
    corrects = first and not found.speaks_for_itself and match_key_of(row.get("supplier")) not in found.also_keys
    before = found["name"]
    changes = {"is_producer": True, **_facts(taking, found, corrects), **_place_facts(taking, found, corrects)}
    taking.changed |= found.put(changes)
    taking.book.renamed(found, before)
    if found["tax_code"]:
        taking.book.coded(found)
    if row.get("email") and not found.has_mailbox:
        found.email, found.has_mailbox = row.get("email"), True
        taking.changed = True
    return found


def tell_outlet(taking: Taking, found: SupplierDraft | None) -> SupplierDraft | None:
    """Who sells, where that is not the producer; its own place is not told by the row."""
    name = seller_name(taking)
    if found is not None:
        if taking.book.mandate.supplier_id is None:
            taking.changed |= found.put({"is_outlet": True})
        return found
    if not name or taking.book.mandate.supplier_id is not None:
        return None
    taking.changed = True
    kind = kind_from_name(name) or SupplierKind.OUTLET
    return taking.book.enter_supplier(_draft(name=name, kind=kind, is_producer=False, is_outlet=True))


def _new_producer(taking: Taking) -> SupplierDraft:
    row = taking.row
    written = row.get("kind") or ""
    kind = _kind(written) or kind_from_name(row.get("supplier")) or SupplierKind.HOUSEHOLD
    if written and not _kind(written):
        taking.remark(SYNONYMS["kind"][0], KIND_UNKNOWN, text=written[:40], kind=kind_label(kind))
    email = row.get("email")
    draft = _draft(
        name=row.get("supplier"),
        kind=kind,
        tax_code=row.get("tax_code"),
        phone=row.get("phone"),
        representative=row.get("representative"),
        **_place_values(taking.place),
    )
    draft.email, draft.has_mailbox = email, bool(email)
    return draft


def _draft(**given: Any) -> SupplierDraft:
    nothing = dict.fromkeys((*_PLACE, "tax_code", "phone", "representative"))
    own = {"is_producer": True, "is_outlet": False, "state": "unclaimed", "source": SOURCE}
    return SupplierDraft({**nothing, **own, **given})


def _kind(written: str) -> str | None:
    """A kind as it is coded ("DN") or written out ("Doanh nghiệp tư nhân")."""
    coded = (kind for kind in SupplierKind if fold(written) == fold(kind.value))
    return next(coded, None) or kind_from_name(written)


def _facts(taking: Taking, found: SupplierDraft, corrects: bool) -> dict[str, Any]:
    row, facts = taking.row, {}
    for name in ("phone", "representative"):
        if row.get(name) is None:
            continue
        if corrects or found[name] is None:
            facts[name] = row.get(name)
        elif found[name] != row.get(name):
            _withheld(taking, found, SYNONYMS[name][0])
    if found["tax_code"] is None and row.get("tax_code"):
        facts["tax_code"] = row.get("tax_code")
    if corrects and _spelling(row.get("supplier")) != _spelling(found["name"]):
        facts["name"] = row.get("supplier")
    return facts


def _withheld(taking: Taking, found: SupplierDraft, column: str) -> None:
    """The list says otherwise than what stands above it."""
    if found.speaks_for_itself:
        taking.remark(column, KEPT_OWN, name=found["name"])
    elif found.line is not None:
        taking.remark(column, EARLIER, line=found.line, name=found["name"])


def _spelling(name: str) -> str:
    """Legal forms are written out or not as it comes; what counts is the name itself, with its accents."""
    return exact_key(strip_legal_form(name))


def _place_facts(taking: Taking, found: SupplierDraft, corrects: bool) -> dict[str, Any]:
    """All of the place or nothing, for a commune of one row and a province of another make no place."""
    present = tuple(found[name] for name in _PLACE)
    given = tuple(_place_values(taking.place).values())
    if _says_less(given, present):
        return {}
    if found.is_placed:
        if given[0] not in (present[0], None):
            taking.remark(SYNONYMS["commune"][0], PLACED, name=found["name"])
        return {}
    if _vagueness(given) < _vagueness(present) or (corrects and _vagueness(given) == _vagueness(present)):
        return dict(zip(_PLACE, given, strict=True))
    if given[:3] != present[:3] and _vagueness(given) == _vagueness(present):
        _withheld(taking, found, SYNONYMS["commune"][0])
    return {}


def _says_less(given: tuple[str | None, ...], present: tuple[str | None, ...]) -> bool:
    """Whether a row names the same commune by its name of today alone: the former one stays known."""
    return given[0] is not None and given[0] == present[0] and given[1] is None and present[1] is not None


def _place_values(place: ResolvedPlace) -> dict[str, str | None]:
    return {
        "place_id": place.place_id,
        "legacy_place_id": place.legacy_place_id,
        "province_id": place.province_id,
        "place_text": place.text or None,
    }


def _vagueness(place: tuple[str | None, ...]) -> int:
    return next((number for number, part in enumerate(place) if part is not None), len(place))
