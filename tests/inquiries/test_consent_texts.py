"""The texts that buyers agreed to: every version can still be read, and is never changed."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from marketplace.inquiries.vocabulary import CONSENT_VERSION, CONSENT_VERSIONS
from tests.browse import Browser

# What was agreed to is what was read: a text that is to change is a new file, with a version of its own.
TEXTS = {
    "2026-11": "6c015249e3c70624",
    "2026-11-24": "4d6dd83a18c93290",
}


@pytest.mark.parametrize("version", CONSENT_VERSIONS)
def test_every_text_that_was_agreed_to_can_still_be_read_and_is_the_same(client: Browser, version: str) -> None:
    answer = client.get(f"/du-lieu-ca-nhan?ban={version}")
    assert answer.status_code == 200 and f"Bản {version}," in answer.text
    path = Path(__file__).parents[2] / "templates" / "site" / "privacy" / f"{version}.html"
    assert sha256(path.read_bytes()).hexdigest()[:16] == TEXTS[version], "an agreed text is never changed"


def test_the_newest_text_is_shown_and_no_other_exists(client: Browser) -> None:
    assert f"Bản {CONSENT_VERSION}," in client.get("/du-lieu-ca-nhan").text
    assert client.get("/du-lieu-ca-nhan?ban=2027-01").status_code == 404
    assert re.search(r"ban=2026-11\b", client.get("/du-lieu-ca-nhan").text)
