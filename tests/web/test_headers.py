"""What every answer carries, and what anonymous ones don't."""

import dataclasses
import re

import pytest
from flask import Flask, request

from marketplace.app.factory import create_app
from marketplace.core.db import transaction
from marketplace.core.settings import settings, use_settings
from marketplace.web.sections import rules_of
from tests import factories
from tests.browse import Browser, browser

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"


def public_paths(app: Flask) -> list[str]:
    """Every page without arguments that strangers may open, and one of each kind with."""
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and not rule.arguments]
    views = {rule.rule: rules_of(app.view_functions[rule.endpoint]) for rule in rules}
    open_to_all = [path for path, stated in views.items() if stated and stated.allow.for_strangers]
    return [*open_to_all, "/san-pham/bun-kho-hong-luan", "/chu-the/htx-hong-luan", "/khong-co"]


@pytest.fixture
def shown(app: Flask) -> None:
    with transaction(write=True):
        factories.make_product(factories.make_supplier())


@pytest.mark.usefixtures("shown")
def test_anonymous_pages_set_no_cookie_and_carry_the_policy(app: Flask, client: Browser) -> None:
    paths = public_paths(app)
    assert len(paths) > 10
    for path in paths:
        answer = client.get(path)
        assert answer.status_code in (200, 303, 404), path  # 303: the second step of signing in
        assert "Set-Cookie" not in answer.headers, path
        assert answer.headers["Content-Security-Policy"].startswith(POLICY), path
        assert "csrf_token" not in answer.text, path


@pytest.mark.usefixtures("shown")
def test_pages_hold_nothing_that_the_policy_forbids(app: Flask, client: Browser) -> None:
    for path in public_paths(app):
        text = client.get(path).text
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", text), path
        scripts = re.findall(r"<script(.*?)>", text)
        assert all("src=" in script or "ld+json" in script for script in scripts), path
        assert not re.search(r'(src|href)="(https?:)?//(?!localhost)[^"]+\.(js|css|png|woff2)', text), path


def test_other_headers(client: Browser) -> None:
    headers = client.get("/healthz").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "Strict-Transport-Security" not in headers


def test_over_https_browsers_stay_there(app: Flask) -> None:
    before = settings()
    secure = create_app(dataclasses.replace(before, site_url="https://cho.example.org"))
    answer = browser(secure).get("/cach-sap-xep")
    use_settings(before)
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert secure.config["SESSION_COOKIE_SECURE"]


@pytest.mark.parametrize(("proxies", "sender"), [(0, "127.0.0.1"), (1, "203.0.113.9"), (2, "198.51.100.1")])
def test_as_many_proxies_are_believed_as_there_are(app: Flask, proxies: int, sender: str) -> None:
    before, seen = settings(), list[str | None]()
    site = create_app(dataclasses.replace(before, proxies=proxies))
    site.before_request(lambda: seen.append(request.remote_addr))
    browser(site).get("/robots.txt", headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.9"})
    use_settings(before)
    assert seen == [sender]
