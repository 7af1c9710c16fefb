"""Codes with which a supplier is claimed: made by an officer, used once, kept as digests only."""

import hmac
from hashlib import sha256

from sqlalchemy import update

from marketplace.accounts.models import Account
from marketplace.core.actor import Actor
from marketplace.core.attempts import attempts_within, bucket_of, forget_attempts, note_attempt
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import apart, session
from marketplace.core.errors import Refused
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.suppliers.models import Claim, ClaimCode, Supplier
from marketplace.suppliers.queries import is_claimable, open_codes, standing_memberships
from marketplace.suppliers.services.members import end_all, give_charge, give_mailbox, lock_members, refuse_manager
from marketplace.suppliers.services.rivals import settle_own_claims, tell_rivals
from marketplace.suppliers.vocabulary import (
    CODE_LASTS,
    CODE_WINDOW,
    TRIES_FOR_SUPPLIER,
    TRIES_FROM_NETWORK,
    TRIES_OF_ACCOUNT,
    new_code,
    read_code,
)

# One answer for what was never given out, is used, withdrawn, too old, or another supplier's: nothing to be learned.
WRONG_CODE = N_("Mã này không đúng, đã dùng hoặc đã hết hạn. Hãy xem lại từng chữ, hoặc xin cán bộ mã mới.")
OWN_CODE = N_("Mã do chính bạn tạo thì người khác dùng. Cần một cán bộ khác giao nơi này cho bạn.")
NOT_NOW = N_("Nơi này chưa công khai nên chưa giao mã được.")
IS_HELD = N_("Nơi này đang có người phụ trách. Hãy đánh dấu “thay người đang giữ” nếu mã là để thay.")


def make_code(actor: Actor, supplier: Supplier, *, replaces_holders: bool) -> str:
    """Give out a code; the one before is worth nothing from then on. The code itself is kept nowhere.

    Raises Refused for a supplier that isn't public, and for a claimed one unless the code replaces who holds it.
    """
    lock_members(supplier)
    if not is_claimable(supplier):
        raise Refused(NOT_NOW)
    if supplier.state == "claimed" and not replaces_holders:
        raise Refused(IS_HELD, field="replaces_holders")
    withdraw_codes(actor, supplier)
    code = new_code()
    row = ClaimCode(
        supplier_id=supplier.id,
        digest=code_digest(supplier.id, code),
        replaces_holders=replaces_holders,
        made_by_id=actor.account_id or 0,
        made_at=now(),
        expires_at=now() + CODE_LASTS,
    )
    session.add(row)
    session.flush()
    record(actor, "make_claim_code", "supplier", supplier.public_id, code=row.id, replaces=replaces_holders)
    return code


def withdraw_codes(actor: Actor, supplier: Supplier) -> None:
    """Take back the codes that stand, if any do: of what was merged with it too there may be one."""
    for row in open_codes(supplier.id):
        row.withdrawn_at = now()
        session.flush()
        record(actor, "withdraw_claim_code", "supplier", supplier.public_id, code=row.id)


def is_try_allowed(actor: Actor, slug: str, network: str) -> bool:
    """Count a try with a code before it is looked at; False when there were too many. In a transaction of its own."""
    buckets = _buckets(actor, slug, network)
    with apart():
        if any(attempts_within(bucket, CODE_WINDOW) >= most for bucket, most in buckets):
            return False
        for bucket, _most in buckets:
            note_attempt(bucket)
    return True


def _buckets(actor: Actor, slug: str, network: str) -> list[tuple[str, int]]:
    return [
        (bucket_of("code-account", str(actor.account_id)), TRIES_OF_ACCOUNT),
        (bucket_of("code-supplier", slug), TRIES_FOR_SUPPLIER),
        (bucket_of("code-network", network), TRIES_FROM_NETWORK),
    ]


def redeem_code(actor: Actor, account: Account, supplier: Supplier, typed: str) -> Claim:
    """Make the account manager of the supplier, in return for its code. Emits MemberAdded, ClaimOvertaken.

    Raises Refused (``code``): with the same words for every code that isn't the one; for who made it; for a manager.
    """
    lock_members(supplier)
    row = _of_code(supplier, read_code(typed))
    if row is None:
        raise Refused(WRONG_CODE, field="code")
    if not is_claimable(supplier) or (supplier.state == "claimed" and not row.replaces_holders):
        raise Refused(WRONG_CODE, field="code")
    if row.made_by_id == account.id:
        raise Refused(OWN_CODE, field="code")
    refuse_manager(supplier, account, field="code")
    _use(account, row)
    before = standing_memberships(supplier.id) if row.replaces_holders else []
    give_charge(Actor(row.made_by_id), supplier, account, row.supplier_id)
    end_all(Actor(row.made_by_id), supplier, [one for one in before if one.account_id != account.id])
    give_mailbox(supplier, account, instead=row.replaces_holders)
    claim = _claim_of(account, row)
    settle_own_claims(Actor(row.made_by_id), supplier, account)
    tell_rivals(supplier, account)
    record(actor, "redeem_claim_code", "supplier", supplier.public_id, code=row.id, claim=claim.public_id)
    forget_attempts(bucket_of("code-account", str(actor.account_id)))
    return claim


def _claim_of(account: Account, row: ClaimCode) -> Claim:
    """A claim that was decided by whoever made the code."""
    claim = Claim(
        supplier_id=row.supplier_id,
        account_id=account.id,
        way="code",
        state="approved",
        claimed_at=now(),
        due_at=now(),
        decided_at=now(),
        decided_by_id=row.made_by_id,
    )
    session.add(claim)
    session.flush()
    return claim


def _of_code(supplier: Supplier, code: str | None) -> ClaimCode | None:
    """The row of a code that stands, made for the supplier or for what is taken for it now."""
    rows = open_codes(supplier.id) if code else []
    return next(
        (row for row in rows if hmac.compare_digest(row.digest, code_digest(row.supplier_id, code or ""))), None
    )


def _use(account: Account, row: ClaimCode) -> None:
    """Two may send it at the same moment; the database lets one."""
    used = session.execute(
        update(ClaimCode)
        .where(ClaimCode.id == row.id, ClaimCode.used_at.is_(None), ClaimCode.withdrawn_at.is_(None))
        .values(used_at=now(), used_by_id=account.id)
        .execution_options(synchronize_session="fetch")
    )
    if used.rowcount != 1:  # type: ignore[attr-defined]  # an UPDATE counts its rows
        raise Refused(WRONG_CODE, field="code")


def code_digest(supplier_id: int, code: str) -> str:
    """Keyed with the site's secret, and with the supplier: a stolen table opens nothing, one's code no other."""
    return hmac.new(settings().secret_key.encode(), f"claim:{supplier_id}:{code}".encode(), sha256).hexdigest()
