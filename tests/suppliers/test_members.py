"""Who speaks for a supplier: inviting, accepting, roles, leaving, handing over, and all that must not work."""

import re
import threading
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select, update

from marketplace.accounts.models import Account
from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.core.links import private_token
from marketplace.suppliers.models import Mailbox, MemberInvitation, MembershipRow, Supplier
from marketplace.suppliers.queries import (
    invitation_by_token,
    invitation_token_of,
    mailboxes_of,
    membership_between,
    memberships_of,
)
from marketplace.suppliers.services import accept_invitation, change_role, hand_over, invite, remove_member
from marketplace.suppliers.vocabulary import MEMBER_INVITATION, Addressee
from tests import factories
from tests.browse import Browser, browser
from tests.cast import Cast

PAGE, SLUG = "/ban-hang/thanh-vien", "htx-hong-luan"
SignIn = Callable[[str], Browser]
Drain = Callable[[], int]
Mails = Callable[[], list[EmailMessage]]
pytestmark = pytest.mark.usefixtures("clock")


def link_of(invitation: MemberInvitation) -> str:
    return f"/loi-moi/{invitation_token_of(invitation)}"


def invited(cast: Cast, role: str = "member", **to: str) -> MemberInvitation:
    """The manager of HTX Hồng Luân invites somebody."""
    with transaction(write=True):
        hong_luan = session.get_one(Supplier, cast.hong_luan.id)
        return invite(cast.actor("member"), hong_luan, Addressee(**to), role)  # type: ignore[arg-type]  # a role


def somebody(app: Flask, name: str, **values: object) -> Browser:
    with transaction(write=True):
        return browser(app, factories.begin_session_of(factories.make_account(name, **values)))


def roles(cast: Cast) -> dict[str, str]:
    """Name of who speaks for HTX Hồng Luân → role."""
    query = (
        select(Account.name, MembershipRow.role)
        .join(MembershipRow, MembershipRow.account_id == Account.id)
        .where(MembershipRow.supplier_id == cast.hong_luan.id, MembershipRow.ended_at.is_(None))
    )
    with transaction(write=False):
        return {row[0]: row[1] for row in session.execute(query)}


def test_a_manager_invites_by_mail_and_the_person_accepts_with_one_button(
    app: Flask, cast: Cast, sign_in: SignIn, drain: Drain, mails: Mails
) -> None:
    sent = sign_in("member").fill(PAGE, "/moi", to="Lan@Example.org", role="member")
    assert sent.status_code == 303
    drain()
    (mail,) = mails()
    link = re.search(r"/loi-moi/\S+", mail.get_content())
    assert mail["To"] == "lan@example.org" and link
    stranger = browser(app)
    assert "/dang-nhap?next=/loi-moi/" in stranger.get(link[0]).text
    lan = somebody(app, "lan")
    assert lan.fill(link[0]).location.endswith("/ban-hang/")
    assert roles(cast) == {"Member": "manager", "Lan": "member"}
    assert lan.get("/ban-hang/").status_code == 200
    drain()
    assert [mail["To"] for mail in mails()][1:] == ["member@example.org"], "the other manager is told"


def test_who_has_no_address_gets_the_link_from_hand_to_hand(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    manager = sign_in("member")
    assert manager.fill(PAGE, "/moi", to="0900 000 047", role="manager").status_code == 303
    link = re.search(r'value="http://localhost(/loi-moi/[^"]+)"', manager.get(PAGE).text)
    assert link, "the link stands there to be copied"
    assert somebody(app, "duc", email=None, phone="+84900000047").fill(link[1]).status_code == 303
    assert roles(cast)["Duc"] == "manager"


def test_a_link_that_was_passed_on_opens_nothing_for_an_account_with_another_address(app: Flask, cast: Cast) -> None:
    by_mail, by_phone = invited(cast, email="lan@example.org"), invited(cast, phone="+84900000047")
    other = somebody(app, "other", phone="+84900000099")
    for link in (link_of(by_mail), link_of(by_phone)):
        refused = other.fill(link)
        assert refused.status_code == 422 and "lan@example.org" not in refused.text
    assert roles(cast) == {"Member": "manager"}
    assert somebody(app, "phone_only", email=None, phone="+84900000050").fill(link_of(by_mail)).status_code == 303
    assert somebody(app, "mail_only").fill(link_of(by_phone)).status_code == 303


def test_an_invitation_is_used_once(app: Flask, cast: Cast) -> None:
    link = link_of(invited(cast, phone="+84900000047"))
    assert somebody(app, "first").fill(link).status_code == 303
    second = somebody(app, "second")
    assert second.get(link).status_code == 410
    assert second.submit(link).status_code == 422
    assert set(roles(cast)) == {"Member", "First"}


def test_two_who_accept_at_the_same_moment(app: Flask, cast: Cast) -> None:
    """Both have read that it is open; one of the two transactions wins."""
    token = invitation_token_of(invited(cast, phone="+84900000047"))
    with transaction(write=True):
        accounts = [factories.make_account(name) for name in ("one", "two")]
    outcomes, together = list[str](), threading.Barrier(2)

    def accept(account: Account) -> None:
        with app.app_context():
            with transaction(write=False):
                found = invitation_by_token(factories.actor_of(account), token)
            together.wait()
            try:
                with transaction(write=True):
                    assert found
                    accept_invitation(factories.actor_of(account), session.merge(account), found)
                outcomes.append("in")
            except Refused:
                outcomes.append("refused")

    threads = [threading.Thread(target=accept, args=(account,)) for account in accounts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["in", "refused"]
    assert len(roles(cast)) == 2


@pytest.mark.parametrize("ending", ["cancelled", "old", "suspended", "closed", "inviter gone"])
def test_an_invitation_that_ended_opens_nothing(
    app: Flask, cast: Cast, clock: StoppedClock, sign_in: SignIn, ending: str
) -> None:
    invitation = invited(cast, phone="+84900000047")
    link = link_of(invitation)
    if ending == "cancelled":
        assert sign_in("member").submit(f"{PAGE}/loi-moi/{invitation.public_id}/rut").status_code == 303
    elif ending == "old":
        clock.advance(timedelta(days=14))
    elif ending == "inviter gone":
        with transaction(write=True):
            colleague = factories.make_account("colleague")
            factories.join(colleague, cast.hong_luan)
            row = membership_between(cast.accounts["member"].id, cast.hong_luan.id)
            assert row
            remove_member(factories.actor_of(colleague), session.get_one(Supplier, cast.hong_luan.id), row)
    else:
        with transaction(write=True):
            session.execute(update(Supplier).where(Supplier.slug == SLUG).values(state=ending))
    late = somebody(app, "late")
    assert late.get(link).status_code == 410
    assert late.submit(link).status_code == 422
    assert "Late" not in roles(cast)


def test_tokens_of_another_making_open_nothing(app: Flask, cast: Cast) -> None:
    invitation = invited(cast, phone="+84900000047")
    token = invitation_token_of(invitation)
    forged = (token[:-1], token + "A", invitation.public_id, private_token("answer", invitation.public_id))
    for text in (*forged, private_token(MEMBER_INVITATION, "x")):
        assert somebody(app, f"s{abs(hash(text))}").get(f"/loi-moi/{text}").status_code == 404


def test_a_member_works_and_decides_nothing_about_others(app: Flask, cast: Cast) -> None:
    with transaction(write=True):
        colleague = factories.make_account("colleague")
        factories.join(colleague, cast.hong_luan, "member")
        client = browser(app, factories.begin_session_of(colleague))
    read = client.get(PAGE).text
    assert client.get("/ban-hang/").status_code == 200
    assert read.count('action="/ban-hang/thanh-vien/') == 1, "to leave is all that is offered"
    member = cast.accounts["member"].public_id
    for way in ("moi", "ban-giao", f"{member}/vai-tro", f"{member}/ket-thuc", f"{colleague.public_id}/vai-tro"):
        fields = {"to": "x@example.org", "role": "manager", "drops_mailbox": "y"}
        assert client.submit(f"{PAGE}/{SLUG}/{way}", fields).status_code == 403, way
    assert client.submit(f"{PAGE}/{SLUG}/{colleague.public_id}/ket-thuc").status_code == 303
    assert roles(cast) == {"Member": "manager"}
    assert client.get("/ban-hang/").status_code == 403


def test_a_removed_member_is_out_at_once(app: Flask, cast: Cast, sign_in: SignIn, drain: Drain, mails: Mails) -> None:
    with transaction(write=True):
        colleague = factories.make_account("colleague")
        factories.join(colleague, cast.hong_luan, "member")
        session.add(
            Mailbox(supplier_id=cast.hong_luan.id, address="colleague@example.org", added_at=colleague.created_at)
        )
        client = browser(app, factories.begin_session_of(colleague))
    assert client.get("/ban-hang/").status_code == 200
    assert sign_in("member").submit(f"{PAGE}/{SLUG}/{colleague.public_id}/ket-thuc").status_code == 303
    assert client.get("/ban-hang/").status_code == 403
    with transaction(write=False):
        assert mailboxes_of(cast.hong_luan.id) == ()
        assert session.get_one(Supplier, cast.hong_luan.id).link_epoch == 1
        acts = session.scalars(select(AuditRow).where(AuditRow.action == "end_membership")).all()
        assert [act.details for act in acts] == [{"account": colleague.public_id}]
    drain()
    assert [mail["To"] for mail in mails()] == ["colleague@example.org"]


def test_the_last_manager_stays(cast: Cast, sign_in: SignIn) -> None:
    member = cast.accounts["member"].public_id
    for way in ("vai-tro", "ket-thuc"):
        assert sign_in("member").submit(f"{PAGE}/{SLUG}/{member}/{way}", {"role": "member"}).status_code == 422
    assert roles(cast) == {"Member": "manager"}


def test_two_managers_who_end_each_other_at_the_same_moment(app: Flask, cast: Cast) -> None:
    with transaction(write=True):
        second = factories.make_account("second")
        factories.join(second, cast.hong_luan)
    pairs, outcomes = [(cast.accounts["member"], second), (second, cast.accounts["member"])], list[str]()
    together = threading.Barrier(2)

    def end(by: Account, whom: Account) -> None:
        with app.app_context():
            together.wait()
            try:
                with transaction(write=True):
                    row = membership_between(whom.id, cast.hong_luan.id)
                    assert row
                    remove_member(factories.actor_of(by), session.get_one(Supplier, cast.hong_luan.id), row)
                outcomes.append("ended")
            except Refused:
                outcomes.append("refused")

    threads = [threading.Thread(target=end, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["ended", "refused"]
    assert list(roles(cast).values()) == ["manager"]


def test_a_manager_made_a_member_takes_his_invitations_with_him(cast: Cast) -> None:
    invitation = invited(cast, "manager", phone="+84900000047")
    with transaction(write=True):
        second = factories.make_account("second")
        factories.join(second, cast.hong_luan)
        row = membership_between(cast.accounts["member"].id, cast.hong_luan.id)
        assert row
        change_role(factories.actor_of(second), session.get_one(Supplier, cast.hong_luan.id), row, "member")
        session.expire_all()
        assert session.get_one(MemberInvitation, invitation.id).cancelled_at is not None


def test_many_invitations_on_one_day_are_refused(cast: Cast, sign_in: SignIn) -> None:
    """Else the site's mails could be made to flood anybody."""
    client = sign_in("member")
    answers = [
        client.submit(f"{PAGE}/{SLUG}/moi", {"to": f"n{number}@example.org", "role": "member"}).status_code
        for number in range(21)
    ]
    assert answers == [303] * 20 + [422]


@pytest.mark.parametrize("to", ["nobody", "0900", "member@example.org", ""])
def test_what_is_no_address_or_ones_own_is_said_beside_the_field(cast: Cast, sign_in: SignIn, to: str) -> None:
    refused = sign_in("member").fill(PAGE, "/moi", to=to, role="member")
    assert refused.status_code == 422 and 'id="to-error"' in refused.text
    assert f'value="{to}"' in refused.text


def test_handing_over_is_one_step(app: Flask, cast: Cast, sign_in: SignIn, drain: Drain, mails: Mails) -> None:
    with transaction(write=True):
        boxes = ("htx@example.org", "member@example.org")
        session.add_all(
            Mailbox(supplier_id=cast.hong_luan.id, address=box, added_at=cast.hong_luan.created_at) for box in boxes
        )
    old, sock_puppet = sign_in("member"), invited(cast, "manager", phone="+84900000066")
    page = old.get(f"{PAGE}/{SLUG}/ban-giao").text
    assert "member" not in re.findall(r'name="drops_mailbox"[^>]*>', page)[0] and "checked" in page
    assert old.fill(f"{PAGE}/{SLUG}/ban-giao", "/ban-giao", to="lan@example.org", drops_mailbox="y").status_code == 303
    drain()
    link = re.search(r"/loi-moi/\S+", mails()[-1].get_content())
    assert link and roles(cast) == {"Member": "manager"}, "nothing changes before it is accepted"
    assert old.get("/ban-hang/").status_code == 200
    lan = somebody(app, "lan")
    assert lan.fill(link[0]).status_code == 303
    assert roles(cast) == {"Lan": "manager"}
    assert old.get("/ban-hang/").status_code == 403
    with transaction(write=False):
        assert mailboxes_of(cast.hong_luan.id) == ("htx@example.org", "lan@example.org")
        assert session.get_one(Supplier, cast.hong_luan.id).link_epoch == 1
    assert somebody(app, "sock").submit(link_of(sock_puppet)).status_code == 422, "no way back in by the own invitation"


def test_a_hand_over_of_who_was_replaced_already_is_worth_nothing(app: Flask, cast: Cast) -> None:
    with transaction(write=True):
        hong_luan = session.get_one(Supplier, cast.hong_luan.id)
        second = factories.make_account("second")
        factories.join(second, hong_luan)
        first = hand_over(cast.actor("member"), hong_luan, Addressee(phone="+84900000047"), drops_mailbox=True)
        newer = hand_over(cast.actor("member"), hong_luan, Addressee(phone="+84900000048"), drops_mailbox=True)
    late = somebody(app, "late")
    assert late.submit(link_of(first)).status_code == 422
    assert somebody(app, "heir").submit(link_of(newer)).status_code == 303
    assert set(roles(cast)) == {"Second", "Heir"}
    assert late.submit(link_of(newer)).status_code == 422


def test_an_officer_invites_and_never_adds_himself(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    page, officer = f"/can-bo/chu-the/{SLUG}", sign_in("commune_officer")
    refused = officer.submit(f"{page}/nguoi-dung", {"to": "commune_officer@example.org", "role": "manager"})
    assert refused.status_code == 422 and "không tự thêm mình" in refused.text
    assert officer.submit(f"{page}/nguoi-dung", {"to": "0900 000 047", "role": "manager"}).status_code == 303
    link = re.search(r'value="http://localhost(/loi-moi/[^"]+)"', officer.get(page).text)
    assert link
    assert officer.submit(link[1]).status_code == 422, "not by his own invitation either"
    assert somebody(app, "duc", email=None, phone="+84900000047").submit(link[1]).status_code == 303
    with transaction(write=False):
        assert memberships_of(cast.accounts["commune_officer"].id) == ()
    assert set(roles(cast)) == {"Member", "Duc"}


def test_another_areas_officer_takes_no_invitation_back(cast: Cast, sign_in: SignIn) -> None:
    public_id = invited(cast, phone="+84900000047").public_id
    for person, slug in (("other_officer", SLUG), ("commune_officer", "htx-hong-ha")):
        assert sign_in(person).submit(f"/can-bo/chu-the/{slug}/loi-moi/{public_id}/rut").status_code == 404
    assert sign_in("commune_officer").submit(f"/can-bo/chu-the/{SLUG}/loi-moi/{public_id}/rut").status_code == 303


@pytest.mark.parametrize("state", ["applied", "suspended"])
def test_nobody_is_invited_to_what_is_not_public(
    cast: Cast, sign_in: SignIn, drain: Drain, mails: Mails, state: str
) -> None:
    """It was promised for 14 days, no mail went out, then or later, and the link opened nothing."""
    with transaction(write=True):
        session.get_one(Supplier, cast.hong_luan.id).state = state
    for way in ("moi", "ban-giao"):
        fields = {"to": "lan@example.org", "role": "member", "drops_mailbox": "y"}
        refused = sign_in("member").submit(f"{PAGE}/{SLUG}/{way}", fields)
        assert refused.status_code == 422 and "hiện không công khai nên chưa mời ai được" in refused.text
    drain()
    assert mails() == []
