"""Names that should find what is made at a place."""

import pytest

from marketplace.places.queries import search_words, search_words_of
from marketplace.places.vocabulary import PlaceRef

pytestmark = pytest.mark.usefixtures("places")


def test_both_eras_where_the_former_commune_is_known() -> None:
    assert search_words("2025:01933", "pre2025:02041") == [
        "xã Đồng Phúc",
        "tỉnh Thái Nguyên",
        "xã Bằng Phúc",
        "huyện Chợ Đồn",
        "tỉnh Bắc Kạn",
    ]


def test_all_former_communes_where_it_is_not() -> None:
    words = search_words("2025:01933", None)
    assert {"xã Bằng Phúc", "xã Quảng Khê", "huyện Chợ Đồn", "huyện Ba Bể", "tỉnh Bắc Kạn"} < set(words)
    assert len(words) == len(set(words))


def test_province_alone() -> None:
    assert search_words("2025:19", "pre2025:06") == ["tỉnh Thái Nguyên", "tỉnh Bắc Kạn"]


def test_nowhere() -> None:
    assert search_words(None, None) == []


def test_many_at_once_are_each_as_alone() -> None:
    refs = [PlaceRef("2025:02038", "pre2025:02032"), PlaceRef("2025:02020", None), PlaceRef(None, "pre2025:064")]
    assert search_words_of(refs) == {ref: search_words(*ref) for ref in refs}
