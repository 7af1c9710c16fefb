"""Filters, counts, orders and pages over facts."""

from typing import Any

import pytest

from marketplace.search.engine import Facts, Question, select_from
from marketplace.search.engine.selection import is_under
from marketplace.search.vocabulary import Facet, SearchRequest, SearchResult, Sort
from tests.search.products import facts


def select(rows: list[Facts], **wanted: Any) -> SearchResult:
    request = SearchRequest(**wanted)
    question = Question(request, provinces=frozenset(request.provinces), communes=frozenset(request.communes))
    return select_from(((row, 0.0) for row in rows), question)


def counts(result: SearchResult, facet: Facet) -> dict[str, int]:
    return {counted.value: counted.count for counted in result.facets[facet]}


@pytest.mark.parametrize(
    ("code", "wanted", "expected"),
    [
        ("I.3.b", "I.3.b", True),
        ("I.3.b", "I.3", True),
        ("I.3.b", "I.3.", True),
        ("I.3.b", "I", True),
        ("I.10", "I.1", False),
        ("II.1.a", "I", False),
        ("I.3", "I.3.b", False),
        (None, "I", False),
    ],
)
def test_a_class_lies_under_beginnings_that_end_at_a_dot(code: str | None, wanted: str, expected: bool) -> None:
    assert is_under(code, wanted) is expected


SHELF = [
    facts(
        1, producer="a", class_code="I.3.b", stars=3, commune="x", province="p", places=("x", "old", "p"), district="d"
    ),
    facts(2, producer="a", class_code="I.3.b", stars=4, commune="y", province="p", places=("y", "p")),
    facts(3, producer="b", class_code="I.5.a", stars=3, commune="y", province="p", places=("y", "p"), months=1 << 10),
    facts(4, producer="c", class_code="II.1.a", certificates=("haccp", "vietgap"), months=0),
]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, {1, 2, 3, 4}),
        ({"classes": ("I.3.b",)}, {1, 2}),
        ({"classes": ("I.5", "II")}, {3, 4}),
        ({"stars": (3,)}, {1, 3}),
        ({"stars": (3, 4), "classes": ("I.3",)}, {1, 2}),
        ({"provinces": ("p",)}, {1, 2, 3}),
        ({"communes": ("old",)}, {1}),
        ({"provinces": ("p",), "communes": ("y",)}, {2, 3}),
        ({"districts": ("d", "elsewhere")}, {1}),
        ({"districts": ("d",), "communes": ("y",)}, set()),
        ({"producers": ("b", "c")}, {3, 4}),
        ({"certificates": ("haccp",)}, {4}),
        ({"months": (11,)}, {1, 2, 3}),
        ({"months": (10,)}, {1, 2}),
        ({"communes": ("nowhere",)}, set()),
    ],
)
def test_each_filter(wanted: dict[str, Any], found: set[int]) -> None:
    result = select(SHELF, **wanted)
    assert set(result.hits) == found
    assert result.total == len(found)


def test_makers_are_counted_once_and_unknown_ones_not() -> None:
    assert select([*SHELF, facts(5)]).makers == 3


def test_a_facet_counts_as_if_its_own_filter_were_off() -> None:
    result = select(SHELF, classes=("I.3.b",), stars=(3,))
    assert result.hits == (1,)
    assert counts(result, Facet.CLASS) == {"I.3.b": 1, "I.5.a": 1}  # of those with three stars
    assert counts(result, Facet.STARS) == {"3": 1, "4": 1}  # of noodles
    assert counts(result, Facet.COMMUNE) == {"x": 1}  # of both


def test_a_filter_without_a_facet_narrows_all_counts() -> None:
    assert counts(select(SHELF, producers=("b",)), Facet.CLASS) == {"I.5.a": 1}


def test_every_count_is_the_total_of_that_filter() -> None:
    """What stands beside a box is what ticking it shows (rule 3: every figure opens)."""
    fields = {Facet.CLASS: "classes", Facet.STARS: "stars", Facet.COMMUNE: "communes", Facet.MONTH: "months"}
    fields[Facet.DISTRICT] = "districts"
    for facet, field in fields.items():
        for value, count in counts(select(SHELF), facet).items():
            wanted: Any = int(value) if facet in (Facet.STARS, Facet.MONTH) else value
            assert select(SHELF, **{field: (wanted,)}).total == count, (facet, value)


PRICED = [
    facts(1, prices=((38_000, 38_000), (150_000, 180_000))),
    facts(2, prices=((50_000, 60_000),)),
    facts(3),
]


@pytest.mark.parametrize(
    ("least", "most", "found"),
    [
        (None, 38_000, {1}),
        (None, 37_999, set()),
        (38_001, 49_999, set()),  # between two packs of the first there is nothing to buy
        (55_000, 55_000, {2}),
        (180_000, None, {1}),
        (180_001, None, set()),
        (0, None, {1, 2}),
    ],
)
def test_price_filters_compare_each_pack(least: int | None, most: int | None, found: set[int]) -> None:
    assert set(select(PRICED, price_min=least, price_max=most).hits) == found


def test_orders() -> None:
    rows = [
        facts(1, per_kg=90_000, stars=3),
        facts(2, per_kg=None, stars=5),
        facts(3, per_kg=70_000),
        facts(4, per_kg=90_000, stars=5),
    ]
    assert select(rows, sort=Sort.NEWEST).hits == (4, 3, 2, 1)
    assert select(rows, sort=Sort.CHEAPEST).hits == (3, 4, 1, 2)
    assert select(rows, sort=Sort.DEAREST).hits == (4, 1, 3, 2)
    assert select(rows, sort=Sort.STARS).hits == (4, 2, 1, 3)
    assert select(rows).hits == (4, 3, 2, 1)  # without words the newest come first


@pytest.mark.parametrize("sort", list(Sort))
def test_pages_neither_repeat_nor_skip(sort: Sort) -> None:
    rows = [facts(n, per_kg=n % 3 or None, stars=3 + n % 2, published=n % 5) for n in range(1, 48)]
    pages = [select(rows, sort=sort, page=number, per_page=10).hits for number in range(1, 7)]
    assert [len(page) for page in pages] == [10, 10, 10, 10, 7, 0]
    assert sorted(product for page in pages for product in page) == list(range(1, 48))
