"""E-mail addresses: by their shape."""

import pytest

from marketplace.core.emails import parse_email
from marketplace.core.text import TextRefused


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("thu@example.org", "thu@example.org"),
        ("  Thu.Nong@Example.ORG ", "thu.nong@example.org"),
        ("htx+hoi@cho-don.example.org", "htx+hoi@cho-don.example.org"),
    ],
)
def test_read(typed: str, address: str) -> None:
    assert parse_email(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "thu",
        "thu@",
        "@example.org",
        "thu@example",
        "thu @example.org",
        "a@b.vn, c@d.vn",
        "thu@example.org\nBcc: x@y.vn",
    ],
)
def test_refused(typed: str) -> None:
    with pytest.raises(TextRefused) as caught:
        parse_email(typed)
    assert caught.value.code == "email_shape"
