"""Pictures are kept, rendered once, removed; and in the night goes what nobody needs."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from marketplace.catalogue.models import DraftPhoto, ProductDraft, ProductPhoto
from marketplace.core.clock import StoppedClock, now
from marketplace.core.db import session, transaction
from marketplace.core.outbox import Job
from marketplace.core.settings import settings
from marketplace.media.handlers import drop_pictures, render_pictures
from marketplace.media.models import Photo
from marketplace.media.queries import _naming_columns, photos_by_id
from marketplace.media.services import keep_picture, remove_picture, take_picture
from marketplace.media.vocabulary import PictureKept
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.cast import Cast
from tests.media.pictures import card, encoded, make_photo

Drain = Callable[[], int]
WEEK, DAY = timedelta(days=7, minutes=1), timedelta(days=1, minutes=1)


def files() -> list[str]:
    return sorted(path.name for path in settings().pictures_folder.glob("??/*"))


def made() -> Photo:
    with transaction(write=True):
        return make_photo()


def night() -> None:
    with transaction(write=True):
        drop_pictures()


def is_there(photo: Photo) -> bool:
    with transaction(write=False):
        return photo.id in photos_by_id([photo.id])


def test_kept_with_its_words(clock: StoppedClock, cast: Cast) -> None:
    with transaction(write=True):
        photo = keep_picture(cast.actor("member"), take_picture(encoded(card())), alt="  Giàn phơi bún  ")
    assert (photo.alt, photo.width, photo.height, photo.is_private) == ("Giàn phơi bún", 800, 600, False)
    assert photo.uploaded_by_id == cast.accounts["member"].id and photo.uploaded_at == now()
    assert files() == [f"{photo.digest}.jpg"]


def test_rendered_by_the_worker(clock: StoppedClock, app: object, drain: Drain) -> None:
    photo = made()
    drain()
    with transaction(write=False):
        assert session.get_one(Photo, photo.id).rendered_at == now()
    endings = [f"-{width}.{ending}" for width in (320, 640, 800) for ending in ("avif", "jpg", "webp")]
    assert files() == sorted([f"{photo.digest}.jpg", *(photo.digest + ending for ending in endings)])


def test_rendered_twice_is_rendered_once(clock: StoppedClock, app: object, drain: Drain) -> None:
    photo = made()
    drain()
    before, moment = files(), now()
    clock.advance(DAY)
    render_pictures([Job(1, PictureKept(photo.id))])
    with transaction(write=False):
        assert session.get_one(Photo, photo.id).rendered_at == moment
    assert files() == before


def test_a_private_one_is_not_rendered(clock: StoppedClock, app: object, drain: Drain) -> None:
    with transaction(write=True):
        photo = make_photo(private=True)
    drain()
    assert files() == [f"{photo.digest}.jpg"]


def test_a_removed_one_is_not_rendered(clock: StoppedClock, app: object, drain: Drain) -> None:
    photo = made()
    with transaction(write=True):
        remove_picture(session.get_one(Photo, photo.id))
    drain()
    assert files() == [f"{photo.digest}.jpg"] and not is_there(photo)


def test_files_of_a_removed_one_go_after_a_day(clock: StoppedClock, app: object, drain: Drain) -> None:
    photo = made()
    drain()
    with transaction(write=True):
        remove_picture(session.get_one(Photo, photo.id))
    night()
    assert len(files()) == 10
    clock.advance(DAY)
    night()
    assert files() == []


def test_files_that_another_picture_shares_stay(clock: StoppedClock, app: object) -> None:
    first, second = made(), made()
    assert first.digest == second.digest
    with transaction(write=True):
        remove_picture(session.get_one(Photo, first.id))
    clock.advance(DAY)
    night()
    assert files() == [f"{second.digest}.jpg"]


def test_a_file_that_was_just_sent_again_stays_for_the_row_that_comes(clock: StoppedClock, app: object) -> None:
    photo = made()
    with transaction(write=True):
        remove_picture(session.get_one(Photo, photo.id))
    clock.advance(DAY)
    with transaction(write=True) as current:
        make_photo()
        current.abandon()
    night()
    assert files() == [f"{photo.digest}.jpg"]
    clock.advance(DAY)
    night()
    assert files() == []


def test_what_nothing_names_goes_after_a_week(clock: StoppedClock, app: object) -> None:
    photo = made()
    clock.advance(timedelta(days=6))
    night()
    assert is_there(photo)
    clock.advance(DAY)
    night()
    assert not is_there(photo)


@pytest.mark.parametrize("by", ["product_photo", "draft_photo", "product_draft", "certificate", "supplier"])
def test_what_something_names_stays(clock: StoppedClock, cast: Cast, by: str) -> None:
    photo = made()
    with transaction(write=True):
        _name(by, photo, cast)
    clock.advance(WEEK)
    night()
    assert is_there(photo)


def _name(by: str, photo: Photo, cast: Cast) -> None:
    hong_luan = session.get_one(Supplier, cast.hong_luan.id)
    if by == "supplier":
        hong_luan.photo_id = photo.id
    elif by in ("product_photo", "certificate"):
        product = factories.make_product(hong_luan)
        if by == "product_photo":
            session.add(ProductPhoto(product_id=product.id, photo_id=photo.id))
        else:
            factories.make_certificate(product, scan_id=photo.id)
    else:
        draft = ProductDraft(
            supplier_id=hong_luan.id, account_id=cast.accounts["member"].id, began_at=now(), saved_at=now()
        )
        session.add(draft)
        session.flush()
        if by == "product_draft":
            draft.scan_id = photo.id
        else:
            session.add(DraftPhoto(draft_id=draft.id, photo_id=photo.id))
    session.flush()


def test_every_table_that_names_pictures_is_known() -> None:
    names = {f"{column.table.name}.{column.name}" for column in _naming_columns()}
    assert {
        "product_photo.photo_id",
        "draft_photo.photo_id",
        "product_draft.scan_id",
        "certificate.scan_id",
        "claim.scan_id",
        "supplier.photo_id",
    } <= names


def test_public_reads_leave_private_and_removed_ones_out(clock: StoppedClock, app: object) -> None:
    with transaction(write=True):
        public, private, removed = make_photo(), make_photo(private=True), make_photo()
        remove_picture(removed)
    with transaction(write=False):
        assert set(photos_by_id([public.id, private.id, removed.id])) == {public.id}
