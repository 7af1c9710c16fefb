"""Who speaks for a supplier: roles, leaving, being removed, handing over, and all that must not work."""

import re
import threading
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import Account
from marketplace.core.audit import AuditRow
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.suppliers.models import Mailbox, MemberInvitation, Supplier
from marketplace.suppliers.queries import mailboxes_of, membership_between
from marketplace.suppliers.services import change_role, give_mailbox, hand_over, remove_member
from marketplace.suppliers.vocabulary import Addressee
from tests import factories
from tests.browse import Browser, browser
from tests.cast import Cast
from tests.suppliers.claiming import somebody
from tests.suppliers.members import PAGE, SLUG, invited, link_of, roles

SignIn = Callable[[str], Browser]
Drain = Callable[[], int]
Mails = Callable[[], list[EmailMessage]]
pytestmark = pytest.mark.usefixtures("clock")


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


def test_the_address_that_one_brought_goes_too_when_one_has_another_now(cast: Cast, sign_in: SignIn) -> None:
    """Else whoever left would go on reading what buyers write."""
    with transaction(write=True):
        colleague = factories.make_account("colleague")
        factories.join(colleague, cast.hong_luan, "member")
        give_mailbox(session.get_one(Supplier, cast.hong_luan.id), colleague, instead=True)
        assert mailboxes_of(cast.hong_luan.id) == ("colleague@example.org",)
        colleague.email = "dia-chi-moi@example.org"
    assert sign_in("member").submit(f"{PAGE}/{SLUG}/{colleague.public_id}/ket-thuc").status_code == 303
    with transaction(write=False):
        assert mailboxes_of(cast.hong_luan.id) == ()


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
