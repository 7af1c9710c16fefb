"""Forms on which an officer enters how a supplier is reached and who speaks for it."""

from wtforms import SelectChoice, SelectField  # type: ignore[attr-defined]  # newer than the stubs
from wtforms.validators import Optional, ValidationError

from marketplace.core.emails import parse_email
from marketplace.core.text import TextRefused
from marketplace.core.texts import N_
from marketplace.places.fields import PlaceField
from marketplace.suppliers.vocabulary import KIND_LABELS, MOST_MAILBOXES
from marketplace.web.fields import LineField, Longest, Needed, PhoneField, WordsField
from marketplace.web.forms import Form
from marketplace.web.language import lazy, translate


class ContactForm(Form):
    """Mailboxes, one a line, and the phone."""

    emails = WordsField(
        lazy(N_("Thư điện tử")),
        [Longest(1000)],
        description=lazy(N_("Mỗi dòng một địa chỉ. Yêu cầu mua được gửi tới đây.")),
    )
    phone = PhoneField(lazy(N_("Điện thoại")), [Optional()])

    @property
    def addresses(self) -> list[str]:
        """The addresses that were typed, in order, each once; call after ``validate``."""
        lines = [line.strip(" ,;") for line in (self.emails.data or "").splitlines()]
        return list(dict.fromkeys(parse_email(line) for line in lines if line))

    def validate_emails(self, field: WordsField) -> None:
        """Each line must be an address."""
        lines = [line.strip(" ,;") for line in (field.data or "").splitlines() if line.strip(" ,;")]
        if len(lines) > MOST_MAILBOXES:
            raise ValidationError(translate(N_("Nhiều nhất %(most)s địa chỉ."), most=MOST_MAILBOXES))
        for line in lines:
            try:
                parse_email(line)
            except TextRefused as error:
                raise ValidationError(f"{line}: {translate(error.message, **error.params)}") from error


class NamingForm(Form):
    """How the supplier is called, and what it is before the law."""

    name = LineField(
        lazy(N_("Tên đầy đủ")),
        [Needed(N_("Hãy ghi tên như trên giấy đăng ký.")), Longest(200)],
        description=lazy(N_("Như trên giấy đăng ký; địa chỉ trang không đổi.")),
    )
    kind = SelectField(
        lazy(N_("Loại hình")),
        choices=[SelectChoice(str(kind), lazy(words)) for kind, words in KIND_LABELS.items()],
        description=lazy(N_("Hộ kinh doanh đổi sang loại khác thì mã số thuế cũ bị bỏ: đó là số riêng của chủ hộ.")),
    )
    tax_code = LineField(
        lazy(N_("Mã số thuế")),
        [Longest(16)],
        description=lazy(N_("Mã của hộ kinh doanh không hiện ở đây; để trống là giữ nguyên.")),
    )


class PlaceForm(Form):
    """Where the supplier is."""

    place = PlaceField(
        lazy(N_("Xã")),
        description=lazy(N_("Gõ tên xã cũ hoặc mới, thêm huyện, tỉnh nếu có; không dấu cũng được: “tan lap cho don”.")),
    )
