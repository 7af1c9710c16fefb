"""Forms of accounts, one noun per file."""

from marketplace.accounts.forms.signing_in import CodeForm, PasswordForm, SignInForm

__all__ = ["CodeForm", "PasswordForm", "SignInForm"]
