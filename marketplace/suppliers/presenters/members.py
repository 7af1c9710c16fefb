"""What the pages about who speaks for a supplier print."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from marketplace.accounts.models import Account
from marketplace.core.clock import local
from marketplace.core.text import format_date, format_phone
from marketplace.core.texts import say
from marketplace.core.views import Chip
from marketplace.suppliers.models import MemberInvitation, MembershipRow
from marketplace.suppliers.vocabulary import ROLE_LABELS

Address = Callable[..., str]


@dataclass(frozen=True)
class MemberLine:
    """Somebody who speaks for the supplier; ``role_action`` and ``end_action`` are None where nothing is to be sent."""

    name: str
    reached_at: str
    role: str
    added: str
    is_self: bool
    role_action: str | None = None
    other_role: str = ""
    other_role_label: str = ""
    end_action: str | None = None


@dataclass(frozen=True)
class InvitationLine:
    """An invitation that waits, with its link to be passed on."""

    id: str
    to: str
    role: str
    until: str
    hand_over: bool
    link: str
    cancel_action: str


@dataclass(frozen=True)
class SupplierMembers:
    """One supplier's people; ``manages`` lets the reader invite, change and hand over.

    ``suppliers`` are those to choose from where the reader speaks for several; ``own_mailbox`` is the reader's address
    where the supplier's mails go there.
    """

    name: str
    suppliers: list[Chip]
    manages: bool
    members: list[MemberLine]
    invitations: list[InvitationLine]
    back_href: str
    own_page_href: str
    invite_action: str
    hand_over_href: str
    own_mailbox: str | None


@dataclass(frozen=True)
class InvitationPage:
    """The page behind the link of an invitation. ``state``: open, sign-in, or closed."""

    state: str
    supplier: str
    inviter: str
    role: str
    hand_over: bool
    to: str
    until: str
    action: str
    sign_in_href: str
    sign_up_href: str
    account_name: str
    refusal: str | None = None


def member_lines(
    members: Sequence[tuple[MembershipRow, Account]], *, own_id: int | None, manages: bool, slug: str, url: Address
) -> list[MemberLine]:
    """Who speaks for a supplier, as its own people see it: a manager may change all, a member may leave."""
    managers = sum(row.role == "manager" for row, _account in members)
    return [
        _member_line(row, account, managers, own_id=own_id, manages=manages, slug=slug, url=url)
        for row, account in members
    ]


def _member_line(
    row: MembershipRow, account: Account, managers: int, *, own_id: int | None, manages: bool, slug: str, url: Address
) -> MemberLine:
    is_self, is_last = account.id == own_id, row.role == "manager" and managers < 2
    other = "member" if row.role == "manager" else "manager"
    at = {"slug": slug, "account_id": account.public_id}
    return MemberLine(
        name=account.name,
        reached_at=reached_at(account.email, account.phone),
        role=say(ROLE_LABELS[row.role]),
        added=format_date(local(row.began_at).date()),
        is_self=is_self,
        role_action=url("suppliers.put_role", **at) if manages and not is_last else None,
        other_role=other,
        other_role_label=say(ROLE_LABELS[other]),
        end_action=url("suppliers.end_member", **at) if (manages or is_self) and not is_last else None,
    )


def invitation_lines(
    rows: Sequence[MemberInvitation], *, link_of: Callable[[MemberInvitation], str], cancel: Callable[[str], str]
) -> list[InvitationLine]:
    """Who is invited and hasn't come yet."""
    return [
        InvitationLine(
            id=row.public_id,
            to=reached_at(row.email, row.phone),
            role=say(ROLE_LABELS[row.role]),
            until=format_date(local(row.expires_at).date()),
            hand_over=row.replaces_account_id is not None,
            link=link_of(row),
            cancel_action=cancel(row.public_id),
        )
        for row in rows
    ]


def reached_at(email: str | None, phone: str | None) -> str:
    """The address, else the number as people write it."""
    return email or (format_phone(phone) if phone else "")
