"""What suppliers handed in and officers haven't seen yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from marketplace.catalogue.models import Product, ProductVersion
from marketplace.catalogue.presenters.reviewing.bulk import Bulk, Maker, maker_of
from marketplace.catalogue.presenters.reviewing.changes import Change, changes_of
from marketplace.catalogue.queries import Listing, Price
from marketplace.catalogue.queries.photos import ProductPicture
from marketplace.catalogue.queries.reviews import ReviewedProduct
from marketplace.catalogue.vocabulary import ocop_class
from marketplace.catalogue.vocabulary.claims import FLAG_WORDS, flags_of
from marketplace.catalogue.vocabulary.returns import RETURN_REASONS
from marketplace.core.clock import local
from marketplace.core.text import format_date, format_money
from marketplace.core.texts import in_language, say
from marketplace.core.views import Fact, Pager, Pill
from marketplace.media.presenters import ShownPhoto, shown
from marketplace.places.vocabulary import PlaceName

_PHOTOS = 4  # of a product, in the queue


@dataclass(frozen=True)
class PendingRow:
    """A product that waits: ``facts`` at a glance, ``words`` to be unfolded. ``back`` is the form that returns it.

    ``changes`` are the new words of a shown product beside its present ones; ``flags`` what should be looked at.
    """

    id: str
    product: str
    kind: str
    maker: Maker
    facts: tuple[Fact, ...]
    words: tuple[Fact, ...]
    changes: tuple[Change, ...]
    flags: tuple[str, ...]
    photos: tuple[ShownPhoto, ...]
    scan_href: str | None
    sent: str
    waits: Pill
    value: str | None
    back: Bulk | None


@dataclass(frozen=True)
class PendingPage:
    """All of the page; ``reasons`` are (code, words)."""

    area_name: str
    total: int
    hours: int
    overdue: int
    rows: tuple[PendingRow, ...]
    bulk: Bulk | None
    reasons: tuple[tuple[str, str], ...]
    pager: Pager | None


def pending_row(
    waiting: ReviewedProduct,
    listing: Listing,
    version: ProductVersion,
    pictures: Sequence[ProductPicture],
    scan: str | None,
    names: Mapping[str, PlaceName],
    now: datetime,
    *,
    within: timedelta,
    back_action: str,
    form_key: str,
) -> PendingRow:
    """A product with what it says of itself; ``version`` are the words that wait, ``scan`` a paper that has one.

    ``within`` is the time in which an officer looks, as its supplier was told.
    """
    found = waiting.product
    is_new = found.pending_version_id is None
    flags = flags_of(version.name, version.description, version.ingredients)
    return PendingRow(
        id=f"sp-{found.public_id}",
        product=waiting.name,
        kind=_kind(found, is_new=is_new),
        maker=maker_of(waiting.supplier_name, waiting.supplier_slug, waiting.place_id, names),
        facts=_facts(listing),
        words=_words(listing) if is_new else (),
        changes=() if is_new else changes_of(listing, version, found.pending_class),
        flags=tuple(say(FLAG_WORDS[flag.kind], words=flag.words) for flag in flags),
        photos=tuple(shown(picture.photo, alt=picture.words) for picture in pictures[:_PHOTOS]),
        scan_href=in_language(f"/can-bo/giay/{scan}/ban-chup") if scan else None,
        sent=format_date(local(waiting.since).date()),
        waits=_waits(waiting.since, now, within),
        value=found.public_id if waiting.may_review else None,
        back=Bulk(f"tra-{found.public_id}", back_action, form_key, say("Trả lại"), "", "line")
        if waiting.may_review
        else None,
    )


def _kind(product: Product, *, is_new: bool) -> str:
    if not is_new:
        return say("Lời mới của sản phẩm đang bày")
    return say("Sản phẩm sửa") if product.published_at else say("Sản phẩm mới")


def reasons_to_choose() -> tuple[tuple[str, str], ...]:
    """(code, words) of the reasons with which a product may be returned."""
    return tuple((code, say(words)) for code, words in RETURN_REASONS.items())


def _facts(listing: Listing) -> tuple[Fact, ...]:
    found = ocop_class(listing.class_code) if listing.class_code else None
    stars = say("khai %(stars)s sao", stars=listing.stamp.stars) if listing.stamp else ""
    return _said(
        Fact(say("Nhóm"), found.shelf if found else say("chưa phân nhóm")),
        Fact(say("Giá"), " · ".join(_price(price) for price in listing.prices)),
        Fact(say("OCOP"), stars),
    )


def _words(listing: Listing) -> tuple[Fact, ...]:
    return _said(
        Fact(say("Thành phần"), listing.ingredients or ""),
        Fact(say("Giới thiệu"), listing.description or ""),
        Fact(say("Tiếng Anh"), " · ".join(filter(None, (listing.name_en, listing.description_en)))),
    )


def _said(*facts: Fact) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.text)


def _price(price: Price) -> str:
    return f"{price.pack} {format_money(price.amount)}" if price.amount is not None else price.pack


def _waits(since: datetime, now: datetime, within: timedelta) -> Pill:
    """Overdue once more time than was promised has passed."""
    days = (local(now).date() - local(since).date()).days
    if now - since > within:
        return Pill(say("Quá hạn, chờ %(days)s ngày", days=days), "due")
    return Pill(say("Chờ %(days)s ngày", days=days) if days else say("Gửi hôm nay"), "yours")
