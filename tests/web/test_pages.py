"""Pages: undefined names are errors, and templates know nothing secret."""

import pytest
from flask import Flask, render_template_string
from jinja2 import UndefinedError

from marketplace.core.settings import settings
from marketplace.web.pages import settings_for_pages
from marketplace.web.senders import sender_network


def test_an_undefined_name_is_an_error(app: Flask) -> None:
    with app.test_request_context("/"), pytest.raises(UndefinedError):
        render_template_string("{{ nothing }}")


def test_values_are_escaped_and_filtered(app: Flask) -> None:
    with app.test_request_context("/"):
        assert render_template_string("{{ x }}{{ 66000 | money }}", x="<b>") == "&lt;b&gt;66.000\u00a0₫"


def test_templates_know_nothing_secret(app: Flask) -> None:
    known = repr(settings_for_pages(settings()))
    assert settings().secret_key not in known
    assert settings().database_url not in known
    assert "settings" not in app.jinja_env.globals


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8::1", "2001:db8::/64"),
        ("2001:db8:0:0:ffff::1", "2001:db8::/64"),
        ("2001:db8:0:1::1", "2001:db8:0:1::/64"),
        ("", ""),
        ("unix:", ""),
    ],
)
def test_from_where_a_request_comes(app: Flask, address: str, network: str) -> None:
    with app.test_request_context("/", environ_base={"REMOTE_ADDR": address}):
        assert sender_network() == network
