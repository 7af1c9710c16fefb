"""Every route as every person, against the table ``rights.txt``, and what the table can't say.

A difference is either a fault of the application or a decision: then the table is changed by hand, with a word in
the commit about why.
"""

from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from marketplace.core.clock import StoppedClock
from tests.cast import PERSONS, Cast
from tests.house.requesting import Route, request_of, section_routes
from tests.house.scene import Scene, build_scene

TABLE = Path(__file__).with_name("rights.txt")
WORDS = {"yes", "sign-in", "no", "hidden"}


def table() -> dict[str, dict[str, str]]:
    """Route as ``GET /san-pham`` → person → word."""
    lines = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    head, *rows = [line for line in lines if line]
    return {f"{method} {rule}": dict(zip(head, words, strict=True)) for method, rule, *words in rows}


def word_of(answer: TestResponse) -> str:
    """What an answer means to the one who asked; a status that means no such thing stands for itself."""
    status = answer.status_code
    if status == 401 or (status == 303 and answer.location.startswith("/dang-nhap")):
        return "sign-in"
    if status < 400 or status == 422:
        return "yes"
    return {403: "no", 404: "hidden"}.get(status, str(status))


@pytest.fixture
def scene(app: Flask, cast: Cast, clock: StoppedClock, tmp_path: Path) -> Scene:
    """What the rights are tried on, at a moment that stands still."""
    return build_scene(app, cast, tmp_path / "kept")


def answered(scene: Scene, person: str, route: Route) -> str:
    """Ask on fresh data."""
    word = word_of(request_of(scene, person, route))
    if route.method != "GET" or (route.rules and route.rules.records):
        scene.restore()
    return word


def test_the_table_has_a_row_for_every_route_and_no_other(app: Flask) -> None:
    rows, routes = set(table()), {str(route) for route in section_routes(app)}
    assert sorted(routes - rows) == [], "routes without a row in rights.txt: decide who may"
    assert sorted(rows - routes) == [], "rows of rights.txt without a route"


def test_the_table_is_well_formed() -> None:
    for route, row in table().items():
        assert tuple(row) == PERSONS, route
        assert set(row.values()) <= WORDS, route


@pytest.mark.parametrize("person", PERSONS)
def test_rights(scene: Scene, person: str) -> None:
    rows = table()
    differences = [
        f"{route!s:<60}{rows[str(route)][person]:<12}{word}"
        for route in section_routes(scene.app)
        if str(route) in rows and (word := answered(scene, person, route)) != rows[str(route)][person]
    ]
    head = f"as {person:<57}{'table':<12}application"
    assert not differences, "\n".join(["", head, *differences])
