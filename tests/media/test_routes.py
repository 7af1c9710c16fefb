"""The addresses of pictures: public ones only, right types, kept for ever once rendered."""

from collections.abc import Callable

import pytest

from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.media.models import Photo
from marketplace.media.presenters import shown
from marketplace.media.services import remove_picture
from tests.browse import Browser
from tests.media.pictures import decoded, make_photo

Drain = Callable[[], int]
pytestmark = pytest.mark.usefixtures("clock")


def made(**options: bool) -> Photo:
    with transaction(write=True):
        return make_photo(private=options.get("private", False))


def test_until_it_is_rendered_the_whole_for_a_while(client: Browser) -> None:
    photo = made()
    answer = client.get(f"/anh/{photo.public_id}/320.avif")
    assert (answer.status_code, answer.mimetype) == (200, "image/jpeg")
    assert answer.headers["Cache-Control"] == "public, max-age=30"
    assert decoded(answer.data).size == (800, 600)


@pytest.mark.parametrize(("ending", "kind"), [("avif", "AVIF"), ("webp", "WEBP"), ("jpg", "JPEG")])
def test_then_the_width_for_ever(client: Browser, drain: Drain, ending: str, kind: str) -> None:
    photo = made()
    drain()
    answer = client.get(f"/anh/{photo.public_id}/320.{ending}")
    assert answer.mimetype == f"image/{kind.lower()}"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers and "Content-Encoding" not in answer.headers
    image = decoded(answer.data)
    assert (image.format, image.size) == (kind, (320, 240))


def test_what_a_browser_has_it_is_not_sent_again(client: Browser, drain: Drain) -> None:
    photo = made()
    address = f"/anh/{photo.public_id}/640.webp"
    before = client.get(address).headers["ETag"]
    drain()
    assert client.get(address, headers={"If-None-Match": before}).status_code == 200
    mark = client.get(address).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": mark})
    assert (again.status_code, again.data) == (304, b"")


def test_every_address_that_a_page_names_is_there(client: Browser, drain: Drain) -> None:
    photo = made()
    assert shown(photo).sources == () and shown(photo).srcset is None
    drain()
    with transaction(write=False):
        picture = shown(session.get_one(Photo, photo.id))
    sets = [source.srcset for source in picture.sources] + [picture.srcset or ""]
    addresses = [part.split()[0] for srcset in sets for part in srcset.split(", ")]
    assert len(addresses) == 9 and [source.type for source in picture.sources] == ["image/avif", "image/webp"]
    for address in (*addresses, picture.src):
        answer = client.get(address)
        assert answer.status_code == 200 and "immutable" in answer.headers["Cache-Control"], address
        assert decoded(answer.data).width == int(address.split("/")[-1].split(".")[0])


def test_a_private_one_never(client: Browser, sign_in: Callable[[str], Browser], drain: Drain) -> None:
    photo = made(private=True)
    drain()
    for browser in (client, sign_in("administrator")):
        for width in (320, 640, 800, 1600):
            assert browser.get(f"/anh/{photo.public_id}/{width}.jpg").status_code == 404


def test_a_removed_one_no_more(client: Browser, drain: Drain) -> None:
    photo = made()
    drain()
    with transaction(write=True):
        remove_picture(session.get_one(Photo, photo.id))
    assert client.get(f"/anh/{photo.public_id}/320.jpg").status_code == 404


@pytest.mark.parametrize(
    "rest", ["321.jpg", "1600.jpg", "0.jpg", "960.avif", "320.png", "320.jpeg", "-320.jpg", "x.jpg", "320"]
)
def test_other_addresses(client: Browser, drain: Drain, rest: str) -> None:
    photo = made()
    drain()
    assert client.get(f"/anh/{photo.public_id}/{rest}").status_code == 404


def test_a_width_that_was_lost_is_answered_with_the_whole(client: Browser, drain: Drain, clock: StoppedClock) -> None:
    """As after data were put back without their pictures' widths."""
    photo = made()
    with transaction(write=True):
        session.get_one(Photo, photo.id).rendered_at = clock.moment
    answer = client.get(f"/anh/{photo.public_id}/320.avif")
    assert answer.mimetype == "image/jpeg" and answer.headers["Cache-Control"] == "public, max-age=30"
