"""The form with which a person leaves the site."""

from wtforms import PasswordField

from marketplace.accounts.vocabulary import LONGEST_PASSWORD
from marketplace.core.texts import N_
from marketplace.web.fields import Longest, Needed
from marketplace.web.forms import Form
from marketplace.web.language import lazy


class LeavingForm(Form):
    """Only the password allows it."""

    present = PasswordField(
        lazy(N_("Mật khẩu hiện nay")), [Needed(N_("Hãy gõ mật khẩu hiện nay.")), Longest(LONGEST_PASSWORD)]
    )
