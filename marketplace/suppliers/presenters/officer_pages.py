"""What the officers' pages about suppliers print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marketplace.accounts.models import Account
from marketplace.core.clock import local
from marketplace.core.text import format_date
from marketplace.core.texts import say
from marketplace.core.views import Chip, Pager
from marketplace.places.presenters import place_line, written_beside
from marketplace.suppliers.models import MembershipRow, Supplier
from marketplace.suppliers.presenters.members import InvitationLine, reached_at
from marketplace.suppliers.presenters.standing import OfficerStanding
from marketplace.suppliers.vocabulary import ROLE_LABELS, kind_label


@dataclass(frozen=True)
class OfficerSupplierRow:
    """A supplier in the officer's list."""

    name: str
    href: str
    kind: str
    commune: str
    has_commune: bool
    has_email: bool
    has_account: bool
    phone_is_doubted: bool


@dataclass(frozen=True)
class OfficerSuppliers:
    """The officer's list of the own area's suppliers."""

    area_name: str
    total: int
    action: str
    q: str
    filters: list[Chip]
    rows: list[OfficerSupplierRow]
    pager: Pager | None


@dataclass(frozen=True)
class Member:
    """Somebody who speaks for the supplier."""

    name: str
    reached_at: str
    role: str
    added: str
    password_action: str | None


@dataclass(frozen=True)
class OfficerPlace:
    """Where a supplier is, as far as known: ``former`` is its name before July 2025, ``written`` a list's words."""

    present: str
    former: str | None
    written: str | None
    has_commune: bool


@dataclass(frozen=True)
class OfficerSupplierPage:
    """How one supplier is reached, and who speaks for it; without ``may_change`` there is nothing to send."""

    name: str
    kind: str
    place: OfficerPlace
    list_href: str
    public_href: str
    name_action: str
    contact_action: str
    member_action: str
    code_href: str
    place_action: str
    may_change: bool
    phone_is_doubted: bool
    tax_code_is_doubted: bool
    members: list[Member]
    invitations: list[InvitationLine]
    standing: OfficerStanding


def supplier_rows(
    suppliers: Sequence[Supplier],
    *,
    hrefs: Mapping[str, str],
    communes: Mapping[str, str],
    reachable: Mapping[int, tuple[bool, bool]],
) -> list[OfficerSupplierRow]:
    """``communes`` by place id, ``reachable`` = (has a mailbox, has a member) by supplier."""
    rows = []
    for supplier in suppliers:
        has_email, has_account = reachable.get(supplier.id, (False, False))
        rows.append(
            OfficerSupplierRow(
                name=supplier.name,
                href=hrefs[supplier.slug],
                kind=kind_label(supplier.kind),
                commune=communes.get(supplier.place_id or "", supplier.place_text or "-"),
                has_commune=supplier.place_id is not None,
                has_email=has_email,
                has_account=has_account,
                phone_is_doubted=supplier.phone_doubted_at is not None,
            )
        )
    return rows


def place_of_page(supplier: Supplier) -> OfficerPlace:
    """Where the supplier is, as the page says it."""
    line = place_line(supplier.place_id or supplier.province_id, supplier.legacy_place_id)
    written = written_beside(supplier.place_text, line, supplier.place_id)
    return OfficerPlace(line.present or "-", line.former, written, supplier.place_id is not None)


def commune_chips(total: int, lacking: int, *, chosen: bool, hrefs: tuple[str, str]) -> list[Chip]:
    """All suppliers, or those of which no commune is known; nothing to choose from where every commune is."""
    if not lacking and not chosen:
        return []
    everything, without = hrefs
    return [
        Chip(say("Tất cả"), total, everything, chosen=not chosen),
        Chip(say("Chưa rõ xã"), lacking, without, chosen=chosen),
    ]


def members_of_page(members: Sequence[tuple[MembershipRow, Account]], hrefs: Mapping[int, str]) -> list[Member]:
    """Who speaks for a supplier, as the page lists them; ``hrefs``: where a password link is handed out, by account."""
    return [
        Member(
            account.name,
            reached_at(account.email, account.phone),
            say(ROLE_LABELS[row.role]),
            format_date(local(row.began_at).date()),
            hrefs.get(account.id),
        )
        for row, account in members
    ]
