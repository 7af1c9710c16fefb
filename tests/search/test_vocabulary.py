"""Requests, their addresses, and how texts are read."""

import re

from hypothesis import given
from hypothesis.strategies import text

from marketplace.core.text import normalise, syllables
from marketplace.search.reading import MOST_WORDS, may_open_end, read_query
from marketplace.search.vocabulary import SearchRequest, Sort, query_string, words_of


def test_the_whole_list_has_no_query() -> None:
    assert query_string(SearchRequest()) == ""


def test_parameters_stand_in_one_order_and_places_stay_readable() -> None:
    request = SearchRequest(
        text="bún khô", stars=(3,), communes=("2025:02038",), price_max=50_000, sort=Sort.STARS, page=2
    )
    assert query_string(request) == "?q=b%C3%BAn%20kh%C3%B4&sao=3&xa=2025:02038&gia-den=50000&sap-xep=sao&trang=2"


def test_equal_states_have_equal_addresses() -> None:
    one, other = SearchRequest(classes=("I.5.a", "I.3")), SearchRequest(classes=("I.3", "I.5.a"))
    assert query_string(one) == query_string(other) == "?nhom=I.3&nhom=I.5.a"


def test_a_price_from_nothing_is_still_a_filter() -> None:
    assert query_string(SearchRequest(price_min=0)) == "?gia-tu=0"
    assert SearchRequest(price_min=0).is_filtered


def test_taking_one_value_off_leaves_the_others_and_returns_to_the_first_page() -> None:
    request = SearchRequest(text="chè", stars=(3, 4), price_min=1000, page=3)
    assert request.without("stars", 3) == SearchRequest(text="chè", stars=(4,), price_min=1000)
    assert request.without("price_min", 1000) == SearchRequest(text="chè", stars=(3, 4))


def test_without_filters_the_words_and_the_order_stay() -> None:
    request = SearchRequest(text="chè", stars=(3,), months=(11,), sort=Sort.NEWEST, page=2)
    assert request.unfiltered() == SearchRequest(text="chè", sort=Sort.NEWEST)


def test_the_last_page() -> None:
    request = SearchRequest(per_page=24)
    assert [request.last_page(total) for total in (0, 1, 24, 25, 48, 49)] == [1, 1, 1, 2, 2, 3]


def test_words_are_parted_where_digits_touch_letters() -> None:
    assert words_of("Gạo ST25, gói 500g") == ["gạo", "st", "25", "gói", "500", "g"]
    assert words_of("tệ1".replace("ệ", "ê\u0323")) == ["tệ", "1"]  # decomposed letters are put together first


@given(text())
def test_a_text_is_read_like_its_pieces_and_like_the_whole(written: str) -> None:
    """Pieces are remembered one by one; the chain over the whole text is the rule."""
    whole = syllables(re.sub(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)", " ", normalise(written)))
    assert words_of(written) == whole


def test_one_word_is_one_word_however_its_tone_is_placed() -> None:
    assert words_of("Hoà Thuý") == words_of("HÒA THÚY")


def test_a_query_says_whether_it_has_accents() -> None:
    assert read_query("bún kho").has_accents
    assert not read_query("bun kho").has_accents
    assert read_query("  ,. ").words == ()


def test_a_pasted_sentence_is_cut() -> None:
    assert len(read_query("một " * 100).words) == MOST_WORDS


def test_one_letter_is_no_beginning() -> None:
    assert may_open_end(read_query("bún kh"))
    assert not may_open_end(read_query("bún k"))
    assert not may_open_end(read_query(""))
    assert not may_open_end(read_query("bún kh").opened())
