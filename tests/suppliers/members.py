"""What the tests of members share: an invitation to HTX Hồng Luân, its link, and who speaks for HTX Hồng Luân."""

from sqlalchemy import select

from marketplace.accounts.models import Account
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import MemberInvitation, MembershipRow, Supplier
from marketplace.suppliers.queries import invitation_token_of
from marketplace.suppliers.services import invite
from marketplace.suppliers.vocabulary import Addressee
from tests.cast import Cast

PAGE, SLUG = "/ban-hang/thanh-vien", "htx-hong-luan"


def link_of(invitation: MemberInvitation) -> str:
    """The address that the invited person opens."""
    return f"/loi-moi/{invitation_token_of(invitation)}"


def invited(cast: Cast, role: str = "member", **to: str) -> MemberInvitation:
    """The manager of HTX Hồng Luân invites somebody."""
    with transaction(write=True):
        hong_luan = session.get_one(Supplier, cast.hong_luan.id)
        return invite(cast.actor("member"), hong_luan, Addressee(**to), role)  # type: ignore[arg-type]  # a role


def roles(cast: Cast) -> dict[str, str]:
    """Name of who speaks for HTX Hồng Luân → role."""
    query = (
        select(Account.name, MembershipRow.role)
        .join(MembershipRow, MembershipRow.account_id == Account.id)
        .where(MembershipRow.supplier_id == cast.hong_luan.id, MembershipRow.ended_at.is_(None))
    )
    with transaction(write=False):
        return {row[0]: row[1] for row in session.execute(query)}
