"""Forms on which an organisation comes in, and on which both sides write about it."""

from typing import Any

from wtforms import (  # type: ignore[attr-defined]  # SelectChoice is newer than the stubs
    BooleanField,
    RadioField,
    SelectChoice,
    SelectField,
    ValidationError,
)
from wtforms.validators import Optional

from marketplace.core.texts import N_
from marketplace.places.fields import PlaceField
from marketplace.suppliers.vocabulary import SupplierKind, kind_from_name
from marketplace.suppliers.vocabulary.messages import LONGEST_MESSAGE
from marketplace.suppliers.vocabulary.organisations import KIND_LABELS
from marketplace.suppliers.vocabulary.reviews import (
    CHANGE_REASONS,
    CLOSING_REASONS,
    REFUSAL_REASONS,
    SUSPENSION_REASONS,
    VERIFICATION_WAYS,
    NewApplication,
)
from marketplace.suppliers.vocabulary.tax_codes import tax_code_of
from marketplace.web.fields import EmailField, LineField, Longest, Needed, PhoneField, WordsField
from marketplace.web.forms import Form
from marketplace.web.language import lazy, translate

LONGEST_ABOUT, MOST_MEMBERS = 1200, 99_999
_KINDS = [kind for kind in SupplierKind if kind is not SupplierKind.OUTLET]


class ApplicationForm(Form):
    """What somebody says of an organisation; name, kind and commune are needed, and a phone or an address."""

    name = LineField(
        lazy(N_("Tên đầy đủ")),
        [Needed(N_("Hãy ghi tên như trên giấy đăng ký.")), Longest(200)],
        description=lazy(N_("Như trên giấy đăng ký, ví dụ: HTX Hồng Luân")),
    )
    trade = RadioField(
        lazy(N_("Bạn làm gì?")),
        choices=[
            SelectChoice("maker", lazy(N_("Làm ra sản phẩm"))),
            SelectChoice("both", lazy(N_("Làm ra, và bán cả hàng nơi khác"))),
            SelectChoice("outlet", lazy(N_("Chỉ bán hàng nơi khác làm"))),
        ],
        default="maker",
    )
    kind = SelectField(lazy(N_("Loại hình")), choices=[SelectChoice("", lazy(N_("Chọn loại hình")))])
    place = PlaceField(
        lazy(N_("Xã")),
        needs_commune=True,
        description=lazy(N_("Gõ tên xã cũ hoặc mới, thêm huyện, tỉnh nếu có; không dấu cũng được.")),
    )
    phone = PhoneField(lazy(N_("Điện thoại")), description=lazy(N_("Khách và cán bộ gọi số này")))
    has_zalo = BooleanField(lazy(N_("Số này có Zalo")), default=True)
    email = EmailField(lazy(N_("Thư điện tử")), [Optional()], description=lazy(N_("Yêu cầu mua được gửi tới đây")))
    representative = LineField(lazy(N_("Người đại diện")), [Longest(120)])
    tax_code = LineField(
        lazy(N_("Mã số thuế")),
        [Longest(16)],
        description=lazy(N_("Nếu có. Mã của hộ kinh doanh là số riêng của chủ hộ, không hiện cho ai.")),
    )
    members = LineField(lazy(N_("Số thành viên")), [Longest(6)])
    about = WordsField(lazy(N_("Vài câu về nơi làm")), [Longest(LONGEST_ABOUT)])
    is_another = BooleanField(lazy(N_("Không phải nơi nào ở trên")))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [SelectChoice(str(kind), lazy(KIND_LABELS[kind])) for kind in _KINDS]
        self.kind.choices = [SelectChoice("", lazy(N_("Chọn loại hình"))), *kinds]

    def validate_kind(self, field: SelectField) -> None:
        """Chosen, or read from the name; a shop that makes nothing needs none."""
        if not field.data and self.trade.data != "outlet" and kind_from_name(self.name.data or "") is None:
            raise ValidationError(translate(N_("Hãy chọn loại hình.")))

    def validate_phone(self, field: PhoneField) -> None:
        """Somebody must be able to reach them."""
        if not str((field.raw_data or [""])[0]).strip() and not str((self.email.raw_data or [""])[0]).strip():
            raise ValidationError(translate(N_("Hãy để lại số điện thoại hoặc thư điện tử.")))

    def validate_members(self, field: LineField) -> None:
        """A whole number."""
        text = (field.data or "").strip()
        if text and not (text.isascii() and text.isdigit() and 0 < int(text) <= MOST_MEMBERS):
            raise ValidationError(translate(N_("Hãy ghi một số, ví dụ 12.")))

    @property
    def application(self) -> NewApplication:
        """What was said; call after ``validate``."""
        is_outlet = self.trade.data in ("both", "outlet")
        kind = self.kind.data or kind_from_name(self.name.data or "") or SupplierKind.OUTLET
        return NewApplication(
            name=self.name.data or "",
            kind=str(kind),
            is_producer=self.trade.data != "outlet",
            is_outlet=is_outlet,
            place=self.place.data,
            phone=self.phone.data,
            has_zalo=bool(self.phone.data and self.has_zalo.data),
            email=self.email.data or None,
            representative=self.representative.data or None,
            tax_code=tax_code_of(self.tax_code.data),
            members_official=int(self.members.data) if self.members.data else None,
            about=self.about.data or None,
        )


class WriteForm(Form):
    """Words to the other side."""

    words = WordsField(lazy(N_("Lời nhắn")), [Needed(N_("Hãy viết vài chữ.")), Longest(LONGEST_MESSAGE)])


def _reasons(reasons: dict[str, str]) -> list[SelectChoice]:
    return [
        SelectChoice("", lazy(N_("Chọn lý do"))),
        *(SelectChoice(code, lazy(words)) for code, words in reasons.items()),
    ]


class _ReasonForm(Form):
    """A reason, and words beside it."""

    reason = SelectField(lazy(N_("Vì sao")), choices=[])
    words = WordsField(lazy(N_("Nói rõ hơn")), [Longest(LONGEST_MESSAGE)])
    reasons: dict[str, str] = {}  # noqa: RUF012  # a table that is never written

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reason.choices = _reasons(self.reasons)

    def validate_reason(self, field: SelectField) -> None:
        """One of them."""
        if field.data not in self.reasons:
            raise ValidationError(translate(N_("Hãy chọn một lý do.")))


class ChangesForm(_ReasonForm):
    """Something is asked of the applicant."""

    reasons = CHANGE_REASONS


class RefusalForm(_ReasonForm):
    """The applicant is refused."""

    reasons = REFUSAL_REASONS


class SuspensionForm(_ReasonForm):
    """A supplier is hidden for a while."""

    reasons = SUSPENSION_REASONS


class ClosingForm(_ReasonForm):
    """A supplier is ended on the site."""

    reasons = CLOSING_REASONS


class PassForm(Form):
    """How an officer made sure who somebody is."""

    way = RadioField(
        lazy(N_("Bạn biết rõ nơi này bằng cách nào?")),
        choices=[SelectChoice(code, lazy(words)) for code, words in VERIFICATION_WAYS.items()],
        validators=[Needed(N_("Hãy chọn một cách."))],
    )
