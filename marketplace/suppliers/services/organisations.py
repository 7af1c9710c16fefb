"""Writes of suppliers: entering them, how they are reached, who speaks for them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert, select, update

from marketplace.core.actor import Actor
from marketplace.core.audit import record, record_all
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.slugs import free_slugs
from marketplace.core.text import slugify, sort_key
from marketplace.core.texts import N_
from marketplace.places.queries import is_choice, place, read_address
from marketplace.places.vocabulary import PlaceRef
from marketplace.suppliers.models import Mailbox, Supplier, SupplierSlug
from marketplace.suppliers.queries import mailboxes_of, supplier_of_area, taken_slugs
from marketplace.suppliers.queries.merges import among
from marketplace.suppliers.vocabulary import (
    MailboxOpened,
    NewSupplier,
    SupplierChanged,
    SupplierKind,
    kind_from_name,
    match_key_of,
    strip_legal_form,
)

NO_SUCH_PLACE = N_("Không có xã này trong danh sách.")


def register_supplier(actor: Actor, new: NewSupplier) -> Supplier:
    """Enter a supplier with its address on the site; emits SupplierChanged."""
    (supplier,) = register_suppliers(actor, [new])
    emit(SupplierChanged(supplier.id))
    return supplier


def register_suppliers(actor: Actor, news: Sequence[NewSupplier]) -> list[Supplier]:
    """Enter many, in the order given, with one statement.

    Announces nothing: a supplier that is new has no products yet, and those who enter some for it announce them.
    """
    slugs = free_slugs([slugify(new.name) for new in news], taken_slugs)
    suppliers = [_row_of(new, slug) for new, slug in zip(news, slugs, strict=True)]
    session.add_all(suppliers)
    session.flush()
    for supplier, new in zip(suppliers, news, strict=True):
        session.add_all(Mailbox(supplier_id=supplier.id, address=address, added_at=now()) for address in new.emails)
    session.flush()
    if suppliers:
        session.execute(insert(SupplierSlug), [{"slug": s.slug, "supplier_id": s.id} for s in suppliers])
    record_all(actor, "register_supplier", "supplier", [(s.public_id, {"source": s.source}) for s in suppliers])
    return suppliers


def _row_of(new: NewSupplier, slug: str) -> Supplier:
    moment = now()
    return Supplier(
        slug=slug,
        name=new.name,
        short_name=_short_name(new.name),
        sort_key=_sort_key(new.name),
        match_key=match_key_of(new.name),
        kind=new.kind or kind_from_name(new.name) or SupplierKind.HOUSEHOLD,
        is_producer=new.is_producer,
        is_outlet=new.is_outlet,
        tax_code=new.tax_code,
        place_id=new.place_id,
        legacy_place_id=new.legacy_place_id,
        province_id=new.province_id,
        place_text=new.place_text,
        address_line=new.address_line,
        phone=new.phone,
        has_zalo=new.has_zalo,
        representative=new.representative,
        women_led=new.women_led,
        members_official=new.members_official,
        about=new.about,
        state=new.state,
        source=new.source,
        created_at=moment,
        changed_at=moment,
    )


def update_supplier(actor: Actor, supplier: Supplier, changes: dict[str, Any]) -> bool:
    """Set the given attributes where they differ; says whether anything did. Emits SupplierChanged then."""
    changed = [name for name, value in changes.items() if getattr(supplier, name) != value]
    if not changed:
        return False
    for name in changed:
        setattr(supplier, name, changes[name])
    if "name" in changed:
        supplier.short_name, supplier.sort_key = _short_name(supplier.name), _sort_key(supplier.name)
        supplier.match_key = match_key_of(supplier.name)
    supplier.changed_at = now()
    session.flush()
    record(actor, "update_supplier", "supplier", supplier.public_id, fields=changed)
    emit(SupplierChanged(supplier.id))
    return True


def _short_name(name: str) -> str:
    return strip_legal_form(name)[:120].strip()


def _sort_key(name: str) -> str:
    return sort_key(name)[:400]  # the column's room; names that differ only beyond it may stand in any order


def put_name(actor: Actor, supplier: Supplier, name: str, kind: str, tax_code: str | None) -> bool:
    """An officer says how it is called and what it is before the law; says whether anything is new.

    Emits SupplierChanged then. What is kept as a household's tax code is its owner's personal number (Thông tư
    86/2024/TT-BTC), which officers aren't shown: without another one it stays, and it goes when the supplier is a
    household no more.
    """
    if tax_code is None and supplier.kind == kind == SupplierKind.HOUSEHOLD:
        tax_code = supplier.tax_code
    return update_supplier(actor, supplier, {"name": name, "kind": kind, "tax_code": tax_code})


def verify_supplier(actor: Actor, supplier: Supplier) -> None:
    """An officer says that the supplier is who it says it is."""
    supplier.verified_at, supplier.verified_by_id = now(), actor.account_id
    session.flush()
    record(actor, "verify_supplier", "supplier", supplier.public_id)
    emit(SupplierChanged(supplier.id))


def put_contact(actor: Actor, supplier: Supplier, emails: Sequence[str], phone: str | None) -> None:
    """Set the mailboxes and the phone; addresses that are left out are dropped. Emits MailboxOpened for a first one."""
    had_none = not mailboxes_of(supplier.id)
    present = session.scalars(select(Mailbox).where(Mailbox.supplier_id.in_(among([supplier.id])))).all()
    for mailbox in present:
        if mailbox.address not in emails:
            session.delete(mailbox)
    session.flush()
    known = {mailbox.address for mailbox in present}
    _add_mailboxes(supplier, [address for address in emails if address not in known])
    if phone != supplier.phone:
        supplier.phone_doubted_at = None
    supplier.phone, supplier.changed_at = phone, now()
    session.flush()
    reached = mailboxes_of(supplier.id)
    record(actor, "put_contact", "supplier", supplier.public_id, mailboxes=len(reached))
    emit(SupplierChanged(supplier.id))
    if had_none and reached:
        emit(MailboxOpened(supplier.id))


def doubt_phone(actor: Actor, supplier: Supplier, *, doubted: bool) -> None:
    """Somebody rang, and it was another's number; or that was a mistake. A new number empties it too."""
    supplier.phone_doubted_at = now() if doubted else None
    session.flush()
    record(actor, "doubt_phone", "supplier", supplier.public_id, doubted=doubted)


def keep_usual_answer(supplier_id: int, minutes: int | None) -> None:
    """Keep in which time the supplier usually answers; derived, so it is no act of anybody."""
    session.execute(update(Supplier).where(Supplier.id == supplier_id).values(usual_answer_minutes=minutes))


def put_place(actor: Actor, supplier: Supplier, ref: PlaceRef, words: str) -> bool:
    """Say where the supplier is: in a commune, or without one at what the ``words`` say.

    Says whether it still lies in the actor's own areas: moving it out is allowed, for a list may have put it into the
    wrong commune, and stands in the audit. Raises Refused (``place``) for no such commune. Emits SupplierChanged.
    """
    wanted = _place_in(ref) if ref.place_id else _place_in_words(supplier, words)
    before = PlaceRef(supplier.place_id, supplier.legacy_place_id)
    if all(getattr(supplier, name) == value for name, value in wanted.items()) and supplier.placed_at:
        return True
    supplier.placed_at = now()
    for name, value in wanted.items():
        setattr(supplier, name, value)
    supplier.changed_at = now()
    session.flush()
    stays = supplier_of_area(actor, supplier.slug) is not None
    after = PlaceRef(supplier.place_id, supplier.legacy_place_id)
    details = {"before": before.value, "after": after.value, "province": supplier.province_id, "left_area": not stays}
    record(actor, "put_place", "supplier", supplier.public_id, **details)
    emit(SupplierChanged(supplier.id))
    return stays


def _place_in(ref: PlaceRef) -> dict[str, str | None]:
    """What the list had written stays in ``place_text``: it is where the place was taken from."""
    if not is_choice(ref):
        raise Refused(NO_SUCH_PLACE, field="place")
    return {**ref._asdict(), "province_id": place(str(ref.place_id)).province_id}


def _place_in_words(supplier: Supplier, words: str) -> dict[str, str | None]:
    """Words that name no commune; where they name no province either, it stays the one that was known."""
    read = read_address(words)
    former = None if read.place_id else read.legacy_place_id
    province_id = read.province_id or supplier.province_id
    return {"place_id": None, "legacy_place_id": former, "province_id": province_id, "place_text": words}


def _add_mailboxes(supplier: Supplier, emails: Sequence[str]) -> None:
    session.add_all(Mailbox(supplier_id=supplier.id, address=address, added_at=now()) for address in emails)
    session.flush()
