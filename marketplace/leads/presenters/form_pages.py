"""What stands around the forms of the workbench: a quote, another step, a lead that is typed in."""

from dataclasses import dataclass

from marketplace.core.text import format_money
from marketplace.core.texts import N_, say
from marketplace.leads.presenters.prices import plain, price_amount, price_unit_of, quote_in_full
from marketplace.leads.presenters.words import Url, for_whom
from marketplace.leads.queries import LeadFile
from marketplace.leads.vocabulary import EventKind, values_of

_HEADINGS = {
    EventKind.CONTACTED: N_("Ghi đã liên hệ"),
    EventKind.SAMPLED: N_("Ghi đã gửi mẫu"),
    EventKind.MEMORANDUM: N_("Ghi biên bản ghi nhớ"),
    EventKind.FRAMEWORK_CONTRACT: N_("Ghi hợp đồng nguyên tắc"),
    EventKind.CONTRACT: N_("Ghi hợp đồng"),
    EventKind.DELIVERED: N_("Ghi đã giao"),
    EventKind.LOST: N_("Ghi không thành"),
}


@dataclass(frozen=True)
class QuotePage:
    """Around the quote's form; ``amount`` units of ``price_unit`` were asked for."""

    sub: str
    back_href: str
    back_label: str
    action: str
    price_unit: str
    amount: str | None


@dataclass(frozen=True)
class RecordPage:
    """Around the form of another step."""

    stage: str
    heading: str
    sub: str
    back_href: str
    back_label: str
    action: str
    submit: str
    remark: str | None


@dataclass(frozen=True)
class NewLeadPage:
    """Around the form of a lead that is typed in."""

    action: str
    back_href: str


def quote_page(file: LeadFile, url: Url) -> QuotePage:
    """One number, one choice, send."""
    return QuotePage(
        sub=for_whom(file),
        back_href=url("leads.board"),
        back_label=say("Hôm nay"),
        action=url("leads.give_quote", public_id=file.lead.public_id),
        price_unit=price_unit_of(file.quantity),
        amount=plain(price_amount(file.quantity)),
    )


def record_page(file: LeadFile, kind: EventKind, url: Url) -> RecordPage:
    """A step that is written down with its day and value."""
    public_id = file.lead.public_id
    return RecordPage(
        stage=kind.value,
        heading=say(_HEADINGS[kind]),
        sub=for_whom(file),
        back_href=url("leads.lead", public_id=public_id),
        back_label=say("Đầu mối"),
        action=url("leads.put_record", public_id=public_id, stage=kind.value),
        submit=say(_HEADINGS[kind]),
        remark=_remark(file, kind),
    )


def new_lead_page(url: Url, supplier_slug: str | None) -> NewLeadPage:
    """``supplier_slug`` names the supplier where the account speaks for several."""
    chosen = {"chu-the": supplier_slug} if supplier_slug else {}
    return NewLeadPage(action=url("leads.type_in", **chosen), back_href=url("leads.board"))


def _remark(file: LeadFile, kind: EventKind) -> str | None:
    """What helps to fill in the form, or what its figure will count as."""
    if kind is EventKind.MEMORANDUM:
        return say("Giá trị ghi nhớ là dự kiến, không cộng vào giá trị hợp đồng.")
    if kind is EventKind.CONTRACT and (quote := quote_in_full(file)):
        return say("Đã báo giá %(quote)s.", quote=quote)
    contracts = values_of(file.events).contract
    if kind is EventKind.DELIVERED and contracts:
        return say("Hợp đồng đã ghi: %(value)s.", value=format_money(contracts))
    return None
