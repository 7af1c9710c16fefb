"""Rights that the administration gave."""

from sqlalchemy import func, select

from marketplace.accounts.models import Account, GrantRow
from marketplace.core.actor import Grant
from marketplace.core.db import session


def grants_of(account_id: int) -> tuple[Grant, ...]:
    """The rights in force."""
    query = select(GrantRow).where(GrantRow.account_id == account_id, GrantRow.revoked_at.is_(None))
    return tuple(
        Grant(row.role, row.level, row.place_id)  # type: ignore[arg-type]  # the table's check allows these words only
        for row in session.scalars(query.order_by(GrantRow.id))
    )


def grant_rows_of(account_ids: list[int]) -> dict[int, list[GrantRow]]:
    """The rows of the rights in force, by account."""
    query = select(GrantRow).where(GrantRow.account_id.in_(account_ids), GrantRow.revoked_at.is_(None))
    found: dict[int, list[GrantRow]] = {}
    for row in session.scalars(query.order_by(GrantRow.id)):
        found.setdefault(row.account_id, []).append(row)
    return found


def administrator_count(*, without: int | None = None) -> int:
    """How many accounts that aren't disabled run the site, not counting ``without``."""
    query = (
        select(func.count(func.distinct(GrantRow.account_id)))
        .join(Account, Account.id == GrantRow.account_id)
        .where(
            GrantRow.role == "administrator",
            GrantRow.revoked_at.is_(None),
            Account.disabled_at.is_(None),
            GrantRow.account_id != (without or 0),
        )
    )
    return session.scalar(query) or 0
