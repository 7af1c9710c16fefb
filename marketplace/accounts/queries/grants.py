"""Rights that the administration gave."""

from sqlalchemy import select

from marketplace.accounts.models import GrantRow
from marketplace.core.actor import Grant
from marketplace.core.db import session


def grants_of(account_id: int) -> tuple[Grant, ...]:
    """The rights in force."""
    query = select(GrantRow).where(GrantRow.account_id == account_id, GrantRow.revoked_at.is_(None))
    return tuple(
        Grant(row.role, row.level, row.place_id)  # type: ignore[arg-type]  # the table's check allows these words only
        for row in session.scalars(query.order_by(GrantRow.id))
    )
