"""After a hand-over the one who was replaced has no right left anywhere: every route is walked in the open session."""

import pytest
from sqlalchemy import delete

from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Mailbox, MemberInvitation, Supplier
from marketplace.suppliers.queries import Invited, memberships_of
from marketplace.suppliers.services import accept_invitation, hand_over
from marketplace.suppliers.vocabulary import Addressee
from tests import factories
from tests.browse import Browser
from tests.cast import Cast
from tests.house.requesting import address_of, form_of, section_routes
from tests.house.scene import Scene
from tests.house.test_rights import table, word_of


def handed_over(cast: Cast) -> None:
    """The member of HTX Hồng Luân hands it over to somebody with a phone."""
    with transaction(write=True):
        hong_luan, member = session.get_one(Supplier, cast.hong_luan.id), cast.accounts["member"]
        heir = factories.make_account("heir", email=None, phone="+84900000049")
        row = hand_over(cast.actor("member"), hong_luan, Addressee(phone="+84900000049"), drops_mailbox=True)
        accept_invitation(factories.actor_of(heir), heir, Invited(row, hong_luan, session.merge(member)))


def asked(client: Browser, scene: Scene, route: object) -> str:
    """What the route answers to this browser, as a word of the table of rights."""
    address = address_of(scene, route)  # type: ignore[arg-type]  # a Route
    if route.method == "GET":  # type: ignore[attr-defined]
        return word_of(client.get(address))
    return word_of(client.submit(address, form_of(scene, route)))  # type: ignore[arg-type]


def test_every_route_takes_the_former_manager_for_a_stranger_to_the_supplier(scene: Scene) -> None:
    """What belonged to the supplier is as hidden as to any trader: drafts and lists in preview too, and the API."""
    handed_over(scene.cast)
    rows, differences, former = table(), [], scene.browser("member")
    owned = [route for route in section_routes(scene.app) if rows[str(route)]["member"] != rows[str(route)]["trader"]]
    assert len(owned) > 20
    for route in owned:
        if (word := asked(former, scene, route)) not in ("no", "hidden"):
            differences.append(f"{route}: {word}")
    assert not differences, "\n".join(differences)
    with transaction(write=False):
        assert memberships_of(scene.cast.accounts["member"].id) == ()


def test_answer_links_of_old_mails_are_dead(scene: Scene) -> None:
    stranger = scene.browser("stranger")
    assert stranger.get(f"/tra-loi/{scene.answer}").status_code == 200
    handed_over(scene.cast)
    assert stranger.get(f"/tra-loi/{scene.answer}").status_code == 410
    assert stranger.submit(f"/tra-loi/{scene.answer}", {"answer": "contacted"}).status_code == 410


@pytest.mark.parametrize("table_of", [MemberInvitation, Mailbox])
def test_the_scene_has_what_is_walked_about(scene: Scene, table_of: type) -> None:
    """Else hidden would only say that there is nothing."""
    with transaction(write=True):
        assert session.execute(delete(table_of)).rowcount  # type: ignore[attr-defined]  # counts its rows
