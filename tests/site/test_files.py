"""What programs ask for: health, robots, sitemap; and the pages about the site."""

import re
import sqlite3
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from flask import Flask

from marketplace.core.clock import StoppedClock
from marketplace.core.db import database, transaction
from marketplace.core.links import private_token
from marketplace.core.settings import settings
from marketplace.site import routes
from marketplace.web.sections import rules_of
from tests import factories
from tests.browse import Browser

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture
def market(app: Flask, clock: StoppedClock) -> None:
    """A product, a supplier, and one of each that nobody may see."""
    with transaction(write=True):
        maker = factories.make_supplier()
        factories.make_product(maker)
        factories.make_product(maker, "Bún cũ").state = "removed"
        factories.make_supplier("HTX Đã Nghỉ", state="closed")


def listed(client: Browser) -> list[str]:
    answer = client.get("/sitemap.xml")
    assert (answer.status_code, answer.mimetype) == (200, "application/xml")
    return [str(entry.text) for entry in ElementTree.fromstring(answer.data).iter(LOC)]


@pytest.mark.usefixtures("market")
def test_the_sitemap_lists_every_public_page_once(app: Flask, client: Browser) -> None:
    fixed = {
        rule.rule
        for rule in app.url_map.iter_rules()
        if (stated := rules_of(app.view_functions[rule.endpoint]))
        and stated.allow.for_strangers
        and not stated.private
        and "GET" in (rule.methods or ())
        and not rule.arguments
        and client.get(rule.rule).mimetype == "text/html"
    }
    expected = {*fixed, "/san-pham/bun-kho-hong-luan", "/chu-the/htx-hong-luan"}
    assert sorted(listed(client)) == sorted(
        f"http://localhost{start}{path}" for start in ("", "/en") for path in expected
    )


@pytest.mark.usefixtures("market")
def test_what_the_sitemap_lists_opens(client: Browser) -> None:
    for address in listed(client):
        assert client.get(address.removeprefix("http://localhost")).status_code == 200, address


@pytest.mark.usefixtures("market")
def test_the_sitemap_says_when_something_changed(client: Browser) -> None:
    assert "<lastmod>2026-11-24</lastmod>" in client.get("/sitemap.xml").text


@pytest.mark.usefixtures("market")
def test_robots_may_read_what_is_public_and_no_more(client: Browser) -> None:
    answer = client.get("/robots.txt")
    assert answer.mimetype == "text/plain"
    robots = RobotFileParser()
    robots.parse(answer.text.splitlines())
    assert all(robots.can_fetch("*", address) for address in listed(client))
    token = private_token("track", "abc")
    for path in (f"/theo-doi/{token}", f"/tra-loi/{token}", f"/dat-mat-khau/{token}", "/goi/htx", "/can-bo/bao-cao"):
        assert not robots.can_fetch("*", f"http://localhost{path}"), path
    assert robots.site_maps() == ["http://localhost/sitemap.xml"]


@pytest.mark.parametrize("path", ["/sitemap.xml", "/robots.txt"])
def test_addresses_are_this_sites_whatever_host_was_said(client: Browser, path: str) -> None:
    text = client.get(path, headers={"Host": "evil.example"}).text
    assert "evil" not in text
    assert "http://localhost/" in text


def test_healthy(client: Browser) -> None:
    assert client.get("/healthz").json == {"status": "ok"}


def test_not_healthy_without_a_database(client: Browser) -> None:
    database.engine.dispose()
    path = settings().data_folder / "marketplace.sqlite3"
    path.unlink()
    path.mkdir()
    assert client.get("/healthz").status_code == 503
    path.rmdir()
    sqlite3.connect(path).close()


@pytest.mark.parametrize("path", ["/cach-sap-xep", "/quy-che", "/du-lieu-ca-nhan"])
def test_pages_about_the_site(client: Browser, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert len(re.sub(r"<[^>]+>", "", answer.text)) > 500


def test_closed_paths_are_paths_of_the_site(app: Flask) -> None:
    rules = [rule.rule for rule in app.url_map.iter_rules()]
    for path in routes._CLOSED_TO_ROBOTS:
        assert any(rule.startswith(path) for rule in rules), path
