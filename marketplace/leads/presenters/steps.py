"""The buttons of a lead's page: its main step, the other steps that may come, and what can be taken back."""

from marketplace.core.form_keys import fresh_form_key
from marketplace.core.texts import N_, say
from marketplace.core.views import Choice
from marketplace.leads.presenters.timelines import event_words
from marketplace.leads.presenters.words import Url
from marketplace.leads.queries import LeadFile
from marketplace.leads.vocabulary import (
    EventKind,
    Stage,
    carries_later,
    last_of,
    may_take_back,
    offered_after,
    standing_events,
    waiting_since,
)

_LABELS = {
    EventKind.CONTACTED: N_("Đã gọi"),
    EventKind.SAMPLED: N_("Gửi mẫu"),
    EventKind.QUOTED: N_("Báo giá"),
    EventKind.MEMORANDUM: N_("Biên bản ghi nhớ"),
    EventKind.FRAMEWORK_CONTRACT: N_("Hợp đồng nguyên tắc"),
    EventKind.CONTRACT: N_("Hợp đồng"),
    EventKind.DELIVERED: N_("Đã giao"),
    EventKind.LOST: N_("Không thành"),
    EventKind.REOPENED: N_("Mở lại"),
}
_MAIN = {
    Stage.CREATED: EventKind.QUOTED,
    Stage.SEEN: EventKind.QUOTED,
    Stage.CONTACTED: EventKind.QUOTED,
    Stage.SAMPLED: EventKind.QUOTED,
    Stage.QUOTED: EventKind.CONTRACT,
    Stage.MEMORANDUM: EventKind.CONTRACT,
    Stage.FRAMEWORK_CONTRACT: EventKind.CONTRACT,
    Stage.CONTRACT: EventKind.DELIVERED,
    Stage.LOST: EventKind.REOPENED,
    Stage.SPAM: EventKind.REOPENED,
}
_TAKEN_BACK_AT_MOST = 3  # an older mistake stands before the newer ones, which are then wrong as well
_ONE_TAP = {EventKind.CONTACTED: "leads.contacted", EventKind.REOPENED: "leads.reopen"}


def main_step(file: LeadFile, url: Url) -> Choice | None:
    """The step that usually comes next, as the page's main button."""
    kind = _main_kind(file)
    return _choice(file, kind, url) if kind else None


def next_steps(file: LeadFile, url: Url) -> list[Choice]:
    """The other steps that are offered now, in the order of the register."""
    return [_choice(file, kind, url) for kind in offered_after(file.stage) if kind is not _main_kind(file)]


def corrections(file: LeadFile, url: Url) -> list[Choice]:
    """One button for each of the last events that the supplier's side recorded and may take back."""
    standing = standing_events(file.events)
    own = [event for event in standing if may_take_back(event) and not carries_later(event, standing)]
    numbers = {event.id: number for number, event in enumerate(file.events, start=1)}
    return [
        Choice(
            label=say("Rút lại: %(what)s", what=event_words(event)),
            action=url("leads.correct", public_id=file.lead.public_id, number=numbers[event.id]),
            fields={"form_key": fresh_form_key()},
        )
        for event in reversed(own[-_TAKEN_BACK_AT_MOST:])
    ]


def _main_kind(file: LeadFile) -> EventKind | None:
    """A sample or a call after a quote leads to the contract, not to a second quote."""
    kind = _MAIN.get(file.stage)
    quoted = kind is EventKind.QUOTED and waiting_since(file.events) is None and last_of(file.events, EventKind.QUOTED)
    return EventKind.CONTRACT if quoted else kind


def _choice(file: LeadFile, kind: EventKind, url: Url) -> Choice:
    public_id, label = file.lead.public_id, say(_LABELS[kind])
    if endpoint := _ONE_TAP.get(kind):
        return Choice(label, action=url(endpoint, public_id=public_id), fields={"form_key": fresh_form_key()})
    if kind is EventKind.QUOTED:
        return Choice(label, href=url("leads.quote", public_id=public_id))
    return Choice(label, href=url("leads.record", public_id=public_id, stage=kind.value))
