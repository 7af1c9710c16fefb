"""What the site keeps of a person, as a file for that person and whatever programme reads it."""

from collections.abc import Sequence
from typing import Any

from marketplace.accounts.models import Account, SessionRow
from marketplace.core.actor import Grant
from marketplace.suppliers.models import MembershipRow, Supplier


def own_data_of(
    account: Account,
    grants: Sequence[Grant],
    sessions: Sequence[SessionRow],
    memberships: Sequence[tuple[Supplier, MembershipRow]],
) -> dict[str, Any]:
    """Plain values; moments in UTC as ISO 8601. Secrets and digests stay here."""
    return {
        "account": {
            "name": account.name,
            "email": account.email,
            "phone": account.phone,
            "created_at": account.created_at.isoformat(),
            "confirmed_at": account.confirmed_at.isoformat() if account.confirmed_at else None,
            "last_signed_in_at": account.last_signed_in_at.isoformat() if account.last_signed_in_at else None,
            "has_second_factor": account.totp_confirmed_at is not None,
        },
        "grants": [{"role": grant.role, "level": grant.level, "place": grant.place_id} for grant in grants],
        "sessions": [
            {"device": row.device, "began_at": row.began_at.isoformat(), "seen_at": row.seen_at.isoformat()}
            for row in sessions
        ],
        "suppliers": [
            {"name": supplier.name, "role": row.role, "since": row.began_at.isoformat()}
            for supplier, row in memberships
        ],
    }
