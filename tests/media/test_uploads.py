"""The same mischief through the address to which phones send pictures: 422 or 413 in the page's own frame, no 500."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import func, select
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from marketplace.core.db import session, transaction
from marketplace.core.settings import settings
from marketplace.media.models import Photo
from marketplace.media.vocabulary import BODY_LIMIT, MOST_BYTES
from tests.browse import Browser
from tests.cast import Cast
from tests.media.mischief import GIF_AND_SCRIPT, HTML, SVG, archive, bomb
from tests.media.pictures import card, decoded, encoded, is_upright

SEND = "/ban-hang/anh/htx-hong-luan"


@pytest.fixture
def member(cast: Cast, sign_in: Callable[[str], Browser]) -> Browser:
    return sign_in("member")


def send(browser: Browser, content: bytes, name: str) -> TestResponse:
    """Send a picture in a body put together here: of a large one the client would make a file, and leave it open."""
    token = browser.token()
    photo = FileStorage(BytesIO(content), name, "photo")
    boundary, body = encode_multipart({"csrf_token": token, "photo": photo})
    return browser.post(SEND, input_stream=BytesIO(body), content_type=f"multipart/form-data; boundary={boundary}")


def kept() -> int:
    with transaction(write=False):
        return session.scalar(select(func.count()).select_from(Photo)) or 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.png", bomb()),
        ("zip.jpg", archive()),
        ("script.svg", SVG),
        ("script.jpg", SVG),
        ("page.png", HTML),
        ("both.gif", GIF_AND_SCRIPT),
        ("empty.jpg", b""),
        ("half.jpg", encoded(card())[:900]),
        ("full.jpg", encoded(card()) + b"\0" * MOST_BYTES),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_refused_beside_the_field(member: Browser, name: str, content: bytes) -> None:
    answer = send(member, content, name)
    assert answer.status_code == 422 and "Ảnh nơi làm" in answer.text
    assert 'aria-invalid="true"' in answer.text and 'class="field-error" id="anh-error">' in answer.text
    assert kept() == 0 and not list(settings().pictures_folder.glob("*/*"))


@pytest.mark.parametrize("name", ["anh.JPG", "anh.exe", "anh", "../../anh.html", "ảnh bún.jpeg", "a" * 300 + ".jpg"])
def test_whatever_its_name_is(member: Browser, client: Browser, drain: Callable[[], int], name: str) -> None:
    """A name is a claim; what is served is what was encoded here."""
    sent = encoded(card(), "PNG") + HTML
    assert send(member, sent, name).status_code == 303
    drain()
    with transaction(write=False):
        photo = session.scalars(select(Photo)).one()
    for ending in ("avif", "webp", "jpg"):
        answer = client.get(f"/anh/{photo.public_id}/320.{ending}")
        assert answer.headers["Content-Type"].startswith("image/")
        assert is_upright(decoded(answer.data)) and b"<script" not in answer.data


def test_a_hundred_megabytes_are_not_even_read(member: Browser, app: Flask) -> None:
    class Unread(BytesIO):
        """A body that says when somebody reads it."""

        def read(self, _size: int | None = -1) -> bytes:
            raise AssertionError("the body was read")

    answer = member.post(
        SEND,
        input_stream=Unread(),
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"CONTENT_LENGTH": str(100 * 1024 * 1024)},
    )
    assert answer.status_code == 413 and "Ảnh nơi làm" in answer.text and "Ảnh nặng quá 20 MB" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_fits_the_body_fits(member: Browser) -> None:
    whole = encoded(card())
    full = whole + b"\0" * (MOST_BYTES - len(whole))
    assert len(full) < BODY_LIMIT
    assert send(member, full, "anh.jpg").status_code == 303
    assert kept() == 1


def test_who_has_no_supplier_is_not_told_what_it_was(sign_in: Callable[[str], Browser], cast: Cast) -> None:
    """The answer is that of any form, not that of a picture."""
    assert send(sign_in("trader"), bomb(), "bomb.png").status_code == 404
    assert kept() == 0
