"""The catalogue's page: catalogue and search in one."""

from dataclasses import dataclass, replace

from marketplace.catalogue.presenters import Card, cards
from marketplace.core.texts import N_, say
from marketplace.core.views import Chip, Link, Meta, Pager
from marketplace.search.presenters.filters import FacetBox, MonthFacet, chips, facet_boxes, kept, month_facet
from marketplace.search.presenters.places import place_line
from marketplace.search.queries import Shown
from marketplace.search.vocabulary import SearchRequest, Sort, query_string

_SORT_LABELS = {
    Sort.RELEVANCE: N_("phù hợp"),
    Sort.NEWEST: N_("mới đăng"),
    Sort.CHEAPEST: N_("giá tăng dần"),
    Sort.DEAREST: N_("giá giảm dần"),
    Sort.STARS: N_("số sao"),
}


@dataclass(frozen=True)
class SortLink:
    """An order to choose."""

    label: str
    value: str
    href: str
    current: bool


@dataclass(frozen=True)
class CataloguePage:
    """What ``search/catalogue.html`` prints."""

    title: str
    q: str
    action: str
    total: int
    makers: int
    filters: int
    facets: tuple[FacetBox, ...]
    months: MonthFacet | None
    chips: tuple[Chip, ...]
    sorts: tuple[SortLink, ...]
    cards: tuple[Card, ...]
    pager: Pager | None
    clear_href: str
    did_you_mean: Link | None
    kept: tuple[tuple[str, str], ...]


def catalogue_page(shown: Shown, *, action: str, month: int, pager: Pager | None) -> CataloguePage:
    """``action`` is the page's own address without a query, ``month`` the present month."""
    request, result = shown.request, shown.result
    boxes, on = facet_boxes(shown), chips(shown, action)
    return CataloguePage(
        title=say("Sản phẩm"),
        q=request.text,
        action=action,
        total=result.total,
        makers=result.makers,
        filters=len(on),
        facets=boxes,
        months=month_facet(shown, month),
        chips=on,
        sorts=_sorts(request, action),
        cards=_cards(shown),
        pager=pager,
        clear_href=action + query_string(request.unfiltered()),
        did_you_mean=_did_you_mean(request, result.did_you_mean, action),
        kept=kept(request, boxes),
    )


def catalogue_meta(shown: Shown, address: str) -> Meta:
    """``address`` is the page's absolute address without a query. Of filtered lists there are too many to index."""
    request, result = shown.request, shown.result
    plain = not request.text and not request.is_filtered
    return Meta(
        title=say("%(text)s · Sản phẩm", text=request.text) if request.text else say("Sản phẩm"),
        description=say(
            "%(total)s sản phẩm của %(makers)s người làm: giá, nơi làm, giấy chứng nhận OCOP.",
            total=result.total,
            makers=result.makers,
        ),
        canonical=address + query_string(request.sorted_by(Sort.RELEVANCE).at_page(request.page)),
        index=plain,
    )


def _cards(shown: Shown) -> tuple[Card, ...]:
    pairs = zip(shown.listings, cards(shown.listings, shown.places), strict=True)
    return tuple(replace(card, place=place_line(listing, card.place, shown)) for listing, card in pairs)


def _sorts(request: SearchRequest, action: str) -> tuple[SortLink, ...]:
    return tuple(
        SortLink(say(label), sort.value, action + query_string(request.sorted_by(sort)), sort is request.sort)
        for sort, label in _SORT_LABELS.items()
    )


def _did_you_mean(request: SearchRequest, text: str | None, action: str) -> Link | None:
    return Link(text, action + query_string(replace(request.unfiltered(), text=text))) if text else None
