"""Forms of the workbench: a quote, the other steps, a lead that is typed in."""

from typing import Any

from wtforms import RadioField, SelectChoice, SelectField  # type: ignore[attr-defined]  # SelectChoice is newer than the stubs
from wtforms.validators import Optional

from marketplace.core.clock import today
from marketplace.core.texts import N_
from marketplace.leads.fields import OPTIONAL, deliverable_field, lost_reason_field, price_field, words_field
from marketplace.leads.vocabulary import Channel, EventKind
from marketplace.web.fields import (
    DayField,
    LineField,
    Longest,
    MoneyField,
    Needed,
    PhoneField,
    QuantityField,
    WordsField,
)
from marketplace.web.forms import Form
from marketplace.web.language import lazy

_MONEY_HINT = lazy(N_("Viết sao cũng được: 45tr, 45.000.000"))
_QUANTITY_HINT = lazy(N_("Ví dụ: 2 tấn, 50 kg, 300 gói"))
_CHANNELS = {
    Channel.PHONE: N_("Gọi điện"),
    Channel.ZALO: N_("Zalo"),
    Channel.VISIT: N_("Tới tận nơi"),
    Channel.FAIR: N_("Ở hội chợ"),
}


def _note() -> WordsField:
    return words_field(N_("Ghi thêm"))


def _day(label: str) -> DayField:
    return DayField(lazy(label), [Needed(N_("Hãy chọn ngày."))], default=today)


class QuoteForm(Form):
    """One number, one choice, a word."""

    price = price_field()
    deliverable = deliverable_field()
    note = words_field(N_("Nhắn thêm"))


class ContactedForm(Form):
    """The buyer was called, written to or met."""

    on = _day(N_("Ngày liên hệ"))
    note = _note()


class SampledForm(Form):
    """A sample went out."""

    on = _day(N_("Ngày gửi"))
    note = _note()


class MemorandumForm(Form):
    """An intent, with the value that both sides hope for."""

    value = MoneyField(lazy(N_("Giá trị dự kiến")), [Optional()], description=_MONEY_HINT)
    quantity = QuantityField(lazy(N_("Số lượng dự kiến")), [Optional()], description=_QUANTITY_HINT)
    on = _day(N_("Ngày ký"))
    note = _note()


class FrameworkContractForm(Form):
    """A frame for later contracts."""

    value = MoneyField(lazy(N_("Giá trị")), [Optional()], description=_MONEY_HINT)
    on = _day(N_("Ngày ký"))
    note = _note()


class ContractForm(Form):
    """A contract of sale; its value is what the statistics add up."""

    value = MoneyField(
        lazy(N_("Giá trị hợp đồng")),
        [Needed(N_("Hợp đồng trị giá bao nhiêu? Ví dụ: 45tr, 45.000.000."))],
        description=_MONEY_HINT,
    )
    quantity = QuantityField(lazy(N_("Số lượng")), [Optional()], description=_QUANTITY_HINT)
    on = _day(N_("Ngày ký"))
    note = _note()


class DeliveredForm(Form):
    """A delivery, whole or in part; how much and for how much where that is known."""

    quantity = QuantityField(lazy(N_("Đã giao bao nhiêu?")), [Optional()], description=_QUANTITY_HINT)
    value = MoneyField(lazy(N_("Trị giá")), [Optional()], description=_MONEY_HINT)
    on = _day(N_("Ngày giao"))
    note = _note()


class LostForm(Form):
    """Nothing came of it, and why."""

    reason = lost_reason_field(N_("Vì sao không thành?"), needed=True)
    note = _note()


STEP_FORMS: dict[EventKind, type[Form]] = {
    EventKind.CONTACTED: ContactedForm,
    EventKind.SAMPLED: SampledForm,
    EventKind.MEMORANDUM: MemorandumForm,
    EventKind.FRAMEWORK_CONTRACT: FrameworkContractForm,
    EventKind.CONTRACT: ContractForm,
    EventKind.DELIVERED: DeliveredForm,
    EventKind.LOST: LostForm,
}


class NewLeadForm(Form):
    """Who asked for what, in fifteen seconds: only how he asked is needed, for many callers leave no name."""

    channel = RadioField(
        lazy(N_("Hỏi bằng cách nào?")),
        [Needed(N_("Hãy chọn một cách."))],
        choices=[SelectChoice(channel.value, lazy(label)) for channel, label in _CHANNELS.items()],
        default=Channel.PHONE.value,
    )
    product = SelectField(lazy(N_("Hỏi sản phẩm nào?")), [Optional()])
    quantity = QuantityField(lazy(N_("Bao nhiêu?")), [Optional()], description=_QUANTITY_HINT)
    name = LineField(lazy(N_("Ai hỏi")), [Longest(120)], description=lazy(N_("Ví dụ: Chị Thu, nhà hàng ở Hà Nội")))
    phone = PhoneField(lazy(N_("Điện thoại")), [Optional()], description=OPTIONAL)
    words = words_field(N_("Họ nói gì?"))

    @classmethod
    def over(cls, products: list[tuple[str, str]], *arguments: Any) -> "NewLeadForm":
        """The form with the supplier's products as (public id, name) to choose from.

        Where there are several none is chosen beforehand: a product that nobody asked for would be counted.
        """
        form = cls(*arguments)
        known = [SelectChoice(public_id, name) for public_id, name in products]
        unknown = SelectChoice("", lazy(N_("Chưa rõ, hoặc thứ khác")))
        form.product.choices = [*known, unknown] if len(known) == 1 else [unknown, *known]
        return form
