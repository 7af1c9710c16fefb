"""The filters beside the list: tick boxes with counts, months, and chips for what is on."""

from collections.abc import Iterable
from dataclasses import dataclass

from marketplace.catalogue.vocabulary import ocop_class
from marketplace.core.texts import N_, say
from marketplace.core.views import Chip
from marketplace.places.vocabulary import Era, era_of
from marketplace.search.presenters.labels import chip_label, label_of
from marketplace.search.queries import Shown
from marketplace.search.vocabulary import (
    FACET_FILTERS,
    FILTERS,
    PARAMETERS,
    Facet,
    SearchRequest,
    parameters_of,
    query_string,
)

OPEN_OPTIONS, MOST_OPTIONS = 6, 40  # the first stand open, the others fold; beyond those one searches by name
# Communes and districts of the whole country are no choice on a phone: they are offered within a province, or where
# so few are left that all of them can be read.
FEW_PLACES = 12

_TITLES = {
    Facet.CLASS: N_("Nhóm sản phẩm"),
    Facet.STARS: N_("Hạng sao còn hiệu lực"),
    Facet.PROVINCE: N_("Tỉnh"),
    Facet.COMMUNE: N_("Xã"),
    Facet.DISTRICT: N_("Huyện trước 1/7/2025"),
    Facet.CERTIFICATE: N_("Chứng nhận"),
}


@dataclass(frozen=True)
class Option:
    """A value to tick."""

    value: str
    label: str
    count: int
    checked: bool


@dataclass(frozen=True)
class FacetBox:
    """A group of tick boxes; ``more`` are folded away."""

    title: str
    name: str
    options: tuple[Option, ...]
    more: tuple[Option, ...]


@dataclass(frozen=True)
class MonthOption:
    """A month to tick; ``current`` is the present one."""

    value: str
    label: str
    count: int
    checked: bool
    current: bool


@dataclass(frozen=True)
class MonthFacet:
    """The twelve months."""

    title: str
    name: str
    options: tuple[MonthOption, ...]


def facet_boxes(shown: Shown) -> tuple[FacetBox, ...]:
    """The groups that have something to tick, in their order."""
    boxes = []
    for facet, title in _TITLES.items():
        options = _options(facet, shown)
        if options:
            name = PARAMETERS[FACET_FILTERS[facet]]
            boxes.append(FacetBox(say(title), name, options[:OPEN_OPTIONS], options[OPEN_OPTIONS:]))
    return tuple(boxes)


def month_facet(shown: Shown, current: int) -> MonthFacet | None:
    """The months, with how many products each has; None where nothing was counted."""
    counts = {counted.value: counted.count for counted in shown.result.facets.get(Facet.MONTH, ())}
    chosen = shown.request.months
    if not counts and not chosen:
        return None
    options = tuple(
        MonthOption(str(m), str(m), counts.get(str(m), 0), checked=m in chosen, current=m == current)
        for m in range(1, 13)
    )
    return MonthFacet(say("Có hàng trong tháng"), PARAMETERS["months"], options)


def chips(shown: Shown, action: str) -> tuple[Chip, ...]:
    """Each filter that is on; its address is the list without it."""
    return tuple(
        Chip(chip_label(field, value, shown), None, action + query_string(shown.request.without(field, value)), True)
        for field, value in _chosen(shown.request)
    )


def kept(request: SearchRequest, boxes: Iterable[FacetBox]) -> tuple[tuple[str, str], ...]:
    """What a submission must carry along because no box prints it."""
    printed = {(box.name, option.value) for box in boxes for option in (*box.options, *box.more)}
    own_fields = (PARAMETERS["text"], PARAMETERS["page"], PARAMETERS["months"])
    return tuple(pair for pair in parameters_of(request) if pair not in printed and pair[0] not in own_fields)


def _options(facet: Facet, shown: Shown) -> tuple[Option, ...]:
    """Values by their counts, stars from the top. A chosen one stays though it has nothing any more."""
    field = FACET_FILTERS[facet]
    counts = {counted.value: counted.count for counted in shown.result.facets.get(facet, ())}
    chosen = {str(value) for value in getattr(shown.request, field)}
    most = MOST_OPTIONS if _can_be_read(facet, shown) else 0
    values = [value for rank, value in enumerate(counts) if rank < most or value in chosen]
    values += sorted(value for value in chosen if value not in counts and _is_counted(facet, value))
    if facet is Facet.STARS:
        values.sort(reverse=True)
    return tuple(Option(v, label_of(field, v, shown), counts.get(v, 0), checked=v in chosen) for v in values)


def _can_be_read(facet: Facet, shown: Shown) -> bool:
    """Whether the values are of one province, or few. A filter narrows the other facets, never its own."""
    request, counted = shown.request, shown.result.facets
    narrowed = {
        Facet.COMMUNE: request.provinces or request.districts,
        Facet.DISTRICT: request.provinces or request.communes,
    }
    if narrowed.get(facet, True) or len(counted.get(facet, ())) <= FEW_PLACES:
        return True
    return len(counted.get(Facet.PROVINCE, ())) == 1 and not getattr(request, FACET_FILTERS[facet])


def _is_counted(facet: Facet, value: str) -> bool:
    """Whether such a value could have a count: groups of classes and former places are filters, but no boxes."""
    if facet is Facet.CLASS:
        return ocop_class(value) is not None
    return facet not in (Facet.PROVINCE, Facet.COMMUNE) or era_of(value) is Era.PRESENT


def _chosen(request: SearchRequest) -> list[tuple[str, object]]:
    pairs: list[tuple[str, object]] = []
    for field in FILTERS:
        given = getattr(request, field)
        values = given if isinstance(given, tuple) else (() if given is None else (given,))
        pairs += [(field, value) for value in values]
    return pairs
