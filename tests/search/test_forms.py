"""Addresses and API queries become requests."""

import pytest
from werkzeug.datastructures import MultiDict

from marketplace.core.errors import Refused
from marketplace.search.forms import read_address, read_api_query
from marketplace.search.vocabulary import SearchRequest, Sort, parameters_of
from marketplace.web.parameters import LONGEST_TEXT

FULL = SearchRequest(
    text="bún khô",
    classes=("I.3", "I.5.a"),
    stars=(3, 4),
    provinces=("2025:19",),
    communes=("2025:02038", "pre2025:02032"),
    districts=("pre2025:064",),
    producers=("htx-hong-luan",),
    certificates=("haccp",),
    price_min=10_000,
    price_max=90_000,
    months=(11, 12),
    sort=Sort.CHEAPEST,
    page=3,
)


def test_an_address_gives_back_the_state_that_made_it() -> None:
    assert read_address(MultiDict(parameters_of(FULL))) == FULL


def test_a_bare_code_means_the_present_era() -> None:
    assert read_address(MultiDict({"tinh": "19"})).provinces == ("2025:19",)


@pytest.mark.parametrize("text", ["064", "pre2025:064", " 064 "])
def test_a_district_is_a_former_one_however_its_code_is_written(text: str) -> None:
    assert read_address(MultiDict({"huyen": text})).districts == ("pre2025:064",)
    assert read_api_query(MultiDict({"district": text})).search.districts == ("pre2025:064",)


def test_a_class_may_end_at_its_dot() -> None:
    assert read_address(MultiDict({"nhom": "I.3."})).classes == ("I.3",)


def test_prices_as_people_type_them() -> None:
    assert read_address(MultiDict({"gia-tu": "50k", "gia-den": "1tr2"})) == SearchRequest(
        price_min=50_000, price_max=1_200_000
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("nhom", "X.9"), ("nhom", "I.3.z"), ("nhom", "I.3'--"), ("sao", "6"), ("sao", "ba"), ("sao", "³"),
        ("tinh", "Bắc Kạn"), ("xa", "2025:"), ("huyen", "2025:064"), ("huyen", "06"),
        ("huyen", "pre2025:02032"), ("huyen", "Chợ Đồn"),
        ("chu-the", "../etc"), ("chung-nhan", "ocop"), ("chung-nhan", "x"),
        ("gia-tu", "rẻ"), ("gia-den", "-5"), ("thang", "13"), ("thang", "0"), ("sap-xep", "x"), ("trang", "0"),
        ("trang", "1e9"), ("trang", "-1"), ("trang", "9" * 30), ("la", "1"), ("nhom", ""), ("q", "  \u200b "),
    ],
)  # fmt: skip
def test_what_an_address_says_wrongly_is_passed_over(name: str, text: str) -> None:
    assert read_address(MultiDict({name: text})) == SearchRequest()


def test_right_values_beside_wrong_ones_hold() -> None:
    assert read_address(MultiDict([("sao", "3"), ("sao", "x"), ("sao", "3"), ("sao", "5")])).stars == (3, 5)


def test_a_long_text_is_cut() -> None:
    assert len(read_address(MultiDict({"q": "a" * 5000})).text) == LONGEST_TEXT


def test_the_api_takes_the_same_under_its_own_names() -> None:
    given = MultiDict([("q", "bún"), ("class", "I.3"), ("stars", "3"), ("stars", "4"), ("price_min", "10000")])
    asked = read_api_query(given)
    assert asked.search == SearchRequest("bún", classes=("I.3",), stars=(3, 4), price_min=10_000, per_page=20)
    assert not asked.with_facets


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("class", "X.9"), ("stars", "6"), ("province", "Bắc Kạn"), ("commune", "2025:"), ("district", "06"),
        ("producer", "A B"),
        ("certificate", "x"), ("price_min", "50k"), ("price_max", "-1"), ("month", "13"), ("sort", "price"),
        ("page", "0"), ("per_page", "101"), ("per_page", "0"), ("facets", "yes"),
    ],
)  # fmt: skip
def test_the_api_says_which_parameter_is_wrong(name: str, text: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_api_query(MultiDict({name: text}))
    assert refusal.value.field == name
