"""The mails about suppliers."""

from flask import render_template

from marketplace.accounts.models import Account
from marketplace.accounts.services import invitation_token
from marketplace.core.texts import N_
from marketplace.suppliers.vocabulary import SupplierLabel
from marketplace.web.addresses import whole_address
from marketplace.web.language import translate
from marketplace.web.mail import Message


def invitation_of_member(account: Account, supplier: SupplierLabel) -> Message:
    """To a person who was made a member of a supplier: where to set a password."""
    address = whole_address("accounts.invitation", token=invitation_token(account))
    text = render_template("suppliers/mails/invitation.txt", account=account, supplier=supplier, address=address)
    subject = translate(N_("Tài khoản của bạn cho %(supplier)s"), supplier=supplier.name)
    return Message((account.email,) if account.email else (), subject, text)
