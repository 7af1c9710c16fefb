"""What the place picker asks while one types."""

from typing import Any

import pytest

from tests.browse import Browser

ADDRESS = "/api/v1/places"


def asked(client: Browser, **words: str) -> Any:
    answer = client.get(ADDRESS, query_string=words)
    assert answer.status_code == 200
    return answer.json


def test_choices_with_both_names_and_the_value_that_forms_take(client: Browser) -> None:
    assert asked(client, q="tan lap cho don")[0] == {
        "value": "2025:02038|pre2025:02032",
        "title": "Xã Quảng Bạch",
        "province": "Thái Nguyên",
        "former": "trước 1/7/2025: xã Tân Lập, Chợ Đồn, Bắc Kạn",
    }


def test_at_most_eight_those_near_by_first(client: Browser) -> None:
    assert len(asked(client, q="tân")) == 8
    near = asked(client, q="tân lập", near="2025:24")
    assert near[0]["province"] == "Bắc Ninh"
    assert asked(client, q="tân lập", near="nowhere") == asked(client, q="tân lập")


@pytest.mark.parametrize("words", ["", " ", "zzzz qqq", "%", "x" * 5000])
def test_nothing_to_offer_is_an_empty_list(client: Browser, words: str) -> None:
    assert asked(client, q=words) == []


def test_everybody_may_keep_the_answer(client: Browser) -> None:
    answer = client.get(ADDRESS, query_string={"q": "quang bach"})
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert "Set-Cookie" not in answer.headers
