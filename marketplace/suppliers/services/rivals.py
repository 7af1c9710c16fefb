"""What becomes of the other claims when somebody is given a supplier."""

from marketplace.accounts.models import Account
from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.outbox import emit
from marketplace.suppliers.models import Claim, Supplier
from marketplace.suppliers.queries.claims import claims_of_supplier
from marketplace.suppliers.vocabulary import ClaimOvertaken


def tell_rivals(supplier: Supplier, account: Account) -> None:
    """Whoever else's claim waits is told that another got it. Emits ClaimOvertaken."""
    for file in claims_of_supplier(supplier.id):
        if file.claim.state == "pending" and file.account.id != account.id:
            emit(ClaimOvertaken(file.claim.id))


def settle_own_claims(decider: Actor, supplier: Supplier, account: Account) -> None:
    """What the account claimed it has: no officer need look at it any more. ``decider`` is who gave it."""
    for file in claims_of_supplier(supplier.id):
        if file.claim.state == "pending" and file.account.id == account.id:
            put_decision(decider, file.claim, "approved")


def put_decision(decider: Actor, claim: Claim, state: str) -> None:
    """Write down what became of a claim, when, and by whom."""
    claim.state, claim.decided_at, claim.decided_by_id = state, now(), decider.account_id
    session.flush()
