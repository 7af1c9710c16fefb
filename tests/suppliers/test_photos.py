"""The own cooperative's picture: sent, described, replaced, taken down, and refused in the page's own words."""

from collections.abc import Callable
from io import BytesIO

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from marketplace.core.audit import AuditRow
from marketplace.core.db import session, transaction
from marketplace.media.models import Photo
from marketplace.media.queries import shown_photo
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.browse import Browser
from tests.cast import Cast
from tests.media.pictures import card, encoded

SignIn = Callable[[str], Browser]
PAGE, SEND = "/ban-hang/anh", "/ban-hang/anh/htx-hong-luan"
pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def member(cast: Cast, sign_in: SignIn) -> Browser:
    return sign_in("member")


def send(browser: Browser, content: bytes, name: str = "anh.jpg") -> TestResponse:
    return browser.submit(SEND, {"photo": (BytesIO(content), name)})


def own_photo(cast: Cast) -> Photo | None:
    with transaction(write=False):
        return shown_photo(session.get_one(Supplier, cast.hong_luan.id).photo_id)


def test_sent_described_replaced_taken_down(member: Browser, cast: Cast, client: Browser) -> None:
    assert "Chụp hoặc chọn ảnh" in member.get(PAGE).text
    answer = send(member, encoded(card()))
    assert (answer.status_code, answer.location) == (303, f"{PAGE}?noi=htx-hong-luan")
    first = own_photo(cast)
    assert first is not None and first.uploaded_by_id == cast.accounts["member"].id
    assert first.public_id in client.get("/chu-the/htx-hong-luan").text
    member.submit(f"{SEND}/loi", {"words": "  Sân phơi   bún  "})
    assert "Sân phơi bún" in client.get("/chu-the/htx-hong-luan").text
    send(member, encoded(card(600)))
    second = own_photo(cast)
    assert second is not None and second.id != first.id
    assert client.get(f"/anh/{first.public_id}/320.jpg").status_code == 404
    assert "Đổi ảnh khác" in member.get(PAGE).text
    member.submit(f"{SEND}/bo")
    assert own_photo(cast) is None
    with transaction(write=False):
        acts = session.scalars(select(AuditRow.action).order_by(AuditRow.id)).all()
    assert acts == ["put_photo", "put_photo_words", "put_photo", "drop_photo"]


def test_a_double_tap_is_one(member: Browser, cast: Cast) -> None:
    for _ in range(2):
        sent = {"photo": (BytesIO(encoded(card())), "anh.jpg"), "form_key": "one-form-key"}
        assert member.submit(SEND, sent).status_code == 303
    with transaction(write=False):
        assert len(session.scalars(select(Photo)).all()) == 1


def test_no_file_and_no_picture(member: Browser, cast: Cast) -> None:
    for answer, words in (
        (member.submit(SEND), "Hãy chọn một tấm ảnh."),
        (send(member, b""), "Tệp này trống"),
        (send(member, b"%PDF-1.7 and so on", "giay.jpg"), "Tệp PDF không nhận được"),
    ):
        assert answer.status_code == 422 and words in answer.text
        assert 'aria-invalid="true"' in answer.text
    assert own_photo(cast) is None


def test_others_have_no_picture_to_send(cast: Cast, sign_in: SignIn) -> None:
    for person in ("trader", "other_member", "commune_officer", "administrator"):
        assert send(sign_in(person), encoded(card())).status_code == 404
    assert own_photo(cast) is None


def test_of_several_each_has_its_own(member: Browser, cast: Cast) -> None:
    with transaction(write=True):
        other = factories.make_supplier("HTX Mường Khương")
        factories.join(cast.accounts["member"], other)
    text = member.get(f"{PAGE}?noi=htx-muong-khuong").text
    assert "/ban-hang/anh/htx-muong-khuong" in text and f"{PAGE}?noi=htx-hong-luan" in text
    assert member.get(f"{PAGE}?noi=htx-hong-ha").status_code == 200  # not its own: the first of its own
