"""Forms of asking, answering and replying."""

from collections.abc import Iterable

from wtforms import (  # type: ignore[attr-defined]  # SelectChoice is newer than the stubs
    BooleanField,
    RadioField,
    SelectChoice,
    SelectMultipleField,
    widgets,
)
from wtforms.validators import Optional, ValidationError

from marketplace.core.texts import N_
from marketplace.leads.fields import (
    LONGEST_WORDS,
    OPTIONAL,
    deliverable_field,
    lost_reason_field,
    price_field,
    words_field,
)
from marketplace.web.fields import (
    DayField,
    EmailField,
    LineField,
    Longest,
    Needed,
    PhoneField,
    QuantityField,
    WordsField,
)
from marketplace.web.forms import Form
from marketplace.web.language import lazy, translate


class InquiryForm(Form):
    """What a buyer asks. Phone or e-mail is needed, everything else but the quantity may be left out."""

    quantity = QuantityField(
        lazy(N_("Cần bao nhiêu?")),
        [Needed(N_("Hãy viết số lượng, ví dụ 2 tấn hay 300 gói.")), Longest(80)],
        description=lazy(N_("Ví dụ: 2 tấn, 50 kg mỗi tháng, 300 gói")),
    )
    phone = PhoneField(
        lazy(N_("Điện thoại của bạn")), description=lazy(N_("Chỉ nơi bạn hỏi và cán bộ gọi giúp nhìn thấy"))
    )
    words = WordsField(lazy(N_("Nhắn một câu")), [Longest(LONGEST_WORDS)])
    by = DayField(lazy(N_("Cần trước ngày")))
    place = LineField(lazy(N_("Giao tới đâu")), [Longest(200)])
    name = LineField(lazy(N_("Tên bạn")), [Longest(120)])
    email = EmailField(lazy(N_("Thư điện tử")))
    suppliers = SelectMultipleField(
        lazy(N_("Hỏi những nơi nào?")),
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
    )
    consent = BooleanField(
        lazy(N_("Tôi đồng ý gửi điện thoại và lời nhắn này cho nơi tôi hỏi, và cán bộ khi phải gọi giúp.")),
        [Needed(N_("Cần bạn đồng ý thì câu hỏi mới được gửi đi."))],
    )

    def validate_by(self, field: DayField) -> None:
        """A day that is over can't be met."""
        if field.data and field.data < field.clock():
            raise ValidationError(translate(N_("Ngày này đã qua.")))

    def validate_phone(self, field: PhoneField) -> None:
        """Somebody must be able to answer; stands beside the phone, which is asked first.

        So ``phone`` has no ``Optional()``: that one ends a field's checks, this one too.
        """
        given = field.raw_data and str(field.raw_data[0]).strip()
        email = self.email.raw_data and str(self.email.raw_data[0]).strip()
        if not given and not email:
            raise ValidationError(translate(N_("Hãy để lại số điện thoại hoặc thư điện tử để nơi bán trả lời.")))


class QuoteForm(Form):
    """A price, whether the day can be kept, and a word."""

    price = price_field()
    deliverable = deliverable_field()
    note = words_field(N_("Nhắn thêm"))
    reason = lost_reason_field(N_("Vì sao không bán được?"), needed=False)
    why = LineField(lazy(N_("Vài chữ")), [Longest(300)], description=OPTIONAL)


class ReplyForm(Form):
    """The buyer writes again to one of those whom he asked."""

    lead = RadioField(lazy(N_("Gửi tới")), choices=[])
    words = WordsField(lazy(N_("Lời nhắn")), [Needed(N_("Hãy viết vài chữ.")), Longest(LONGEST_WORDS)])


class PersonForm(Form):
    """Who the buyer is and how he is reached: what he may correct himself."""

    name = LineField(lazy(N_("Tên bạn")), [Longest(120)])
    phone = PhoneField(lazy(N_("Điện thoại của bạn")), [Optional()])
    email = EmailField(lazy(N_("Thư điện tử")))
    place = LineField(lazy(N_("Giao tới đâu")), [Longest(200)])


def choices_of(pairs: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    """(value, label) pairs as WTForms wants them."""
    return [SelectChoice(value, label) for value, label in pairs]
