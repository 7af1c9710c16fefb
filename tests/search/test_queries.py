"""Searching over the database: reading, widening of places, and answers without an index."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from marketplace.core.db import transaction
from marketplace.core.settings import settings
from marketplace.search.queries import search
from marketplace.search.vocabulary import SearchRequest, SearchResult
from tests import factories

TAN_LAP, QUANG_BACH = "pre2025:02032", "2025:02038"
BANG_PHUC, DONG_PHUC = "pre2025:02041", "2025:01933"
CHO_DON, BAC_KAN, THAI_NGUYEN = "pre2025:064", "pre2025:06", "2025:19"


@pytest.fixture
def country(app: Flask, drain: Callable[[], int]) -> dict[str, int]:
    """Three products of three makers, indexed: keys by name."""
    with transaction(write=True):
        hong_luan = factories.make_supplier(place_id=QUANG_BACH, legacy_place_id=TAN_LAP)
        hong_ha = factories.make_supplier("HTX Hồng Hà", place_id=DONG_PHUC, legacy_place_id=BANG_PHUC)
        far = factories.make_supplier("HTX Suối Giàng", province_id="2025:15")
        made = {
            "noodles": factories.make_product(hong_luan, "Bún khô"),
            "tea": factories.make_product(hong_ha, "Chè Shan tuyết", class_code="I.5.a", price=90_000),
            "honey": factories.make_product(far, "Mật ong", class_code="I.2.b", price=None, months=1 << 4),
        }
        keys = {name: product.id for name, product in made.items()}
    drain()
    return keys


def lose_the_index() -> None:
    (settings().index_folder / "current").unlink()


def found(text: str = "", **wanted: Any) -> SearchResult:
    with transaction(write=False):
        return search(SearchRequest(text=text, **wanted))


@pytest.mark.parametrize("without_index", [False, True])
@pytest.mark.parametrize(
    ("text", "wanted", "names"),
    [
        ("bun kho", {}, {"noodles"}),
        ("hồng luân", {}, {"noodles"}),
        ("tan lap cho don", {}, {"noodles"}),
        ("hong", {}, {"noodles", "tea"}),
        ("bún hồng hà", {}, set()),
        ("", {}, {"noodles", "tea", "honey"}),
        ("", {"communes": (QUANG_BACH,)}, {"noodles"}),
        ("", {"communes": (BANG_PHUC,)}, {"tea"}),
        ("", {"provinces": (THAI_NGUYEN,)}, {"noodles", "tea"}),
        ("", {"provinces": (BAC_KAN,)}, {"noodles", "tea"}),
        ("", {"communes": (CHO_DON,)}, {"noodles", "tea"}),
        ("", {"communes": ("pre2025:99999",)}, set()),
        ("", {"classes": ("I.5",)}, {"tea"}),
        ("", {"price_max": 50_000}, {"noodles"}),
        ("", {"months": (5,)}, {"noodles", "tea", "honey"}),
        ("", {"months": (6,)}, {"noodles", "tea"}),
        ("", {"producers": ("htx-hong-luan",)}, {"noodles"}),
    ],
)
def test_index_and_database_answer_alike(
    country: dict[str, int], text: str, wanted: dict[str, Any], names: set[str], without_index: bool
) -> None:
    if without_index:
        lose_the_index()
    result = found(text, **wanted)
    assert {name for name, key in country.items() if key in result.hits} == names
    assert result.total == len(result.hits) == len(names)


def test_counts_are_alike_too(country: dict[str, int]) -> None:
    before = found()
    lose_the_index()
    assert found() == before


def test_only_what_finds_nothing_is_taken_for_a_beginning(country: dict[str, int]) -> None:
    assert found("bún kh").hits == (country["noodles"],)
    assert found("chè shan tu").hits == (country["tea"],)
    assert not found("bún khô").reading.open_end
    assert found("bún k").total == 0


def test_a_whole_word_is_no_beginning_of_others(country: dict[str, int], drain: Callable[[], int]) -> None:
    with transaction(write=True):
        factories.make_product(None, "Bún khoai", class_code=None)  # the class of noodles is called dried
    drain()
    assert found("bun kho").hits == (country["noodles"],)
