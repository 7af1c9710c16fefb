"""A client that behaves as a browser does: says where its posts come from, carries tokens, and checks every page."""

import contextvars
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

_RAW_TOKEN = "a-test's-raw-token"


class PageCheck(HTMLParser):
    """Collects what a page must have: one h1, a title, a language, no id twice; and its forms' hidden fields."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.headings, self.titles, self.ids = 0, 0, list[str]()
        self.language: str | None = None
        self.hidden: dict[str, dict[str, str]] = {}
        self.forms: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.headings += tag == "h1"
        self.titles += tag == "title"
        self.ids.extend(value for name, value in attrs if name == "id" and value)
        if tag == "html":
            self.language = given.get("lang")
        if tag == "form":
            self.forms.append(given.get("action") or "")
        if tag == "input" and given.get("type") == "hidden" and self.forms:
            self.hidden.setdefault(self.forms[-1], {})[str(given.get("name"))] = given.get("value") or ""

    def faults(self) -> list[str]:
        """What is wrong with the page, in words."""
        doubled = sorted({name for name in self.ids if self.ids.count(name) > 1})
        return [
            *(["not exactly one h1"] if self.headings != 1 else []),
            *(["no title"] if not self.titles else []),
            *(["no language"] if not self.language else []),
            *([f"ids twice: {doubled}"] if doubled else []),
        ]


class Browser(FlaskClient):
    """Every HTML page that it gets is checked; each request has a context of its own, as in a server."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        response: TestResponse = contextvars.Context().run(super().open, *args, **kwargs)
        if response.mimetype == "text/html" and response.status_code not in (301, 302, 303, 308):
            faults = PageCheck(response.text).faults()
            assert not faults, f"{response.request.path}: {faults}"
        return response

    def submit(self, path: str, fields: dict[str, Any] | None = None, **more: Any) -> TestResponse:
        """Post a form as a signed-in browser does, with the session's token."""
        return self.post(path, data={"csrf_token": self.token(), **(fields or {})}, **more)

    def token(self) -> str:
        """The session's token as its forms carry it."""
        with self.session_transaction() as session:
            session["csrf_token"] = _RAW_TOKEN
        secret = self.application.secret_key
        assert isinstance(secret, str)
        return str(URLSafeTimedSerializer(secret, salt="wtf-csrf-token").dumps(_RAW_TOKEN))

    def fill(self, page: str, action: str | None = None, **fields: Any) -> TestResponse:
        """Open ``page``, fill in its form (the one whose action ends with ``action``), and send it."""
        check = PageCheck(self.get(page).text)
        found = [form for form in check.forms if action is None or form.split("?")[0].endswith(action)]
        assert found, f"{page} has no form {action!r}, only {check.forms}"
        return self.post(found[0] or page, data={**check.hidden.get(found[0], {}), **fields})


def browser(app: Flask, session_text: str | None = None) -> Browser:
    """A browser on ``app``, signed in by ``session_text`` (the token of a session) or not at all."""
    app.test_client_class = Browser
    client = app.test_client()
    assert isinstance(client, Browser)
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    if session_text:
        with client.session_transaction() as session:
            session["_user_id"], session["_fresh"] = session_text, True
    return client
