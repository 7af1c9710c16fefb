"""Inviting somebody to speak for a supplier, accepting, and every link that must open nothing."""

import re
import threading
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import update

from marketplace.accounts.models import Account
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.core.links import private_token
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import invitation_by_token, invitation_token_of, membership_between, memberships_of
from marketplace.suppliers.services import accept_invitation, remove_member
from marketplace.suppliers.vocabulary import MEMBER_INVITATION
from tests import factories
from tests.browse import Browser, browser
from tests.cast import Cast
from tests.suppliers.claiming import somebody
from tests.suppliers.members import PAGE, SLUG, invited, link_of, roles

SignIn = Callable[[str], Browser]
Drain = Callable[[], int]
Mails = Callable[[], list[EmailMessage]]
pytestmark = pytest.mark.usefixtures("clock")


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
