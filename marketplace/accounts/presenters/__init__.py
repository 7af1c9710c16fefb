"""What the pages about accounts print, one noun per file."""

from marketplace.accounts.presenters.second_factor import RecoveryCodesPage, SecondFactorPage, SetUp, set_up_of
from marketplace.accounts.presenters.signing_in import PasswordPage, SecondStepPage, SignInPage

__all__ = [
    "PasswordPage",
    "RecoveryCodesPage",
    "SecondFactorPage",
    "SecondStepPage",
    "SetUp",
    "SignInPage",
    "set_up_of",
]
