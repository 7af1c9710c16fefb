"""Reads of suppliers, their mailboxes and members."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, false, func, literal, or_, select, true
from sqlalchemy.orm import aliased

from marketplace.accounts.models import Account
from marketplace.core.actor import Actor, Membership
from marketplace.core.db import session
from marketplace.core.texts import say
from marketplace.places.queries import area_of, display_names
from marketplace.places.vocabulary import Area
from marketplace.suppliers.models import Mailbox, MembershipRow, Supplier, SupplierSlug
from marketplace.suppliers.queries.merges import among, groups_of, is_root, root_supplier_id
from marketplace.suppliers.vocabulary import SupplierLabel, match_key_of

PUBLIC_STATES = ("claimed", "unclaimed")
# Whose people have a workbench: one that waits to be passed writes its products, a suspended one answers old questions.
SPEAKING_STATES = (*PUBLIC_STATES, "applied", "suspended")
_KIN = aliased(Supplier)  # a supplier itself, or one that is taken for it; made once: an alias copies all columns


@dataclass(frozen=True)
class SupplierMoved:
    """The supplier that this old address meant now stands under ``slug``."""

    slug: str


def memberships_of(account_id: int) -> tuple[Membership, ...]:
    """The suppliers for which the account speaks now, each followed by those that are taken for it.

    A member of a merged one speaks for the root, and so for all that are one with it: what names any of them is seen.
    """
    query = (
        select(_KIN.id, MembershipRow.role, Supplier.state)
        .select_from(MembershipRow)
        .join(Supplier, Supplier.id == root_supplier_id(MembershipRow.supplier_id))
        .join(_KIN, or_(_KIN.id == Supplier.id, _KIN.merged_into_id == Supplier.id))
        .where(
            MembershipRow.account_id == account_id,
            MembershipRow.ended_at.is_(None),
            Supplier.state.in_(SPEAKING_STATES),
        )
        .order_by(MembershipRow.id, _KIN.merged_into_id.is_not(None), _KIN.id)
    )
    found: dict[int, Membership] = {}
    for supplier_id, role, state in session.execute(query):
        if supplier_id not in found or role == "manager":
            found[supplier_id] = Membership(supplier_id, role, state in PUBLIC_STATES)  # type: ignore[arg-type]  # the table's check allows these words only
    return tuple(found.values())


def hidden_among(supplier_ids: Iterable[int | None]) -> set[int | None]:
    """Those of these suppliers that nobody sees at present: of one that is taken for another, that other decides."""
    wanted = sorted({key for key in supplier_ids if key is not None})
    portions = (wanted[start : start + 500] for start in range(0, len(wanted), 500))  # bound values have a limit
    query = select(_KIN.id).join(Supplier, Supplier.id == func.coalesce(_KIN.merged_into_id, _KIN.id))
    query = query.where(Supplier.state.not_in(PUBLIC_STATES))
    return {key for some in portions for key in session.scalars(query.where(_KIN.id.in_(some)))}


def members_of(supplier_id: int) -> list[tuple[MembershipRow, Account]]:
    """Who speaks for the supplier now, those of what is taken for it too, in the order in which they came."""
    query = (
        select(MembershipRow, Account)
        .join(Account, Account.id == MembershipRow.account_id)
        .where(MembershipRow.supplier_id.in_(among([supplier_id])), MembershipRow.ended_at.is_(None))
        .order_by(MembershipRow.id)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def supplier_by_slug(_actor: Actor, slug: str) -> Supplier | None:
    """The supplier at an address, whatever its state; what is taken for another is that one."""
    return session.scalars(_at(slug)).one_or_none()


def _at(slug: str) -> Select[Supplier]:
    """The root of the supplier that stands, or ever stood, at this address."""
    return (
        select(Supplier)
        .select_from(SupplierSlug)
        .join(Supplier, Supplier.id == root_supplier_id(SupplierSlug.supplier_id))
        .where(SupplierSlug.slug == slug)
    )


def public_supplier(_actor: Actor, slug: str) -> Supplier | SupplierMoved | None:
    """The supplier whose public page stands at ``slug``, or where it moved to: by a new address, or by a merge."""
    supplier = session.scalars(_at(slug).where(Supplier.state.in_(PUBLIC_STATES))).one_or_none()
    if supplier is None or supplier.slug == slug:
        return supplier
    return SupplierMoved(supplier.slug)


def suppliers_named(
    text: str, *, offset: int, limit: int, within: Iterable[Iterable[str]] = ()
) -> tuple[list[Supplier], int]:
    """Public suppliers whose name holds ``text`` (without accents too), by name; and how many there are.

    Each set of keys ``within`` must have one of the supplier's places (see ``places.queries.keys_inside``).
    """
    conditions = [Supplier.state.in_(PUBLIC_STATES), is_root(), _named(text), *map(_has_place_among, within)]
    total = session.scalar(select(func.count()).select_from(Supplier).where(*conditions)) or 0
    query = select(Supplier).where(*conditions).order_by(Supplier.sort_key, Supplier.id)
    return list(session.scalars(query.offset(offset).limit(limit))), total


def _has_place_among(keys: Iterable[str]) -> ColumnElement[bool]:
    wanted = set(keys)
    columns = (Supplier.place_id, Supplier.legacy_place_id, Supplier.province_id)
    return or_(*(column.in_(wanted) for column in columns))


def _named(text: str) -> ColumnElement[bool]:
    """Each folded word of ``text`` begins a word of the name; legal forms are left aside."""
    words = match_key_of(text).split() if text else []
    padded = literal(" ") + Supplier.match_key  # concat() is unknown to older SQLite
    return and_(true(), *(padded.contains(f" {word}", autoescape=True) for word in words))


def supplier_labels(supplier_ids: Iterable[int]) -> dict[int, SupplierLabel]:
    """Names and numbers of these suppliers, by key; of one that is taken for another, that other's."""
    query = select(
        _KIN.id.label("asked_id"),
        Supplier.id,
        Supplier.public_id,
        Supplier.slug,
        Supplier.name,
        Supplier.short_name,
        Supplier.kind,
        Supplier.phone,
        Supplier.has_zalo,
        Supplier.place_id,
        Supplier.legacy_place_id,
        Supplier.state,
        Supplier.usual_answer_minutes,
    ).join(_KIN, Supplier.id == func.coalesce(_KIN.merged_into_id, _KIN.id))
    rows = session.execute(query.where(_KIN.id.in_(set(supplier_ids))))
    return {asked_id: SupplierLabel(*values) for asked_id, *values in rows}


def mailboxes_of(supplier_id: int) -> tuple[str, ...]:
    """The addresses to which the supplier's mails go, its own and those of what is taken for it.

    Without those that were found undeliverable; each once.
    """
    query = select(Mailbox.address).where(
        Mailbox.supplier_id.in_(among([supplier_id])), Mailbox.undeliverable_at.is_(None)
    )
    return tuple(dict.fromkeys(session.scalars(query.order_by(Mailbox.id))))


def suppliers_with_usual_answer() -> list[int]:
    """Keys of the suppliers of which it is known in which time they usually answer."""
    return list(session.scalars(select(Supplier.id).where(Supplier.usual_answer_minutes.is_not(None))))


def in_area(area: Area) -> ColumnElement[bool]:
    """Condition: the supplier lies in the area, by any of its places (as ``Area.covers`` says of one)."""
    return or_(
        Supplier.legacy_place_id.in_(area.old_communes),
        Supplier.place_id.in_(area.present_communes),
        Supplier.province_id.in_(area.present_provinces),
    )


def of_actor(actor: Actor) -> ColumnElement[bool]:
    """Condition: the supplier lies in one of the officer's areas; everything for an administrator."""
    return _of_areas(actor, actor.area_ids)


def reviewed_by(actor: Actor) -> ColumnElement[bool]:
    """Condition: the supplier lies in an area in which the officer may also change things."""
    return _of_areas(actor, actor.reviewed_area_ids)


def _of_areas(actor: Actor, place_ids: Iterable[str]) -> ColumnElement[bool]:
    if actor.is_administrator:
        return true()
    return or_(false(), *(in_area(area_of(place_id)) for place_id in place_ids))


def is_reviewed(actor: Actor, supplier_id: int) -> bool:
    """Whether the officer may change things at this supplier."""
    query = select(Supplier.id).where(Supplier.id.in_(among([supplier_id])), is_root(), reviewed_by(actor))
    return session.scalar(query) is not None


def area_names(actor: Actor) -> str:
    """The officer's areas in words."""
    if actor.is_administrator:
        return say("cả nước")
    names = display_names(actor.area_ids)
    return ", ".join(names[key].full for key in actor.area_ids if key in names)


def supplier_of_area(actor: Actor, slug: str) -> Supplier | None:
    """The supplier at ``slug`` if it lies in one of the officer's areas."""
    return session.scalars(_at(slug).where(of_actor(actor))).one_or_none()


def suppliers_of_area(actor: Actor, text: str = "") -> list[Supplier]:
    """The suppliers of the officer's areas whose name holds ``text``, by name; none that nobody has passed yet."""
    query = select(Supplier).where(of_actor(actor), is_root(), _named(text), Supplier.state != "applied")
    return list(session.scalars(query.order_by(Supplier.sort_key, Supplier.id)))


def reachability(supplier_ids: Iterable[int]) -> dict[int, tuple[bool, bool]]:
    """By supplier: (has a mailbox, has a member)."""
    groups = groups_of(supplier_ids)
    wanted = {member for group in groups.values() for member in group}
    mailed = set(session.scalars(select(Mailbox.supplier_id).where(Mailbox.supplier_id.in_(wanted))))
    query = select(MembershipRow.supplier_id).where(
        MembershipRow.supplier_id.in_(wanted), MembershipRow.ended_at.is_(None)
    )
    joined = set(session.scalars(query))
    return {key: (not mailed.isdisjoint(group), not joined.isdisjoint(group)) for key, group in groups.items()}


def supplier_by_tax_code(tax_code: str) -> Supplier | None:
    """The supplier with this tax code, or what it is taken for."""
    return session.scalars(_roots_where(Supplier.tax_code == tax_code).limit(1)).one_or_none()


def _roots_where(condition: ColumnElement[bool]) -> Select[Supplier]:
    """The roots of the suppliers of which ``condition`` is true, the oldest first."""
    found = select(func.coalesce(Supplier.merged_into_id, Supplier.id)).where(condition)
    return select(Supplier).where(Supplier.id.in_(found)).order_by(Supplier.id)


def suppliers_by_match_key(match_key: str, province_id: str | None) -> list[Supplier]:
    """Suppliers of that name within the province; those without a known province match any."""
    condition = Supplier.match_key == match_key
    if province_id is not None:
        condition &= or_(Supplier.province_id == province_id, Supplier.province_id.is_(None))
    return list(session.scalars(_roots_where(condition)))


def taken_slugs(slugs: list[str]) -> set[str]:
    """Which of these addresses were ever used."""
    portions = (slugs[start : start + 500] for start in range(0, len(slugs), 500))  # bound values have a limit
    query = select(SupplierSlug.slug)
    return {slug for some in portions for slug in session.scalars(query.where(SupplierSlug.slug.in_(some)))}
