"""Pages of long lists."""

import pytest
from flask import Flask

from marketplace.web.paging import LAST_PAGE, page_number, pager_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (None, 1),
        ("", 1),
        ("3", 3),
        ("0", 1),
        ("-2", 1),
        ("2.5", 1),
        ("two", 1),
        ("٣", 1),
        ("99999", LAST_PAGE),
        ("9" * 9, 1),
    ],
)
def test_the_page_that_an_address_asks_for(text: str | None, number: int) -> None:
    assert page_number(text) == number


def test_all_on_one_page_needs_no_pager(migrated: Flask) -> None:
    with migrated.test_request_context("/san-pham"):
        assert pager_of(1, 24, 24) is None
        assert pager_of(1, 24, 0) is None
        assert pager_of(1, 24, 25) is not None


ASKED = "/san-pham?q=b%C3%BAn%20%26%20mi%E1%BA%BFn&sao=4&sao=5"


@pytest.mark.parametrize(
    ("number", "previous", "following"),
    [
        (1, None, f"{ASKED}&trang=2"),
        (
            2,
            "/san-pham?q=b%C3%BAn%20%26%20mi%E1%BA%BFn&sao=4&sao=5",
            "/san-pham?q=b%C3%BAn%20%26%20mi%E1%BA%BFn&sao=4&sao=5&trang=3",
        ),
        (3, f"{ASKED}&trang=2", None),
    ],
)
def test_the_ways_on_keep_what_was_asked(
    migrated: Flask, number: int, previous: str | None, following: str | None
) -> None:
    asked = {"q": "bún & miến", "sao": ["4", "5"], "trang": "2"}
    with migrated.test_request_context("/san-pham", query_string=asked):
        pager = pager_of(number, 24, 60)
    assert pager
    assert pager.text == f"Trang {number} / 3"
    assert [_sorted(pager.previous_href), _sorted(pager.next_href)] == [_sorted(previous), _sorted(following)]


def _sorted(href: str | None) -> tuple[str, ...] | None:
    return tuple(sorted(href.replace("?", "&").split("&"))) if href else None


def test_beyond_the_last_page_is_the_last(migrated: Flask) -> None:
    with migrated.test_request_context("/san-pham?trang=9"):
        pager = pager_of(9, 24, 60)
    assert pager
    assert (pager.text, pager.previous_href, pager.next_href) == ("Trang 3 / 3", "/san-pham?trang=2", None)
