"""A link for a new password from the officer's hand, for people who sign in by number and have no mailbox."""

from flask import url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.services import hand_out_link
from marketplace.suppliers.policies import may_help_member
from marketplace.suppliers.queries import Member, member_of_area
from marketplace.suppliers.routes.registry import section
from marketplace.web.addresses import whole_address
from marketplace.web.pages import page
from marketplace.web.signin import current_actor


@section.action(
    "/can-bo/chu-the/<slug>/nguoi-dung/<account_id>/mat-khau", load=member_of_area, allow=may_help_member, once=False
)
def hand_out_password(member: Member) -> ResponseReturnValue:
    """Show the link this once."""
    link = whole_address("accounts.invitation", token=hand_out_link(current_actor(), member.account))
    back = url_for("suppliers.officer_supplier", slug=member.supplier.slug)
    return page("suppliers/password_link.html", name=member.account.name, link=link, back_href=back)
