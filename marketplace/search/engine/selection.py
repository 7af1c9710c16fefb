"""Filters, counts and orders over facts: the same rules for every engine that holds facts in memory."""

from collections import Counter
from collections.abc import Callable, Iterable

from marketplace.search.engine.documents import Facts
from marketplace.search.engine.protocol import Question
from marketplace.search.vocabulary import Facet, FacetValue, SearchRequest, SearchResult, Sort

Scored = tuple[Facts, float]
Test = Callable[[Facts], bool]

_COUNTED: dict[Facet, Callable[[Facts], Iterable[object]]] = {
    Facet.CLASS: lambda facts: _known(facts.class_code),
    Facet.STARS: lambda facts: _known(facts.stars),
    Facet.PROVINCE: lambda facts: _known(facts.province),
    Facet.COMMUNE: lambda facts: _known(facts.commune),
    Facet.DISTRICT: lambda facts: _known(facts.district),
    Facet.CERTIFICATE: lambda facts: facts.certificates,
    Facet.MONTH: lambda facts: [month for month in range(1, 13) if facts.months >> (month - 1) & 1],
}


def select_from(found: Iterable[Scored], question: Question) -> SearchResult:
    """Filter, count, sort and cut out the page of all that the words found.

    A row that only one filter refuses still counts for that filter's own facet.
    """
    tests, day = _tests(question), question.day.toordinal()
    chosen: list[Scored] = []
    counts: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
    for indexed, score in found:
        facts = indexed.on(day) if indexed.turns or indexed.price_turns else indexed
        refusing = [name for name, test in tests.items() if not test(facts)]
        if not refusing:
            chosen.append((facts, score))
        for facet in Facet if not refusing else _only_facet(refusing):
            counts[facet].update(map(str, _COUNTED[facet](facts)))
    request = question.request
    chosen.sort(key=_ORDERS[request.sort])
    page = chosen[request.offset : request.offset + request.per_page]
    return SearchResult(
        total=len(chosen),
        makers=len({facts.producer for facts, _ in chosen if facts.producer}),
        hits=tuple(facts.product_id for facts, _ in page),
        facets={facet: _ranked(counter) for facet, counter in counts.items()},
        reading=question.reading,
    )


def is_under(class_code: str | None, wanted: str) -> bool:
    """Whether a class is ``wanted`` or lies below it; beginnings end at a dot, so I.1 isn't in I.10."""
    stem = wanted.removesuffix(".")
    return class_code is not None and (class_code == stem or class_code.startswith(stem + "."))


def _known(value: object) -> tuple[object, ...]:
    return () if value is None else (value,)


def _only_facet(refusing: list[str]) -> list[Facet]:
    return [Facet(refusing[0])] if len(refusing) == 1 and refusing[0] in _FACET_NAMES else []


_FACET_NAMES = {facet.value for facet in Facet}


def _tests(question: Question) -> dict[str, Test]:
    """The filters that are on, by their facet's name where they have one."""
    request = question.request
    wanted_months = sum(1 << (month - 1) for month in set(request.months))
    everything: dict[str, tuple[object, Test]] = {
        Facet.CLASS: (request.classes, lambda facts: any(is_under(facts.class_code, c) for c in request.classes)),
        Facet.STARS: (request.stars, lambda facts: facts.stars in request.stars),
        Facet.PROVINCE: (question.provinces, lambda facts: not question.provinces.isdisjoint(facts.places)),
        Facet.COMMUNE: (question.communes, lambda facts: not question.communes.isdisjoint(facts.places)),
        Facet.DISTRICT: (request.districts, lambda facts: facts.district in request.districts),
        Facet.CERTIFICATE: (request.certificates, lambda f: any(c in f.certificates for c in request.certificates)),
        Facet.MONTH: (wanted_months, lambda facts: bool(facts.months & wanted_months)),
        "producer": (request.producers, lambda facts: facts.producer in request.producers),
        "price": (_has_price(request), lambda facts: _costs(facts, request)),
    }
    return {name: test for name, (is_on, test) in everything.items() if is_on}


def _has_price(request: SearchRequest) -> bool:
    return request.price_min is not None or request.price_max is not None


def _costs(facts: Facts, request: SearchRequest) -> bool:
    """Whether one pack's price, which may be a range itself, meets the wanted range."""
    least, most = request.price_min or 0, request.price_max
    return any(high >= least and (most is None or low <= most) for low, high in facts.prices)


def _newest(facts: Facts) -> tuple[int, int]:
    """Ends every order, so that pages neither repeat nor skip."""
    return (-facts.published, -facts.product_id)


# What has no price per kg can't be compared and stands last, whichever way prices run.
_ORDERS: dict[Sort, Callable[[Scored], tuple[object, ...]]] = {
    Sort.RELEVANCE: lambda item: (-round(item[1], 4), *_newest(item[0])),
    Sort.NEWEST: lambda item: _newest(item[0]),
    Sort.CHEAPEST: lambda item: (item[0].per_kg is None, item[0].per_kg or 0, *_newest(item[0])),
    Sort.DEAREST: lambda item: (item[0].per_kg is None, -(item[0].per_kg or 0), *_newest(item[0])),
    Sort.STARS: lambda item: (-(item[0].stars or 0), -round(item[1], 4), *_newest(item[0])),
}


def _ranked(counter: Counter[str]) -> tuple[FacetValue, ...]:
    ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetValue(value, count) for value, count in ranked)
