"""What the pages about accounts print, one noun per file."""

from marketplace.accounts.presenters.administration import (
    AccountLine,
    AdministrationPage,
    GrantLine,
    account_line,
    area_words,
    grant_words,
)
from marketplace.accounts.presenters.coming_in import ConfirmPage, ForgottenPage, SignUpPage
from marketplace.accounts.presenters.own import MorningPage, OwnPage, session_lines
from marketplace.accounts.presenters.second_factor import RecoveryCodesPage, SecondFactorPage, SetUp, set_up_of
from marketplace.accounts.presenters.signing_in import PasswordPage, SecondStepPage, SignInPage, login_shown

__all__ = [
    "AccountLine",
    "AdministrationPage",
    "ConfirmPage",
    "ForgottenPage",
    "GrantLine",
    "MorningPage",
    "OwnPage",
    "PasswordPage",
    "RecoveryCodesPage",
    "SecondFactorPage",
    "SecondStepPage",
    "SetUp",
    "SignInPage",
    "SignUpPage",
    "account_line",
    "area_words",
    "grant_words",
    "login_shown",
    "session_lines",
    "set_up_of",
]
