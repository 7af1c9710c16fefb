"""Forms about the own account."""

from wtforms import PasswordField

from marketplace.accounts.vocabulary import LONGEST_PASSWORD
from marketplace.core.texts import N_
from marketplace.web.fields import EmailField, LineField, Longest, Needed, PhoneField
from marketplace.web.forms import Form
from marketplace.web.language import lazy

_PRESENT = [Needed(N_("Hãy gõ mật khẩu hiện nay.")), Longest(LONGEST_PASSWORD)]


class NameForm(Form):
    """How the person is called."""

    name = LineField(lazy(N_("Họ và tên")), [Needed(N_("Hãy điền họ và tên.")), Longest(120)])


class ContactForm(Form):
    """With what the person signs in; asks for the password."""

    email = EmailField(
        lazy(N_("Thư điện tử")), [Longest(254)], description=lazy(N_("Địa chỉ mới dùng được sau khi mở thư xác nhận."))
    )
    phone = PhoneField(lazy(N_("Điện thoại")))
    present = PasswordField(lazy(N_("Mật khẩu hiện nay")), _PRESENT)


class ChangePasswordForm(Form):
    """A new password for the old one."""

    old = PasswordField(lazy(N_("Mật khẩu hiện nay")), _PRESENT)
    password = PasswordField(
        lazy(N_("Mật khẩu mới")), [Needed(N_("Hãy chọn một mật khẩu."))], description=lazy(N_("Ít nhất 8 ký tự."))
    )


class ConfirmedForm(Form):
    """Something that only the password allows."""

    present = PasswordField(lazy(N_("Mật khẩu hiện nay")), _PRESENT)


class DropForm(ConfirmedForm):
    """The second factor off: password and code."""

    code = LineField(lazy(N_("Mã xác nhận")), [Needed(N_("Hãy điền mã.")), Longest(40)])
