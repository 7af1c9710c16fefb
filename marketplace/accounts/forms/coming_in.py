"""Forms of signing up and of asking for a new password."""

from typing import Any

from wtforms import BooleanField, Field, HiddenField, PasswordField, ValidationError

from marketplace.accounts.queries import login_of
from marketplace.accounts.vocabulary import LONGEST_PASSWORD
from marketplace.core.texts import N_
from marketplace.web.fields import LineField, Longest, Needed
from marketplace.web.forms import Form
from marketplace.web.language import lazy, translate


class LoginField(LineField):
    """An e-mail address or a phone number."""

    @property
    def login(self) -> str:
        """The address in lower case or the number in E.164; empty where it is neither."""
        return login_of(self.data or "") or ""

    def pre_validate(self, form: Any) -> None:
        """Refuse what is neither."""
        if self.data and not self.login:
            raise ValidationError(translate(N_("Chưa đọc được: hãy gõ thư điện tử hoặc số điện thoại.")))


class SignUpForm(Form):
    """Name, e-mail or phone, a password, and the rules."""

    name = LineField(lazy(N_("Họ và tên")), [Needed(N_("Hãy điền họ và tên.")), Longest(120)])
    login = LoginField(
        lazy(N_("Thư điện tử hoặc điện thoại")),
        [Needed(N_("Hãy điền thư điện tử hoặc số điện thoại.")), Longest(254)],
        description=lazy(N_("Có thư điện tử thì tự đặt lại được mật khẩu khi quên.")),
    )
    password = PasswordField(
        lazy(N_("Mật khẩu")),
        [Needed(N_("Hãy chọn một mật khẩu.")), Longest(LONGEST_PASSWORD)],
        description=lazy(N_("Ít nhất 8 ký tự; dài và dễ nhớ với riêng bạn là tốt nhất.")),
    )
    rules = BooleanField(lazy(N_("Tôi đồng ý với quy chế của trang.")), [Needed(N_("Hãy đọc và đồng ý với quy chế."))])
    next = HiddenField()

    def validate_password(self, field: Field) -> None:
        """One's own address or number is the first that anybody tries."""
        own = {self.login.login, self.login.data, (self.name.data or "").casefold()}
        if field.data and (field.data in own or field.data.casefold() in own):
            raise ValidationError(translate(N_("Mật khẩu này dễ đoán: hãy chọn mật khẩu khác.")))


class ForgottenForm(Form):
    """Whose password it is."""

    login = LoginField(
        lazy(N_("Thư điện tử hoặc điện thoại")), [Needed(N_("Hãy điền thư điện tử hoặc số điện thoại.")), Longest(254)]
    )
