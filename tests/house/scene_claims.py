"""What the rights over claims and members are tried on: a code, claims, an invitation, a colleague."""

from dataclasses import dataclass

from sqlalchemy import select

from marketplace.core.db import session, transaction
from marketplace.suppliers.models import MemberInvitation, Supplier
from marketplace.suppliers.queries import claim_by_id
from marketplace.suppliers.services import approve_claim, invite, make_claim, make_code
from marketplace.suppliers.vocabulary import Addressee, NewClaim
from tests import factories
from tests.cast import Cast
from tests.media.pictures import make_photo

WORDS = NewClaim("kế toán", "0900 000 044", "Tôi giữ sổ của hợp tác xã.")


@dataclass(frozen=True)
class Claims:
    """A trader claims HTX Hồng Luân (``pending``, with a scan); ``approved`` is somebody's who got it.

    ``code`` lets whoever has it take the place of those who speak for HTX Hồng Luân. Its manager invited somebody by
    phone, and the account ``colleague`` (its public id) speaks for it already.
    """

    pending: str
    approved: str
    code: str
    invitation: MemberInvitation
    colleague: str


def leave_claims(cast: Cast) -> Claims:
    """Everything of ``Claims``."""
    with transaction(write=True):
        hong_luan = session.scalars(select(Supplier).where(Supplier.id == cast.hong_luan.id)).one()
        colleague = factories.make_account("colleague", email=None, phone="+84900000048")
        second = factories.make_account("second")
        factories.join(colleague, hong_luan, "member")
        invitation = invite(cast.actor("member"), hong_luan, Addressee(phone="+84900000047"), "member")
        approved = make_claim(factories.actor_of(second), second, hong_luan, WORDS)
        file = claim_by_id(approved.id)
        assert file
        approve_claim(cast.actor("administrator"), file, ends_holders=False)
        pending = make_claim(cast.actor("trader"), cast.accounts["trader"], hong_luan, WORDS)
        pending.scan_id = make_photo(cast.actor("trader"), private=True).id
        code = make_code(cast.actor("commune_officer"), hong_luan, replaces_holders=True)
        return Claims(pending.public_id, approved.public_id, code, invitation, colleague.public_id)
