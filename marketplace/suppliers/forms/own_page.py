"""Forms on which a supplier's own people keep its page."""

from wtforms import BooleanField
from wtforms.validators import Optional

from marketplace.core.texts import N_
from marketplace.suppliers.forms.officer_forms import ContactForm
from marketplace.web.fields import Longest, Needed, PhoneField, WordsField
from marketplace.web.forms import Form
from marketplace.web.language import lazy


class AboutForm(Form):
    """What the supplier says of itself."""

    about = WordsField(lazy(N_("Lời giới thiệu")), [Longest(1000)])
    about_en = WordsField(
        lazy(N_("Lời giới thiệu bằng tiếng Anh")),
        [Longest(1000)],
        description=lazy(N_("Không bắt buộc; hiện ở trang tiếng Anh.")),
    )


class OwnContactForm(ContactForm):
    """How buyers and the site reach the supplier; its managers keep that."""

    phone = PhoneField(lazy(N_("Điện thoại")), [Optional()])
    has_zalo = BooleanField(lazy(N_("Số này có Zalo")))


class RequestForm(Form):
    """What only an officer can put right: name, kind, place."""

    words = WordsField(
        lazy(N_("Cần sửa gì")),
        [Needed(N_("Hãy viết cần sửa gì.")), Longest(2000)],
        description=lazy(N_("Tên, loại hình, nơi làm do cán bộ địa bàn sửa.")),
    )
