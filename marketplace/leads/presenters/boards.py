"""The board "Hôm nay": the most urgent question, the others, old quotes to ask about, and what runs."""

from dataclasses import dataclass, field
from datetime import date, datetime

from marketplace.core.clock import local
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.text import format_date, weekday_name
from marketplace.core.texts import N_, say
from marketplace.core.views import Choice, LeadRow, Pill
from marketplace.leads.presenters.lists import lead_row
from marketplace.leads.presenters.numbers import phone_href, zalo_href
from marketplace.leads.presenters.pills import FOLLOW_UP, pill_of
from marketplace.leads.presenters.words import Url, moment_words, short_day, title_of, who
from marketplace.leads.queries import BoardFacts, LeadFile
from marketplace.leads.vocabulary import EventKind, Stage, last_of, waiting_since


@dataclass(frozen=True)
class Job:
    """Something to do now: a question with ``quote_href``, or an old quote or sample with ``choices``."""

    pill: Pill
    when: str
    title: str
    href: str
    who: str | None
    words: str | None
    quote_href: str | None
    phone_href: str | None
    zalo_href: str | None
    decline_href: str | None
    choices: list[Choice] = field(default_factory=list)


@dataclass(frozen=True)
class Board:
    """The whole page."""

    count: int
    today: str
    urgent: Job | None
    jobs: list[Job]
    running: list[LeadRow]
    running_count: int
    new_href: str
    list_href: str


def board(facts: BoardFacts, now: datetime, answer_within_hours: int, url: Url) -> Board:
    """The board at the moment ``now``; questions first, the one that is due first framed."""
    today = local(now).date()
    questions = [_question(file, now, answer_within_hours, url) for file in facts.waiting]
    follow_ups = [_follow_up(file, today, url) for file in facts.follow_ups]
    return Board(
        count=facts.job_count,
        today=f"{weekday_name(today)}, {format_date(today)}",
        urgent=questions[0] if questions else None,
        jobs=[*questions[1:], *follow_ups],
        running=[lead_row(file, now, answer_within_hours, url) for file in facts.running],
        running_count=facts.running_count,
        new_href=url("leads.new"),
        list_href=url("leads.list_leads"),
    )


def _question(file: LeadFile, now: datetime, answer_within_hours: int, url: Url) -> Job:
    public_id, phone = file.lead.public_id, file.buyer.phone
    today = local(now).date()
    return Job(
        pill=pill_of(file, now, answer_within_hours),
        when=say("hỏi %(when)s", when=moment_words(waiting_since(file.events) or now, today)),
        title=title_of(file),
        href=url("leads.lead", public_id=public_id),
        who=_who_and_when(file, today),
        words=_asked_words(file),
        quote_href=url("leads.quote", public_id=public_id),
        phone_href=phone_href(phone),
        zalo_href=zalo_href(phone),
        decline_href=url("leads.record", public_id=public_id, stage=EventKind.LOST.value),
    )


def _follow_up(file: LeadFile, today: date, url: Url) -> Job:
    public_id = file.lead.public_id
    event = last_of(file.events, EventKind.QUOTED, EventKind.SAMPLED) or file.events[-1]
    name = file.buyer.name or say("Khách")
    was_sampled = file.stage is Stage.SAMPLED
    title = N_("%(name)s đã thử mẫu, kết quả?") if was_sampled else N_("%(name)s đã xem báo giá, kết quả?")
    when = N_("gửi mẫu %(day)s") if was_sampled else N_("báo giá %(day)s")
    record = {code: url("leads.record", public_id=public_id, stage=code) for code in ("contract", "lost")}
    postponed = url("leads.postpone", public_id=public_id)
    return Job(
        pill=Pill(say(FOLLOW_UP), "theirs"),
        when=say(when, day=short_day(local(event.occurred_at).date(), today)),
        title=say(title, name=name),
        href=url("leads.lead", public_id=public_id),
        who=title_of(file),
        words=None,
        quote_href=None,
        phone_href=phone_href(file.buyer.phone),
        zalo_href=None,
        decline_href=None,
        choices=[
            Choice(say("Chốt hợp đồng"), href=record["contract"]),
            Choice(say("Còn xem"), action=postponed, fields={"form_key": fresh_form_key()}),
            Choice(say("Không thành"), href=record["lost"]),
        ],
    )


def _who_and_when(file: LeadFile, today: date) -> str | None:
    named, by = who(file.buyer), file.question.wanted_by
    sentences = [f"{named}."] if named else []
    if by:
        sentences.append(say("Giao trước %(day)s.", day=short_day(by, today)))
    return " ".join(sentences) or None


def _asked_words(file: LeadFile) -> str | None:
    """The newest words of the question."""
    asks = [e for e in file.events if e.kind in (EventKind.CREATED, EventKind.ASKED_AGAIN) and e.message_id]
    return file.words.get(asks[-1].message_id or 0) if asks else None
