"""Forms of accounts, one noun per file."""

from marketplace.accounts.forms.administration import GrantForm
from marketplace.accounts.forms.coming_in import ForgottenForm, LoginField, SignUpForm
from marketplace.accounts.forms.own import ChangePasswordForm, ConfirmedForm, ContactForm, DropForm, NameForm
from marketplace.accounts.forms.signing_in import CodeForm, PasswordForm, SignInForm

__all__ = [
    "ChangePasswordForm",
    "CodeForm",
    "ConfirmedForm",
    "ContactForm",
    "DropForm",
    "ForgottenForm",
    "GrantForm",
    "LoginField",
    "NameForm",
    "PasswordForm",
    "SignInForm",
    "SignUpForm",
]
