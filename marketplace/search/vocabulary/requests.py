"""What somebody asks of the catalogue: words, filters, an order, a page."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Sort(StrEnum):
    """Orders of a list, by the code that stands in addresses."""

    RELEVANCE = "lien-quan"
    NEWEST = "moi"
    CHEAPEST = "gia-tang"
    DEAREST = "gia-giam"
    STARS = "sao"


# Fields of a request that narrow the list, in the order in which addresses and chips name them.
FILTERS = (
    "classes",
    "stars",
    "provinces",
    "communes",
    "districts",
    "producers",
    "certificates",
    "price_min",
    "price_max",
    "months",
)


@dataclass(frozen=True)
class SearchRequest:
    """One state of the catalogue. Values of one filter are alternatives; filters among each other all hold.

    ``classes`` are class codes or their beginnings up to a dot ("I.3.b", "I.3"); places are keys such as
    "2025:02038", of ``districts`` former ones alone ("pre2025:064"); ``producers`` are slugs; prices are đồng for one
    retail pack; months are 1–12; pages begin at 1.
    """

    text: str = ""
    classes: tuple[str, ...] = ()
    stars: tuple[int, ...] = ()
    provinces: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    producers: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    price_min: int | None = None
    price_max: int | None = None
    months: tuple[int, ...] = ()
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    per_page: int = 24

    @property
    def offset(self) -> int:
        """How many results stand before this page."""
        return (self.page - 1) * self.per_page

    @property
    def is_filtered(self) -> bool:
        """Whether any filter is on; words alone are none."""
        return any(getattr(self, name) not in ((), None) for name in FILTERS)

    def last_page(self, total: int) -> int:
        """The number of the page on which the last of ``total`` results stands."""
        return max(1, -(-total // self.per_page))

    def without(self, name: str, value: object) -> "SearchRequest":
        """The same, from its first page, with one value of the filter ``name`` taken off."""
        present = getattr(self, name)
        rest: Any = tuple(item for item in present if item != value) if isinstance(present, tuple) else None
        return replace(self, page=1, **{name: rest})

    def unfiltered(self) -> "SearchRequest":
        """The words and the order alone."""
        return SearchRequest(text=self.text, sort=self.sort, per_page=self.per_page)

    def sorted_by(self, sort: Sort) -> "SearchRequest":
        """The same in another order, from its first page."""
        return replace(self, sort=sort, page=1)

    def at_page(self, page: int) -> "SearchRequest":
        """The same, another page."""
        return replace(self, page=page)
