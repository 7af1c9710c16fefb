"""A supplier's own people: who they are, inviting, roles, ending, handing over."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.queries import accounts_by_id
from marketplace.core.actor import MemberRole
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.texts import N_
from marketplace.core.views import Chip
from marketplace.suppliers.forms import HandOverForm, InviteForm
from marketplace.suppliers.models import MemberInvitation, Supplier
from marketplace.suppliers.policies import (
    may_cancel_invitation,
    may_end_member,
    may_manage_member,
    may_manage_members,
    may_see_members,
)
from marketplace.suppliers.presenters import InvitationLine, SupplierMembers, invitation_lines, member_lines
from marketplace.suppliers.queries import (
    Invited,
    Member,
    mailboxes_of,
    members_of,
    open_invitations,
    own_invitation,
    own_member,
    own_supplier,
    own_suppliers,
)
from marketplace.suppliers.routes.invitations import CANCELLED, INVITED, invitation_link
from marketplace.suppliers.routes.registry import section
from marketplace.suppliers.services import cancel_invitation as take_back
from marketplace.suppliers.services import change_role, invite, remove_member
from marketplace.suppliers.services import hand_over as offer_place
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

OFFERED = N_("Đã mời %(to)s nhận bàn giao. Bạn vẫn giữ quyền cho tới khi người ấy nhận.")
ROLE_PUT = N_("Đã đổi vai trò.")
ENDED = N_("Đã kết thúc quyền của %(name)s.")
LEFT = N_("Bạn đã rời khỏi %(name)s.")


@section.page("/ban-hang/thanh-vien", allow=may_see_members)
def members() -> ResponseReturnValue:
    """Who speaks for an own supplier; ``noi`` says for which of several."""
    suppliers = own_suppliers(current_actor())
    chosen = next((s for s in suppliers if s.slug == request.args.get("noi")), suppliers[0])
    return _members_page(chosen, InviteForm())


@section.action("/ban-hang/thanh-vien/<slug>/moi", load=own_supplier, allow=may_manage_members)
def invite_member(supplier: Supplier) -> ResponseReturnValue:
    """Invite somebody by e-mail or phone."""
    form = InviteForm(request.form)
    if not form.validate():
        return _members_page(supplier, form, status=422)
    try:
        row = invite(current_actor(), supplier, form.addressee, form.role.data)
    except Refused as error:
        form.refuse(error)
        return _members_page(supplier, form, status=422)
    return _back(supplier, translate(INVITED, to=form.to.data), row)


@section.page("/ban-hang/thanh-vien/<slug>/ban-giao", load=own_supplier, allow=may_manage_members)
def handing_over(supplier: Supplier) -> ResponseReturnValue:
    """What a hand-over does, and to whom it goes."""
    return _hand_over_page(supplier, HandOverForm())


@section.action("/ban-hang/thanh-vien/<slug>/ban-giao", load=own_supplier, allow=may_manage_members)
def hand_over(supplier: Supplier) -> ResponseReturnValue:
    """Invite somebody to take the own place."""
    form = HandOverForm(request.form)
    if not form.validate():
        return _hand_over_page(supplier, form, status=422)
    try:
        row = offer_place(current_actor(), supplier, form.addressee, drops_mailbox=form.drops_mailbox.data)
    except Refused as error:
        form.refuse(error)
        return _hand_over_page(supplier, form, status=422)
    return _back(supplier, translate(OFFERED, to=form.to.data), row)


@section.action("/ban-hang/thanh-vien/<slug>/<account_id>/vai-tro", load=own_member, allow=may_manage_member)
def put_role(member: Member) -> ResponseReturnValue:
    """Make a member a manager, or the other way round."""
    role: MemberRole = "manager" if request.form.get("role") == "manager" else "member"
    change_role(current_actor(), member.supplier, member.row, role)
    return _back(member.supplier, translate(ROLE_PUT))


@section.action("/ban-hang/thanh-vien/<slug>/<account_id>/ket-thuc", load=own_member, allow=may_end_member)
def end_member(member: Member) -> ResponseReturnValue:
    """End somebody's membership, or leave oneself."""
    remove_member(current_actor(), member.supplier, member.row)
    if member.account.id == current_actor().account_id:
        flash(translate(LEFT, name=member.supplier.name), "done")
        return redirect(url_for("accounts.onward"), 303)
    return _back(member.supplier, translate(ENDED, name=member.account.name))


@section.action("/ban-hang/thanh-vien/loi-moi/<public_id>/rut", load=own_invitation, allow=may_cancel_invitation)
def cancel_invitation(invited: Invited) -> ResponseReturnValue:
    """Take an invitation back."""
    take_back(current_actor(), invited.supplier, invited.invitation)
    return _back(invited.supplier, translate(CANCELLED))


def _back(supplier: Supplier, words: str, row: MemberInvitation | None = None) -> ResponseReturnValue:
    flash(words, "done")
    anchor = f"moi-{row.public_id}" if row else None
    return redirect(url_for("suppliers.members", noi=supplier.slug, _anchor=anchor), 303)


def _members_page(supplier: Supplier, form: InviteForm, *, status: int = 200) -> ResponseReturnValue:
    return page(
        "suppliers/members.html",
        status=status,
        page=_shown(supplier),
        form=form,
        form_key=request.form.get("form_key") or fresh_form_key(),
    )


def _hand_over_page(supplier: Supplier, form: HandOverForm, *, status: int = 200) -> ResponseReturnValue:
    return page(
        "suppliers/hand_over.html",
        status=status,
        page=_shown(supplier),
        form=form,
        form_key=request.form.get("form_key") or fresh_form_key(),
    )


def _shown(supplier: Supplier) -> SupplierMembers:
    actor = current_actor()
    manages = actor.manages(supplier.id)
    own = accounts_by_id([actor.account_id])[actor.account_id] if actor.account_id else None
    others = own_suppliers(actor)
    return SupplierMembers(
        name=supplier.name,
        suppliers=[Chip(s.name, None, url_for("suppliers.members", noi=s.slug), s.id == supplier.id) for s in others]
        if len(others) > 1
        else [],
        manages=manages,
        members=member_lines(
            members_of(supplier.id), own_id=actor.account_id, manages=manages, slug=supplier.slug, url=url_for
        ),
        invitations=_invitations(supplier) if manages else [],
        back_href=url_for("suppliers.members", noi=supplier.slug),
        own_page_href=url_for("suppliers.own_page", slug=supplier.slug),
        invite_action=url_for("suppliers.invite_member", slug=supplier.slug),
        hand_over_href=url_for("suppliers.handing_over", slug=supplier.slug),
        own_mailbox=own.email if own and own.email in mailboxes_of(supplier.id) else None,
    )


def _invitations(supplier: Supplier) -> list[InvitationLine]:
    return invitation_lines(
        open_invitations(supplier.id),
        link_of=invitation_link,
        cancel=lambda public_id: url_for("suppliers.cancel_invitation", public_id=public_id),
    )
