"""Which suppliers are probably one, on pairs that people judged."""

import csv
from pathlib import Path

import pytest

from marketplace.core.text.nearness import distance
from marketplace.suppliers.vocabulary.likeness import PROBABLE, Traits, Why, likeness_of, own_words

JUDGED = Path(__file__).parent / "judged_doubles.csv"
PRECISION, RECALL = 0.95, 0.95  # at least
_WORDS_OF = {
    "pre2025:02032": "xa tan lap huyen cho don tinh bac can",
    "2025:02038": "xa quang bach tinh thai nguyen huyen cho don",
    "2025:01933": "xa dong phuc tinh thai nguyen bang phuc ba be",
}


def _traits(name: str, place: str) -> Traits:
    province = {"2025:04276": "2025:15"}.get(place, "2025:19") if place else None
    said = frozenset(_WORDS_OF.get(place, "").split())
    former = place if place.startswith("pre") else None
    return Traits(name, None, None if former else place or None, former, province, said=said)


def test_judged_pairs_are_found_and_few_others() -> None:
    pairs = list(csv.DictReader(JUDGED.read_text(encoding="utf-8").splitlines()))
    assert len(pairs) >= 60
    said = {True: set[str](), False: set[str]()}
    for row in pairs:
        first, second = _traits(row["first"], row["first_place"]), _traits(row["second"], row["second_place"])
        score, _why = likeness_of(first, second)
        assert score == likeness_of(second, first)[0], row
        if score >= PROBABLE:
            said[row["one"] == "1"].add(f"{row['first']} | {row['second']} {score:.2f}")
    ones = sum(row["one"] == "1" for row in pairs)
    found, wrong = len(said[True]), len(said[False])
    assert found / (found + wrong) >= PRECISION, said[False]
    assert found / ones >= RECALL, [
        r for r in pairs if r["one"] == "1" and not any(r["second"] in s for s in said[True])
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Hợp tác xã nông nghiệp và dịch vụ tổng hợp Hồng Luân", ("hong", "luan")),
        ("HTX NN Tân Thành", ("tan", "thanh")),
        ("HTX Nông nghiệp", ("nong", "nghiep")),
    ],
)
def test_what_many_have_in_their_names_is_left_aside(name: str, words: tuple[str, ...]) -> None:
    assert own_words(name) == words


def test_a_tax_code_makes_one_and_two_codes_make_two() -> None:
    first = Traits("HTX Hồng Luân", "htx", "2025:02038", None, "2025:19", tax_code="4700123456")
    same = Traits("HTX Tân Phong", "htx", "2025:01933", None, "2025:15", tax_code="4700123456")
    other = Traits("HTX Hồng Luân", "htx", "2025:02038", None, "2025:19", tax_code="4700999999")
    branch = Traits("HTX Hồng Luân", "htx", "2025:02038", None, "2025:19", tax_code="4700123456-001")
    assert likeness_of(first, same) == (1.0, Why.TAX_CODE)
    assert likeness_of(first, other)[0] < PROBABLE <= likeness_of(first, branch)[0]


def test_one_number_makes_one_of_two_names() -> None:
    first = Traits("HTX Hồng Luân", phone="+84900000012")
    second = Traits("Bà Vân bán bún", phone="+84900000012")
    score, why = likeness_of(first, second)
    assert score >= PROBABLE
    assert why is Why.PHONE


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("xaia", "xaya", 1),
        ("luan", "laun", 1),
        ("luan", "luan", 0),
        ("hong", "hng", 1),
        ("hongha", "tanlap", 3),
        ("", "abc", 3),
    ],
)
def test_distance(first: str, second: str, apart: int) -> None:
    assert distance(first, second) == distance(second, first) == apart
