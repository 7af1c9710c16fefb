"""What the officers' call list prints, and the page of one of its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from marketplace.core.clock import local
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.text import format_phone
from marketplace.core.texts import N_, say
from marketplace.core.views import Fact, Pager, Pill, TimelineItem
from marketplace.inquiries.presenters.sentences import asked_title, facts_of, quantity_of, timeline
from marketplace.inquiries.queries import Call
from marketplace.inquiries.vocabulary import Silence
from marketplace.leads.models import CallNote
from marketplace.leads.presenters.numbers import phone_href, zalo_href
from marketplace.leads.presenters.prices import plain, price_amount, price_unit_of
from marketplace.leads.presenters.words import ERASED, NO_NAME, Url, moment_words
from marketplace.leads.vocabulary import OUTCOME_LABELS, CallOutcome, due_at

_WHY: dict[Silence, str] = {
    Silence.CLOSED: N_("Đang tạm ngừng trên trang này"),
    Silence.UNCLAIMED: N_("Chưa có ai nhận gian hàng"),
    Silence.NO_MAILBOX: N_("Chưa nhận được thư"),
    Silence.SLOW: N_("Đã nhận thư, chưa trả lời"),
}
_WITHOUT_NUMBER = (CallOutcome.TOLD, CallOutcome.SENT_LINK)  # told in passing, sent by whatever way


@dataclass(frozen=True)
class CallRow:
    """A question for which somebody is to be rung; without ``outcomes`` one may only look."""

    id: str
    pill: Pill
    when: str
    title: str
    href: str
    supplier: str
    supplier_href: str
    code_href: str | None
    why: str
    wrong_number: bool
    buyer: str
    tried: str | None
    back: str | None
    phone: str | None
    phone_href: str | None
    zalo_href: str | None
    message: str
    action: str
    outcomes: list[tuple[str, str]]
    form_key: str


@dataclass(frozen=True)
class JustNoted:
    """What the officer noted a moment ago, and where it is taken back."""

    words: str
    action: str
    form_key: str


@dataclass(frozen=True)
class CallsPage:
    """The list: whom to ring now, and whom to give time."""

    area_name: str
    total: int
    due: list[CallRow]
    resting: list[CallRow]
    just_noted: JustNoted | None
    pager: Pager | None


@dataclass(frozen=True)
class CallPage:
    """One row with the buyer's own data, and what the supplier may have said."""

    row: CallRow
    waits: bool
    facts: list[Fact]
    words: str | None
    buyer_phone: str | None
    buyer_phone_href: str | None
    buyer_email: str | None
    price_unit: str
    amount: str | None
    notes: list[TimelineItem]
    timeline: list[TimelineItem]
    undo: JustNoted | None
    answer_action: str
    mode: str
    list_href: str


@dataclass(frozen=True)
class Surroundings:
    """What a row needs besides its call: the moment, how long an answer may take, the site's name, addresses.

    ``answers`` are the whole addresses of the supplier's pages by lead.
    """

    now: datetime
    answer_within_hours: int
    site_name: str
    answers: Mapping[int, str]
    url: Url


def call_row(call: Call, around: Surroundings) -> CallRow:
    """One question as the list shows it: no phone and no words of the buyer."""
    asked, moment = call.asked, around.now
    today, phone = local(moment).date(), asked.supplier.phone
    since = call.since or asked.inquiry.created_at
    resting = call.back_at is not None and call.back_at > moment
    return CallRow(
        id=asked.lead.public_id,
        pill=_pill(call, around),
        when=say("hỏi %(when)s", when=moment_words(since, today)),
        title=asked_title(asked),
        href=around.url("inquiries.call", public_id=asked.lead.public_id),
        supplier=asked.supplier.name,
        supplier_href=around.url("suppliers.officer_supplier", slug=asked.supplier.slug),
        code_href=_code_href(call, around),
        why=say(_WHY[call.silence]),
        wrong_number=call.phone_is_doubted,
        buyer=asked.party.name or say(ERASED if asked.party.erased_at else NO_NAME),
        tried=_tried(call.notes, moment),
        back=say("Nhắc lại %(when)s", when=moment_words(call.back_at, today)) if resting and call.back_at else None,
        phone=format_phone(phone) if phone else None,
        phone_href=phone_href(phone),
        zalo_href=zalo_href(phone),
        message=_message(call, around),
        action=around.url("inquiries.note", public_id=asked.lead.public_id),
        outcomes=_outcomes(call),
        form_key=fresh_form_key(),
    )


def call_page(call: Call, around: Surroundings, *, account_id: int | None, mode: str) -> CallPage:
    """The page of one row."""
    asked, public_id = call.asked, call.asked.lead.public_id
    quantity, phone = quantity_of(asked), asked.party.phone
    return CallPage(
        row=call_row(call, around),
        waits=call.since is not None,
        facts=facts_of(asked),
        words=asked.own_words,
        buyer_phone=format_phone(phone) if phone else None,
        buyer_phone_href=phone_href(phone),
        buyer_email=asked.party.email,
        price_unit=price_unit_of(quantity),
        amount=plain(price_amount(quantity)),
        notes=_notes(call, around.now),
        timeline=timeline([asked], for_supplier=True),
        undo=just_noted(call, account_id, around.url),
        answer_action=around.url("inquiries.put_word", public_id=public_id),
        mode=mode,
        list_href=around.url("inquiries.calls"),
    )


def just_noted(call: Call, account_id: int | None, url: Url) -> JustNoted | None:
    """What this officer noted last of the question, where he noted anything."""
    notes = [note for note in call.notes if note.account_id == account_id]
    words = [event for event in call.asked.events if event.said_by == "officer" and event.account_id == account_id]
    taken_back = {event.corrects_id for event in call.asked.events}
    standing = [event for event in words if event.id not in taken_back and event.kind != "corrected"]
    if standing and (not notes or standing[-1].recorded_at >= notes[-1].noted_at):
        said = say("%(name)s: đã ghi giúp lời của nơi bán.", name=call.asked.supplier.name)
    elif notes:
        outcome = say(CallOutcome(notes[-1].outcome).said)
        said = say("%(name)s: %(outcome)s.", name=call.asked.supplier.name, outcome=outcome)
    else:
        return None
    return JustNoted(said, url("inquiries.take_back_word", public_id=call.asked.lead.public_id), fresh_form_key())


def _code_href(call: Call, around: Surroundings) -> str | None:
    """Where a code is made: with it whoever answers the phone takes charge, and is written to from then on."""
    if not call.may_note or call.silence is not Silence.UNCLAIMED:
        return None
    return around.url("suppliers.claim_code", slug=call.asked.supplier.slug)


def _outcomes(call: Call) -> list[tuple[str, str]]:
    if not call.may_note or call.since is None:
        return []
    reachable = call.asked.supplier.phone is not None
    return [(code.value, say(label)) for code, label in OUTCOME_LABELS.items() if reachable or code in _WITHOUT_NUMBER]


def _pill(call: Call, around: Surroundings) -> Pill:
    if call.since is None:
        return Pill(say("Đã trả lời"), "done")
    if due_at(call.since, around.answer_within_hours) < around.now:
        return Pill(say("Quá hạn, đợi %(long)s", long=_how_long(around.now - call.since)), "due")
    return Pill(say("Đợi %(long)s", long=_how_long(around.now - call.since)), "yours")


def _how_long(waited: timedelta) -> str:
    hours = int(waited.total_seconds() // 3600)
    if hours >= 48:
        return say("%(days)s ngày", days=hours // 24)
    return say("%(hours)s giờ", hours=hours) if hours else say("chưa tới 1 giờ")


def _tried(notes: Sequence[CallNote], moment: datetime) -> str | None:
    """ "Đã thử 2 lần, lần cuối hôm qua, 15:20: không nghe máy." """
    if not notes:
        return None
    last = notes[-1]
    when, outcome = moment_words(last.noted_at, local(moment).date()), say(CallOutcome(last.outcome).said)
    if len(notes) == 1:
        return say("Đã thử 1 lần, %(when)s: %(outcome)s.", when=when, outcome=outcome)
    return say("Đã thử %(count)s lần, lần cuối %(when)s: %(outcome)s.", count=len(notes), when=when, outcome=outcome)


def _notes(call: Call, moment: datetime) -> list[TimelineItem]:
    today = local(moment).date()
    return [
        TimelineItem(when=moment_words(note.noted_at, today), text=say(CallOutcome(note.outcome).said))
        for note in reversed(call.notes)
    ]


def _message(call: Call, around: Surroundings) -> str:
    """What is copied into Zalo: nothing of the buyer, for it may reach a wrong number."""
    return say(
        "Kính gửi %(name)s. Có người hỏi mua %(what)s trên %(site)s. "
        "Mời xem và trả lời ở đây, không cần đăng nhập: %(address)s",
        name=call.asked.supplier.name,
        what=asked_title(call.asked),
        site=around.site_name,
        address=around.answers[call.asked.lead.id],
    )
