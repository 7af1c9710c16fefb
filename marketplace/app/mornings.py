"""The officers' morning mail: what waits in the own areas, at most once a day, and nothing when nothing waits."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import render_template

from marketplace.accounts.models import Account
from marketplace.accounts.queries import accounts_by_id, grants_of, morning_stop_token, officers_to_mail
from marketplace.accounts.vocabulary import OfficerMorning, morning_key
from marketplace.app.waiting import TABS, counts_of
from marketplace.core.actor import Actor
from marketplace.core.clock import today
from marketplace.core.outbox import Job, emit_once
from marketplace.core.texts import N_
from marketplace.suppliers.queries import area_names
from marketplace.web.addresses import whole_address
from marketplace.web.language import translate
from marketplace.web.mail import ABOUT, Message, deliver


@dataclass(frozen=True)
class WaitingLine:
    """A queue in which something waits."""

    label: str
    count: int
    address: str


def write_mornings(jobs: Sequence[Job]) -> None:
    """One row for each officer and day, so that a mail that fails is tried again alone."""
    for job in jobs:
        day = job.event.day
        for account_id in officers_to_mail():
            emit_once(OfficerMorning(account_id, day), key=morning_key(account_id, day))


def mail_morning(jobs: Sequence[Job]) -> None:
    """What waits is counted here, as late as can be; a row that lay over night says nothing of yesterday."""
    present = [job for job in jobs if job.event.day == today().isoformat()]
    accounts = accounts_by_id([key for key in officers_to_mail() if key in {job.event.account_id for job in present}])
    for job in present:
        account = accounts.get(job.event.account_id)
        message = morning_mail(account) if account else None
        if message:
            deliver(message, job.row_id)


def morning_mail(account: Account) -> Message | None:
    """The mail of an officer; None when nothing waits in the areas that the account looks after."""
    actor = Actor(account_id=account.id, name=account.name, grants=grants_of(account.id))
    counts = counts_of(actor)
    lines = [WaitingLine(translate(words), counts[code], whole_address(to)) for code, words, to in TABS if counts[code]]
    if not lines or not account.email:
        return None
    stop = whole_address("accounts.morning", token=morning_stop_token(account))
    total = sum(line.count for line in lines)
    text = render_template(
        "accounts/mails/morning.txt", account=account, lines=lines, area=area_names(actor), total=total, stop=stop
    )
    subject = translate(N_("%(count)s việc đang chờ bạn"), count=total)
    return Message((account.email,), subject, text, {"List-Unsubscribe": f"<{stop}>", ABOUT: account.public_id})
