"""Loads the demonstration: who, what, and a year of leads told in the order in which it happened."""

from datetime import datetime, timedelta

from sqlalchemy import select, update

from marketplace.accounts.models import Account
from marketplace.accounts.vocabulary import OfficerMorning, morning_key
from marketplace.app.demonstration.arrivals import OFFICER, Arrivals
from marketplace.app.demonstration.goods import load_offers, load_products
from marketplace.app.demonstration.people import load_accounts, load_suppliers
from marketplace.app.demonstration.pictures import draw, load_pictures
from marketplace.app.demonstration.story import Telling
from marketplace.core.clock import freeze, now, today
from marketplace.core.db import session, transaction
from marketplace.core.outbox import OutboxRow, emit_once
from marketplace.core.stamps import put_stamp, stamp_of

STAMP = "demonstration.loaded"
BEGAN = timedelta(days=460)  # before the first lead
STILL_TO_DO = ("search.%", "media.%", "catalogue.queue_corrections")  # handlers whose work the demonstration needs


def load_demonstration() -> bool:
    """Load it into an empty data folder; False when it is there already."""
    with transaction(write=False):
        if stamp_of(STAMP):
            return False
    told_until, drawings = now(), draw()
    with transaction(write=True):
        with freeze(told_until - BEGAN):
            suppliers = load_suppliers()
            accounts = load_accounts(suppliers)
        products = load_products(suppliers, told_until)
        with freeze(told_until - BEGAN):
            load_offers(suppliers, products)
            load_pictures(drawings, suppliers, products)
        Telling(suppliers, products, accounts, told_until).tell()
        Arrivals(suppliers, products, accounts, drawings, told_until).happen()
        _leave_old_mail_unsent(told_until)
        _greet(accounts[OFFICER])
        put_stamp(STAMP, told_until.isoformat())
    return True


def _greet(officer: Account) -> None:
    """This morning's mail of one officer, whatever the hour: it is the only mail that lies there from the start."""
    day = today().isoformat()
    emit_once(OfficerMorning(officer.id, day), key=morning_key(officer.id, day))


def _leave_old_mail_unsent(moment: datetime) -> None:
    """What the story mailed long ago isn't mailed again today; the index is still to be filled, pictures rendered."""
    session.flush()  # the last acts' rows too
    needed = (OutboxRow.handler.not_like(handlers) for handlers in STILL_TO_DO)
    waiting = select(OutboxRow.id).where(OutboxRow.done_at.is_(None), *needed)
    session.execute(
        update(OutboxRow)
        .where(OutboxRow.id.in_(waiting))
        .values(done_at=moment)
        .execution_options(synchronize_session=False)
    )
