"""Counting taps on phone and Zalo."""

from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.leads.models import ContactTap


def tap(supplier_id: int, product_id: int | None, channel: str) -> None:
    """Count a tap (``phone`` or ``zalo``): apart from leads, for nobody has said yet what came of it."""
    session.add(ContactTap(supplier_id=supplier_id, product_id=product_id, channel=channel, tapped_at=now()))
    session.flush()
