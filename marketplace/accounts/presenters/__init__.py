"""What the pages about accounts print, one noun per file."""

from marketplace.accounts.presenters.coming_in import ConfirmPage, ForgottenPage, SignUpPage
from marketplace.accounts.presenters.second_factor import RecoveryCodesPage, SecondFactorPage, SetUp, set_up_of
from marketplace.accounts.presenters.signing_in import PasswordPage, SecondStepPage, SignInPage, login_shown

__all__ = [
    "ConfirmPage",
    "ForgottenPage",
    "PasswordPage",
    "RecoveryCodesPage",
    "SecondFactorPage",
    "SecondStepPage",
    "SetUp",
    "SignInPage",
    "SignUpPage",
    "login_shown",
    "set_up_of",
]
