"""What the home page prints."""

from dataclasses import dataclass
from datetime import date

from marketplace.catalogue.presenters import Art, Card, cards
from marketplace.catalogue.queries import listings, places_of
from marketplace.catalogue.vocabulary import OcopClass, all_classes
from marketplace.core.periods import current_quarter, recent_quarters
from marketplace.core.texts import N_, in_language, say
from marketplace.core.views import Link
from marketplace.places.queries import display_names
from marketplace.reports.queries import public_figures
from marketplace.site.queries import class_counts, counts, in_season

MONTHS = (
    N_("Giêng"), N_("Hai"), N_("Ba"), N_("Tư"), N_("Năm"), N_("Sáu"),
    N_("Bảy"), N_("Tám"), N_("Chín"), N_("Mười"), N_("Mười Một"), N_("Mười Hai"),
)  # fmt: skip
SHOWN_IN_MONTH = 3
SHELVES = 9
TRY = (N_("bún khô"), N_("miến dong"), N_("chè Shan"), N_("gạo Bao thai"))


@dataclass(frozen=True)
class Content:
    """A line of the table of contents: a class and how many products it holds."""

    name: str
    examples: str
    count: int
    href: str
    art: Art


@dataclass(frozen=True)
class HomeFigure:
    """A public figure; missing is "-"."""

    value: str
    label: str
    href: str | None


@dataclass(frozen=True)
class HomePage:
    """The front page."""

    summary: str
    search_action: str
    try_links: tuple[Link, ...]
    month_title: str
    month_count: int
    month_href: str
    month_cards: tuple[Card, ...]
    contents: tuple[Content, ...]
    total: int
    all_href: str
    maker_href: str | None
    figures_title: str
    figures: tuple[HomeFigure, ...]


def home_page(today: date, *, maker_href: str) -> HomePage:
    """The front page of ``today``."""
    how_many = counts()
    month_cards, month_count = _month(today)
    title, figures = _figures(today)
    return HomePage(
        summary=say(
            "%(products)s sản phẩm của %(producers)s hợp tác xã, tổ hợp tác và cơ sở vùng cao.",
            products=how_many.products,
            producers=how_many.producers,
        ),
        search_action=in_language("/san-pham"),
        try_links=tuple(Link(words, in_language(f"/san-pham?q={words.replace(' ', '+')}")) for words in map(say, TRY)),
        month_title=say("Phiên tháng %(what)s", what=say(MONTHS[today.month - 1])),
        month_count=month_count,
        month_href=in_language(f"/san-pham?thang={today.month}"),
        month_cards=month_cards,
        contents=_contents(),
        total=how_many.products,
        all_href=in_language("/san-pham"),
        maker_href=maker_href,
        figures_title=title,
        figures=figures,
    )


def _month(today: date) -> tuple[tuple[Card, ...], int]:
    """Some products of the month, each of another class, none of them alcohol; and how many there are."""
    adult = [found.code for found in all_classes() if found.adult]
    ids, total = in_season(today.month, adult, limit=40)
    found = listings(ids, today)
    chosen, seen = [], set()
    for listing in found.values():
        if listing.class_code not in seen:
            seen.add(listing.class_code)
            chosen.append(listing)
    chosen = chosen[:SHOWN_IN_MONTH]
    return tuple(cards(chosen, display_names(places_of(chosen)))), total


def _contents() -> tuple[Content, ...]:
    per_class = class_counts()
    present = [found for found in all_classes() if per_class.get(found.code)]
    largest = sorted(present, key=lambda found: -per_class[found.code])[:SHELVES]
    return tuple(_content(found, per_class[found.code]) for found in largest)


def _content(found: OcopClass, count: int) -> Content:
    return Content(
        name=found.shelf,
        examples=found.examples,
        count=count,
        href=in_language(f"/san-pham?nhom={found.code}"),
        art=Art(found.art, found.ground),
    )


def _figures(today: date) -> tuple[str, tuple[HomeFigure, ...]]:
    """The last full quarter's public figures."""
    quarter = next(period for period in recent_quarters(today, 2) if period != current_quarter(today))
    figures = public_figures(quarter)
    return quarter.title, tuple(HomeFigure(value, label, None) for value, label in figures)
