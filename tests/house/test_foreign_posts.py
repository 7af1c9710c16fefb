"""Posts that another site sends, and forms without the session's token: refused by every action, nothing written."""

from itertools import cycle

import pytest
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from marketplace.core.db import Base, session, transaction
from tests.house.requesting import Route, address_of, form_of, section_routes
from tests.house.scene import Scene
from tests.house.test_rights import table

ROWS = table()
ACTIONS = [row for row in ROWS if row.startswith("POST")]
SIGNED_IN = [row for row in ACTIONS if ROWS[row]["stranger"] == "sign-in"]
ANONYMOUS = [row for row in ACTIONS if ROWS[row]["stranger"] == "yes"]
SITE = "http://localhost"
OWN = ({"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": SITE})
FOREIGN = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": SITE},
    {"Sec-Fetch-Site": "same-site"},  # a neighbour below the same registered name
    {"Origin": "https://example.com"},
    {"Origin": f"{SITE}.example.com"},
    {"Origin": f"{SITE}:8080"},
    {"Origin": "null"},
)
OURS, ANOTHERS = "this session's", "another session's"


def action(scene: Scene, row: str) -> tuple[Route, str]:
    """The route of a row, and somebody with an account who may."""
    route = next(route for route in section_routes(scene.app) if str(route) == row)
    return route, next(person for person, word in ROWS[row].items() if word == "yes" and person != "stranger")


def signed(scene: Scene, raw: str) -> str:
    """The token as a form of the house carries it."""
    return str(URLSafeTimedSerializer(str(scene.app.secret_key), salt="wtf-csrf-token").dumps(raw))


def post(scene: Scene, row: str, headers: dict[str, str], token: str | None) -> TestResponse:
    """Send the form as somebody who may, with these headers alone saying where it comes from."""
    route, person = action(scene, row)
    client, form = scene.browser(person), form_of(scene, route)
    del client.environ_base["HTTP_SEC_FETCH_SITE"]
    with client.session_transaction() as kept:
        kept["csrf_token"] = OURS
    data = {**form, **({"csrf_token": token} if token is not None else {})}
    return client.post(address_of(scene, route), data=data, headers=headers)


def rows_written() -> int:
    """How many rows there are in all tables but the places'."""
    tables = [table for table in Base.metadata.sorted_tables if not table.name.startswith("place")]
    with transaction(write=False):
        return sum(session.scalar(select(func.count()).select_from(table)) or 0 for table in tables)


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_another_sites_post(scene: Scene, headers: dict[str, str]) -> None:
    before = rows_written()
    answers = {row: post(scene, row, headers, signed(scene, OURS)).status_code for row in ACTIONS}
    assert answers == dict.fromkeys(ACTIONS, 403)
    assert rows_written() == before


@pytest.mark.parametrize("which", [None, "", OURS, "made-up", "signed for another session"])
def test_a_form_without_the_sessions_token(scene: Scene, which: str | None) -> None:
    before, token = rows_written(), signed(scene, ANOTHERS) if which == "signed for another session" else which
    answers = {row: post(scene, row, OWN[0], token).status_code for row in SIGNED_IN}
    assert answers == dict.fromkeys(SIGNED_IN, 403)
    assert rows_written() == before


def test_a_signed_in_form_that_does_not_say_where_it_comes_from(scene: Scene) -> None:
    answers = {row: post(scene, row, {}, signed(scene, OURS)).status_code for row in SIGNED_IN}
    assert answers == dict.fromkeys(SIGNED_IN, 403)


@pytest.mark.parametrize("row", ANONYMOUS)
def test_an_anonymous_form_is_taken_from_a_program(scene: Scene, row: str) -> None:
    assert post(scene, row, {}, None).status_code in (303, 422)


def test_the_own_sites_posts_are_taken(scene: Scene) -> None:
    """Else all above would hold of a house that takes nothing. The headers in turn: which one it is no action knows."""
    for row, headers in zip(ACTIONS, cycle(OWN), strict=False):
        assert post(scene, row, headers, signed(scene, OURS)).status_code in (200, 303, 422), row
        scene.restore()


def test_there_are_actions_of_both_kinds() -> None:
    assert SIGNED_IN and ANONYMOUS and sorted(SIGNED_IN + ANONYMOUS) == sorted(ACTIONS)
