"""Forms of accounts, one noun per file."""

from marketplace.accounts.forms.coming_in import ForgottenForm, LoginField, SignUpForm
from marketplace.accounts.forms.signing_in import CodeForm, PasswordForm, SignInForm

__all__ = ["CodeForm", "ForgottenForm", "LoginField", "PasswordForm", "SignInForm", "SignUpForm"]
