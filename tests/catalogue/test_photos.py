"""The pictures of a product: their order, their words, and what may not hang there."""

from collections.abc import Callable

import pytest

from marketplace.catalogue.models import Product
from marketplace.catalogue.queries import listings, photos_of
from marketplace.catalogue.services import put_photos
from marketplace.catalogue.vocabulary.product_forms import MOST_PHOTOS
from marketplace.core.clock import today
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.media.services import remove_picture
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.browse import Browser
from tests.cast import Cast
from tests.media.pictures import make_photo

pytestmark = pytest.mark.usefixtures("clock")
NOODLES = "/san-pham/bun-kho-hong-luan"


@pytest.fixture
def noodles(cast: Cast) -> Product:
    with transaction(write=True):
        return factories.make_product(session.get_one(Supplier, cast.hong_luan.id))


def hang(product: Product, *words: str) -> list[str]:
    """Give the product a picture for each of these words; their public ids."""
    with transaction(write=True):
        photos = [make_photo() for _ in words]
        put_photos(session.get_one(Product, product.id), list(zip(photos, words, strict=True)))
        return [photo.public_id for photo in photos]


def shown_words(product: Product) -> list[str]:
    with transaction(write=False):
        return [picture.words for picture in photos_of([product.id])[product.id]]


def test_in_their_order_with_their_words(noodles: Product) -> None:
    keys = hang(noodles, "Phơi bún", "  Gói \n 500 g ", "")
    assert shown_words(noodles) == ["Phơi bún", "Gói 500 g", ""]
    with transaction(write=False):
        picture = listings([noodles.id], today())[noodles.id].picture
    assert picture is not None and picture.photo.public_id == keys[0]


def test_another_order_takes_the_place_of_the_first(noodles: Product) -> None:
    hang(noodles, "Phơi bún", "Gói bún")
    hang(noodles, "Gói bún")
    assert shown_words(noodles) == ["Gói bún"]


def test_a_new_picture_is_news_of_the_product(noodles: Product, drain: Callable[[], int]) -> None:
    drain()
    hang(noodles, "Phơi bún")
    assert drain() >= 2  # indexed again, and rendered


def test_no_scan_and_no_removed_one(noodles: Product) -> None:
    for private in (True, False):
        with transaction(write=True), pytest.raises(Refused):
            photo = make_photo(private=private)
            remove_picture(photo)
            photo.removed_at = None if private else photo.removed_at
            put_photos(session.get_one(Product, noodles.id), [(photo, "")])


def test_not_more_than_fit(noodles: Product) -> None:
    with pytest.raises(Refused):
        hang(noodles, *["x"] * (MOST_PHOTOS + 1))
    assert shown_words(noodles) == []


def test_cards_show_the_first(noodles: Product, client: Browser, drain: Callable[[], int]) -> None:
    first, second = hang(noodles, "Phơi bún", "Gói bún")
    drain()
    for address in ("/", "/san-pham", "/san-pham?q=bún", "/chu-the/htx-hong-luan"):
        text = client.get(address).text
        assert f"/anh/{first}/320.avif 320w" in text and "Phơi bún" in text, address
        assert second not in text, address


def test_the_page_shows_all(noodles: Product, client: Browser, drain: Callable[[], int]) -> None:
    first, second = hang(noodles, "Phơi bún", "Gói bún")
    drain()
    text = client.get(NOODLES).text
    assert f"/anh/{first}/800.avif 800w" in text and f"/anh/{second}/800.avif 800w" in text
    assert "1 / 2" in text and "2 / 2" in text
    largest = f"http://localhost/anh/{first}/800.jpg"
    assert f'property="og:image" content="{largest}"' in text and f'"image": "{largest}"' in text
    assert client.get(largest).mimetype == "image/jpeg"


def test_without_pictures_the_print_of_its_class(noodles: Product, client: Browser) -> None:
    text = client.get(NOODLES).text
    assert "/anh/" not in text and "og:image" not in text and "art/noodles.svg" in text


def test_a_supplier_has_one_too(cast: Cast, client: Browser, drain: Callable[[], int]) -> None:
    with transaction(write=True):
        photo = make_photo(alt="Sân phơi tháng Mười Một")
        session.get_one(Supplier, cast.hong_luan.id).photo_id = photo.id
    drain()
    text = client.get("/chu-the/htx-hong-luan").text
    assert f"/anh/{photo.public_id}/800.avif 800w" in text and "Sân phơi tháng Mười Một" in text
    assert f'content="http://localhost/anh/{photo.public_id}/800.jpg"' in text


def test_a_supplier_shows_no_scan(cast: Cast, client: Browser) -> None:
    with transaction(write=True):
        photo = make_photo(private=True)
        session.get_one(Supplier, cast.hong_luan.id).photo_id = photo.id
    assert photo.public_id not in client.get("/chu-the/htx-hong-luan").text
