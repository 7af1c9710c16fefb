"""No address vanishes or appears unnoticed, and each states who may.

``routes.txt`` is the list. When it is meant to change: ``.venv/bin/python -m tests.house.test_routes``, and look at
what git shows of it; then ``rights.txt`` wants its row.
"""

import os
import tempfile
from difflib import unified_diff
from pathlib import Path

from flask import Flask

from marketplace.app.configuration import _config
from marketplace.app.factory import create_app
from tests.house.requesting import routes_of

LIST = Path(__file__).with_name("routes.txt")
WITHOUT_RULES = {"static", "bundle"}  # files for everybody


def listed(app: Flask) -> list[str]:
    """The application's routes as lines: method, address, endpoint."""
    return [f"{route.method:<6}{route.rule:<60}{route.endpoint}" for route in routes_of(app)]


def test_the_list_of_routes(app: Flask) -> None:
    kept = LIST.read_text(encoding="utf-8").splitlines()
    changes = list(unified_diff(kept, listed(app), "routes.txt", "the application", lineterm="", n=0))
    assert not changes, "\n".join(["addresses changed; if they should: python -m tests.house.test_routes", *changes])


def test_every_route_states_who_may(app: Flask) -> None:
    assert [str(r) for r in routes_of(app) if not r.rules and r.endpoint not in WITHOUT_RULES] == []


def test_a_route_has_one_method_that_fits_its_address(app: Flask) -> None:
    """A page is fetched, an action posted; one address with both has two functions."""
    assert {route.method for route in routes_of(app)} == {"GET", "POST"}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "MARKETPLACE_DATA": folder}
        lines = listed(create_app(_config().load(environment, kind="test")))
    LIST.write_text("\n".join(lines) + "\n", encoding="utf-8")
