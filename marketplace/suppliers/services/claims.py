"""Writes of claims with proof: somebody claims a supplier, an officer of its area judges, both write."""

from datetime import datetime, timedelta

from sqlalchemy import func, select

from marketplace.accounts.models import Account
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.settings import settings
from marketplace.core.texts import N_, say
from marketplace.media.queries import photo_by_id
from marketplace.media.services import keep_picture, remove_picture
from marketplace.media.vocabulary import TakenPicture
from marketplace.suppliers.models import Claim, ReviewMessage, Supplier
from marketplace.suppliers.queries import (
    ClaimFile,
    is_claimable,
    membership_between,
    pending_between,
    pending_of_account,
    standing_memberships,
)
from marketplace.suppliers.services.claim_codes import withdraw_codes
from marketplace.suppliers.services.members import (
    end_all,
    end_membership,
    give_charge,
    give_mailbox,
    lock_members,
    refuse_manager,
)
from marketplace.suppliers.services.messages import write_message
from marketplace.suppliers.services.rivals import put_decision, settle_own_claims, tell_rivals
from marketplace.suppliers.vocabulary import (
    CLAIM_REASONS,
    MOST_MESSAGES_A_DAY,
    MOST_PENDING,
    ClaimAsked,
    ClaimDecided,
    ClaimMade,
    NewClaim,
)

TOO_MANY_PENDING = N_("Bạn còn nhiều yêu cầu đang chờ. Xin đợi cán bộ xem, hoặc rút bớt.")
TOO_MANY_MESSAGES = N_("Hôm nay bạn đã nhắn nhiều. Xin đợi cán bộ trả lời.")
NO_WORDS = N_("Hãy viết vài chữ.")
NO_REASON = N_("Hãy chọn lý do.")
OVER = N_("Yêu cầu này đã được xem xong hoặc đã rút lại.")
OWN_CLAIM = N_("Đây là yêu cầu của chính bạn: một cán bộ khác hoặc quản trị sẽ xem.")
NOT_PUBLIC = N_("Nơi này hiện không công khai nên chưa giao cho ai được.")
DISABLED = N_("Tài khoản này đang bị khóa, không đăng nhập được, nên chưa giao được.")
_FIRST_WORDS = N_("Chức vụ: %(position)s\nGọi tôi qua: %(reach)s\n%(words)s")
_DAY = timedelta(days=1)


def make_claim(actor: Actor, account: Account, supplier: Supplier, new: NewClaim) -> Claim:
    """Ask the officers of the area for the supplier; one that waits already is given back. Emits ClaimMade.

    Raises Refused for who manages it already, and for who has many claims waiting. A member may: where its only manager
    is gone, nobody else could make him one.
    """
    refuse_manager(supplier, account)
    if (waiting := pending_between(account.id, supplier.id)) is not None:
        return waiting
    if pending_of_account(account.id) >= MOST_PENDING:
        raise Refused(TOO_MANY_PENDING)
    claim = Claim(
        supplier_id=supplier.id,
        account_id=account.id,
        way="proof",
        state="pending",
        claimed_at=now(),
        due_at=_promised(),
    )
    session.add(claim)
    session.flush()
    words = say(_FIRST_WORDS, position=new.position, reach=new.reach, words=new.words)
    write_message(actor, "claim", claim.id, "person", words)
    record(actor, "make_claim", "supplier", supplier.public_id, claim=claim.public_id)
    emit(ClaimMade(claim.id))
    return claim


def _promised() -> datetime:
    return now() + settings().review_within


def put_scan(actor: Actor, file: ClaimFile, taken: TakenPicture) -> None:
    """Keep a picture of a paper that shows it, private; the one before goes. Raises Refused (``photo``) when over."""
    claim = file.claim
    if claim.state not in ("pending", "refused"):
        raise Refused(OVER, field="photo")
    if claim.scan_id is not None and (before := photo_by_id(claim.scan_id)) is not None:
        remove_picture(before)
    claim.scan_id = keep_picture(actor, taken, private=True).id
    session.flush()
    record(actor, "put_scan", "claim", claim.public_id)


def write_to_officer(actor: Actor, file: ClaimFile, words: str) -> None:
    """The claimant writes; a claim that was refused waits again, with a new promise.

    Raises Refused (``words``), also for who came to manage the supplier by another way.
    """
    claim = file.claim
    if claim.state not in ("pending", "refused"):
        raise Refused(OVER, field="words")
    refuse_manager(file.supplier, file.account, field="words")
    if not words.strip():
        raise Refused(NO_WORDS, field="words")
    since = select(func.count()).where(
        ReviewMessage.subject == "claim",
        ReviewMessage.subject_id == claim.id,
        ReviewMessage.side == "person",
        ReviewMessage.written_at > now() - _DAY,
    )
    if (session.scalar(since) or 0) >= MOST_MESSAGES_A_DAY:
        raise Refused(TOO_MANY_MESSAGES, field="words")
    write_message(actor, "claim", claim.id, "person", words)
    if claim.state == "refused":
        claim.state, claim.due_at, claim.decided_at, claim.decided_by_id = "pending", _promised(), None, None
        record(actor, "claim_again", "claim", claim.public_id)
    session.flush()


def withdraw_claim(actor: Actor, file: ClaimFile) -> None:
    """The claimant takes the claim back; again does nothing more. Raises Refused for one that was decided."""
    if file.claim.state == "withdrawn":
        return
    if file.claim.state != "pending":
        raise Refused(OVER)
    put_decision(actor, file.claim, "withdrawn")
    record(actor, "withdraw_claim", "claim", file.claim.public_id)


def approve_claim(actor: Actor, file: ClaimFile, *, ends_holders: bool) -> None:
    """Make the claimant manager; ``ends_holders`` ends whoever speaks for the supplier so far.

    Codes that stand are worth nothing any more; whoever else claims it is told. Raises Refused for the own claim, when
    it is over, and for an account with which nobody can sign in.
    """
    supplier, claim, account = file.supplier, file.claim, file.account
    lock_members(supplier)
    _refuse_over(actor, file)
    if not is_claimable(supplier):
        raise Refused(NOT_PUBLIC)
    if account.disabled_at is not None:
        raise Refused(DISABLED)
    withdraw_codes(actor, supplier)
    before = standing_memberships(supplier.id) if ends_holders else []
    give_charge(actor, supplier, account, claim.supplier_id)
    end_all(actor, supplier, [row for row in before if row.account_id != account.id])
    give_mailbox(supplier, account, instead=ends_holders)
    put_decision(actor, claim, "approved")
    record(actor, "approve_claim", "claim", claim.public_id, ends_holders=ends_holders)
    emit(ClaimDecided(claim.id, "approved"))
    settle_own_claims(actor, supplier, account)
    tell_rivals(supplier, account)


def refuse_claim(actor: Actor, file: ClaimFile, reason: str, words: str) -> None:
    """Refuse a claim, with a reason; the claimant may write again. Raises Refused (``reason``)."""
    _refuse_over(actor, file)
    _end(actor, file.claim, "refused", reason, words)
    record(actor, "refuse_claim", "claim", file.claim.public_id, reason=reason)


def ask_claimant(actor: Actor, file: ClaimFile, words: str) -> None:
    """Ask the claimant something. Raises Refused (``words``)."""
    _refuse_over(actor, file)
    if not words.strip():
        raise Refused(NO_WORDS, field="words")
    message = write_message(actor, "claim", file.claim.id, "officer", words)
    record(actor, "ask_claimant", "claim", file.claim.public_id)
    emit(ClaimAsked(file.claim.id, message.id))


def revoke_claim(actor: Actor, file: ClaimFile, reason: str, words: str) -> None:
    """Take an approved claim back: the membership that it gave ends at once. Raises Refused (``reason``)."""
    lock_members(file.supplier)
    if file.claim.state != "approved":
        raise Refused(OVER)
    _end(actor, file.claim, "withdrawn", reason, words)
    if (row := membership_between(file.account.id, file.supplier.id)) is not None:
        end_membership(actor, row)
    record(actor, "revoke_claim", "claim", file.claim.public_id, reason=reason)


def _refuse_over(actor: Actor, file: ClaimFile) -> None:
    if file.claim.account_id == actor.account_id:
        raise Refused(OWN_CLAIM)
    if file.claim.state != "pending":
        raise Refused(OVER)


def _end(actor: Actor, claim: Claim, state: str, reason: str, words: str) -> None:
    if reason not in CLAIM_REASONS:
        raise Refused(NO_REASON, field="reason")
    message = write_message(actor, "claim", claim.id, "officer", words, reason)
    put_decision(actor, claim, state)
    emit(ClaimDecided(claim.id, state, message.id))
