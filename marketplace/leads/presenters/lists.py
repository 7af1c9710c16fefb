"""Leads as rows, and the list of all of them."""

from dataclasses import dataclass
from datetime import datetime

from marketplace.core.clock import local
from marketplace.core.text import format_money
from marketplace.core.texts import say
from marketplace.core.views import Chip, LeadRow, Pager, Pill
from marketplace.leads.presenters.pills import lost_reason, pill_of
from marketplace.leads.presenters.prices import price_total
from marketplace.leads.presenters.words import Url, short_day, short_name, title_of
from marketplace.leads.queries import LeadFile, Listed
from marketplace.leads.vocabulary import EventKind, Stage, last_of, standing_events, values_of


@dataclass(frozen=True)
class LeadList:
    """The list's page."""

    total: int
    filters: list[Chip]
    rows: list[LeadRow]
    pager: Pager | None
    new_href: str


def lead_row(file: LeadFile, now: datetime, answer_within_hours: int, url: Url) -> LeadRow:
    """Who, what and for how much, where it stands, and the day of the newest event."""
    money, reason = _money(file), lost_reason(file)
    last = standing_events(file.events)[-1]
    details = (title_of(file), format_money(money) if money else None, reason)
    return LeadRow(
        title=short_name(file.buyer),
        detail=", ".join(detail for detail in details if detail),
        href=url("leads.lead", public_id=file.lead.public_id),
        # The reason stands in the detail: a pill that long would leave no room for the row on a phone.
        pill=Pill(Stage.LOST.label, "lost") if reason else pill_of(file, now, answer_within_hours),
        when=short_day(local(last.occurred_at).date(), local(now).date()),
    )


def lead_list(listed: Listed, now: datetime, answer_within_hours: int, url: Url) -> LeadList:
    """One page of the list with its filters: only stages at which a lead stands, and the chosen one."""
    everything = Chip(say("Tất cả"), sum(listed.counts.values()), url("leads.list_leads"), listed.chosen is None)
    stages = [stage for stage in Stage if listed.counts[stage] or stage is listed.chosen]
    return LeadList(
        total=listed.total,
        filters=[everything, *(_chip(stage, listed, url) for stage in stages)],
        rows=[lead_row(file, now, answer_within_hours, url) for file in listed.files],
        pager=_pager(listed, url),
        new_href=url("leads.new"),
    )


def _chip(stage: Stage, listed: Listed, url: Url) -> Chip:
    return Chip(stage.label, listed.counts[stage], url("leads.list_leads", buoc=stage.value), stage is listed.chosen)


def _pager(listed: Listed, url: Url) -> Pager | None:
    if listed.page_count == 1:
        return None
    chosen = {"buoc": listed.chosen.value} if listed.chosen else {}
    before, after = listed.page - 1, listed.page + 1
    return Pager(
        text=say("Trang %(page)s / %(pages)s", page=listed.page, pages=listed.page_count),
        previous_href=url("leads.list_leads", trang=before, **chosen) if before >= 1 else None,
        next_href=url("leads.list_leads", trang=after, **chosen) if after <= listed.page_count else None,
    )


def _money(file: LeadFile) -> int | None:
    """What the contracts say, else what the last quote comes to. A memorandum is an intent, and isn't shown here."""
    if contracts := values_of(file.events).contract:
        return contracts
    quote = last_of(file.events, EventKind.QUOTED)
    return price_total(quote.price, quote.price_unit, file.quantity) if quote and quote.price else None
