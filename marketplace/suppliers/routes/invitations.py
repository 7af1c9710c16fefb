"""The page behind the link of an invitation: who invites to what, and the button with which one accepts."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.queries import accounts_by_id
from marketplace.core.clock import local
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import anyone, signed_in
from marketplace.core.text import format_date
from marketplace.core.texts import N_
from marketplace.suppliers.models import MemberInvitation
from marketplace.suppliers.presenters import InvitationPage, reached_at
from marketplace.suppliers.queries import Invited, invitation_by_token, invitation_token_of
from marketplace.suppliers.routes.registry import section
from marketplace.suppliers.services import accept_invitation
from marketplace.suppliers.vocabulary import ROLE_LABELS
from marketplace.web.addresses import whole_address
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

INVITED = N_("Đã mời %(to)s. Lời mời dùng được trong 14 ngày.")
CANCELLED = N_("Đã rút lại lời mời.")
ACCEPTED = N_("Từ nay bạn trả lời người mua thay %(name)s.")


def invitation_link(row: MemberInvitation) -> str:
    """The whole address on which an invitation is accepted."""
    return whole_address("suppliers.member_invitation", token=invitation_token_of(row))


@section.page("/loi-moi/<token>", load=invitation_by_token, allow=anyone, private=True)
def member_invitation(invited: Invited) -> ResponseReturnValue:
    """Who invites, to which supplier; opening it changes nothing, for scanners follow links."""
    return _invitation_page(invited)


@section.action("/loi-moi/<token>", load=invitation_by_token, allow=signed_in)
def accept(invited: Invited) -> ResponseReturnValue:
    """Speak for the supplier from now on."""
    actor = current_actor()
    account = accounts_by_id([actor.account_id or 0])[actor.account_id or 0]
    try:
        accept_invitation(actor, account, invited)
    except Refused as error:
        return _invitation_page(invited, refusal=translate(error.message, **error.params))
    flash(translate(ACCEPTED, name=invited.supplier.name), "done")
    return redirect(url_for("leads.board"), 303)


def _invitation_page(invited: Invited, *, refusal: str | None = None) -> ResponseReturnValue:
    row, actor = invited.invitation, current_actor()
    token = invitation_token_of(row)
    shown = InvitationPage(
        state="closed" if not invited.is_open else "sign-in" if actor.is_stranger else "open",
        supplier=invited.supplier.name,
        inviter=invited.inviter.name,
        role=translate(ROLE_LABELS[row.role]),
        hand_over=invited.is_hand_over,
        to=_masked(row),
        until=format_date(local(row.expires_at).date()),
        action=url_for("suppliers.accept", token=token),
        sign_in_href=url_for("accounts.sign_in", next=url_for("suppliers.member_invitation", token=token)),
        sign_up_href=url_for("accounts.sign_up", next=url_for("suppliers.member_invitation", token=token)),
        account_name=actor.name,
        refusal=refusal,
    )
    status = 422 if refusal else 410 if shown.state == "closed" else 200
    return page("suppliers/invitation.html", status=status, page=shown, form_key=fresh_form_key())


def _masked(row: MemberInvitation) -> str:
    """Enough of the address or number to know the own by, and no more: a link may be passed on."""
    text = reached_at(row.email, row.phone)
    name, at, domain = text.partition("@")
    return f"{name[:2]}…@{domain}" if at else f"…{text[-3:]}"
