"""The supplier whom a row names: found again, put right where the list may, or entered."""

from typing import Any

from marketplace.catalogue.imports.told import SOURCE, Taking
from marketplace.core.errors import Refused
from marketplace.core.text import exact_key, fold
from marketplace.core.texts import N_
from marketplace.places.vocabulary import ResolvedPlace
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import mailboxes_of, supplier_by_tax_code, suppliers_by_match_key
from marketplace.suppliers.services import put_contact, register_supplier, update_supplier
from marketplace.suppliers.vocabulary import (
    NewSupplier,
    SupplierKind,
    kind_from_name,
    match_key_of,
    strip_legal_form,
)

TWO_SUPPLIERS = N_("Có %(count)s nơi cùng tên “%(name)s” trong tỉnh; cần mã số thuế để phân biệt.")
_PLACE = ("place_id", "legacy_place_id", "province_id", "place_text")  # the most telling first


def take_producer(taking: Taking, place: ResolvedPlace) -> Supplier | None:
    """The row's producer; None when it names none."""
    row = taking.row
    if not row.get("supplier"):
        return None
    found = _found(row.get("supplier"), row.get("tax_code"), place.province_id)
    if found is None:
        found = register_supplier(taking.actor, _new_producer(taking, place))
        taking.created = True
    first = taking.tells_of("supplier", found.id)
    # Once claimed or verified, a supplier's own word stands above a list's (a list then only adds).
    corrects = first and found.source == SOURCE and found.state == "unclaimed" and found.verified_at is None
    changes = {"is_producer": True, **_facts(taking, found, corrects), **_place_facts(found, place, corrects)}
    taking.changed |= update_supplier(taking.actor, found, changes)
    if row.get("email") and not mailboxes_of(found.id):
        put_contact(taking.actor, found, [row.get("email")], found.phone)
        taking.changed = True
    return found


def take_outlet(taking: Taking, place: ResolvedPlace) -> Supplier | None:
    """Who sells, where that is not the producer; its own place is not told by the row."""
    name = taking.row.get("seller")
    if not name or match_key_of(name) == match_key_of(taking.row.get("supplier") or ""):
        return None
    found = _found(name, None, place.province_id)
    if found is not None:
        taking.changed |= update_supplier(taking.actor, found, {"is_outlet": True})
        return found
    taking.changed = True
    kind = kind_from_name(name) or SupplierKind.OUTLET
    return register_supplier(
        taking.actor, NewSupplier(name=name, kind=kind, is_producer=False, is_outlet=True, source=SOURCE)
    )


def _found(name: str, tax_code: str | None, province_id: str | None) -> Supplier | None:
    """By tax code, else by name without legal form within the province. Raises Refused where several fit."""
    by_code = supplier_by_tax_code(tax_code) if tax_code else None
    if by_code is not None:
        return by_code
    # Two tax codes are two suppliers, whatever they are called.
    named = [
        supplier
        for supplier in suppliers_by_match_key(match_key_of(name), province_id)
        if not (tax_code and supplier.tax_code)
    ]
    if len(named) > 1:
        raise Refused(TWO_SUPPLIERS, count=len(named), name=name)
    return named[0] if named else None


def _new_producer(taking: Taking, place: ResolvedPlace) -> NewSupplier:
    row = taking.row
    return NewSupplier(
        name=row.get("supplier"),
        kind=_kind(row.get("kind") or "") or kind_from_name(row.get("supplier")),
        tax_code=row.get("tax_code"),
        place_id=place.place_id,
        legacy_place_id=place.legacy_place_id,
        province_id=place.province_id,
        place_text=place.text or None,
        phone=row.get("phone"),
        emails=(row.get("email"),) if row.get("email") else (),
        source=SOURCE,
    )


def _kind(written: str) -> str | None:
    """A kind as it is coded ("DN") or written out ("Doanh nghiệp tư nhân")."""
    coded = (kind for kind in SupplierKind if fold(written) == fold(kind.value))
    return next(coded, None) or kind_from_name(written)


def _facts(taking: Taking, found: Supplier, corrects: bool) -> dict[str, Any]:
    facts = {"phone": taking.row.get("phone")} if corrects or found.phone is None else {}
    if found.tax_code is None:
        facts["tax_code"] = taking.row.get("tax_code")
    name = taking.row.get("supplier")
    if corrects and _spelling(name) != _spelling(found.name):
        facts["name"] = name
    return {name: value for name, value in facts.items() if value is not None}


def _spelling(name: str) -> str:
    """Legal forms are written out or not as it comes; what counts is the name itself, with its accents."""
    return exact_key(strip_legal_form(name))


def _place_facts(found: Supplier, place: ResolvedPlace, corrects: bool) -> dict[str, Any]:
    """All of the place or nothing, for a commune of one row and a province of another make no place."""
    present = tuple(getattr(found, name) for name in _PLACE)
    given = (place.place_id, place.legacy_place_id, place.province_id, place.text or None)
    if _vagueness(given) < _vagueness(present) or (corrects and _vagueness(given) == _vagueness(present)):
        return dict(zip(_PLACE, given, strict=True))
    return {}


def _vagueness(place: tuple[str | None, ...]) -> int:
    return next((number for number, part in enumerate(place) if part is not None), len(place))
