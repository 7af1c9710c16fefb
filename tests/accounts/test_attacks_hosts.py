"""Links in mails lead to this site, whatever host a request claims; a public site answers under its own name only."""

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask import Flask

from marketplace.app.configuration import _config
from marketplace.app.factory import create_app
from marketplace.core.settings import settings, use_settings
from tests.accounts.people import enter, sign_up
from tests.browse import browser

HEADERS = [{"Host": "evil.example"}, {"X-Forwarded-Host": "evil.example"}, {"Forwarded": "host=evil.example"}]


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("headers", HEADERS, ids=str)
def test_no_mail_bears_a_claimed_host(
    app: Flask,
    drain: Callable[[], int],
    mails: Callable[[], list[EmailMessage]],
    headers: dict[str, str],
) -> None:
    enter()
    client = browser(app)
    client.post("/quen-mat-khau", data={"login": "thu@example.org"}, headers=headers)
    sign_up(client, headers=headers)
    sign_up(client, login="thu@example.org", headers=headers)
    drain()
    texts = [mail.get_content() for mail in mails()]
    assert len(texts) == 3
    for text in texts:
        assert "evil" not in text
        assert "http://localhost/" in text


def test_a_public_site_answers_under_its_own_name_only(app: Flask, tmp_path: Path) -> None:
    own = settings()
    environment = {
        "MARKETPLACE_DATA": str(own.data_folder),
        "MARKETPLACE_SITE_URL": "https://cho.example.org",
        "MARKETPLACE_SECRET_KEY": "k" * 32,
        "MARKETPLACE_SITE_OWNER": "UBND",
        "MARKETPLACE_MAIL_FROM": "cho@example.org",
    }
    try:
        site = create_app(_config().load(environment, kind="production"))
        client = site.test_client()
        assert client.get("/dang-nhap", headers={"Host": "cho.example.org"}).status_code == 200
        assert client.get("/dang-nhap", headers={"Host": "evil.example"}).status_code == 400
        assert client.get("/healthz", headers={"Host": "127.0.0.1:8000"}).status_code == 200
    finally:
        use_settings(own)
