"""Forms of signing in and of setting a password."""

from wtforms import HiddenField, PasswordField

from marketplace.accounts.vocabulary import LONGEST_PASSWORD
from marketplace.core.texts import N_
from marketplace.web.fields import LineField, Longest, Needed
from marketplace.web.forms import Form
from marketplace.web.language import lazy


class SignInForm(Form):
    """E-mail or phone, and password."""

    login = LineField(
        lazy(N_("Thư điện tử hoặc điện thoại")), [Needed(N_("Hãy điền thư điện tử hoặc số điện thoại.")), Longest(254)]
    )
    password = PasswordField(lazy(N_("Mật khẩu")), [Needed(N_("Hãy điền mật khẩu.")), Longest(LONGEST_PASSWORD)])
    next = HiddenField()


class CodeForm(Form):
    """A code of the second factor, or a recovery code."""

    code = LineField(lazy(N_("Mã xác nhận")), [Needed(N_("Hãy điền mã.")), Longest(40)])


class PasswordForm(Form):
    """A new password."""

    password = PasswordField(
        lazy(N_("Mật khẩu mới")), [Needed(N_("Hãy chọn một mật khẩu."))], description=lazy(N_("Ít nhất 8 ký tự."))
    )
