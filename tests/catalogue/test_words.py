"""Months in words, and classes proposed by a name."""

import pytest

from marketplace.catalogue.vocabulary import (
    ALL_YEAR,
    all_classes,
    class_codes_under,
    months_label,
    months_mask,
    months_of,
    ocop_class,
    propose_class,
)


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (range(1, 13), "Có hàng quanh năm"),
        ((9, 10, 11, 12, 1, 2, 3, 4), "Có hàng tháng 9 đến tháng 4"),
        ((5,), "Có hàng tháng 5"),
        ((3, 5, 9, 10, 11), "Có hàng tháng 3, 5 và 9 đến 11"),
        ((), "Chưa rõ mùa"),
    ],
)
def test_months_in_words(months: tuple[int, ...], words: str) -> None:
    assert months_label(months_mask(months)) == words


def test_months_survive_their_mask() -> None:
    assert months_of(months_mask([12, 1])) == (1, 12)
    assert months_of(ALL_YEAR) == tuple(range(1, 13))
    with pytest.raises(ValueError, match="13"):
        months_mask([13])


def test_the_26_sets_of_the_decision() -> None:
    assert [found.set_no for found in all_classes()] == list(range(1, 27))
    assert {found.code for found in all_classes() if found.adult} == {"II.1.a", "II.1.b"}
    coffee = ocop_class("I.6")
    assert coffee and coffee.group == "I.6"


def test_a_prefix_names_the_classes_below_it_and_no_others() -> None:
    assert class_codes_under("I.3") == ("I.3.a", "I.3.b", "I.3.c", "I.3.d")
    assert class_codes_under("I.3.b") == ("I.3.b",)
    assert all(code.startswith("I.") for code in class_codes_under("I"))
    assert class_codes_under("I.33") == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Bún khô", "I.3.b"),
        ("Bột củ mài núi", "I.3.c"),
        ("Rượu men lá", "II.1.a"),
        ("Chè Shan tuyết", "I.5.a"),
        ("Trà hoa vàng", "I.5.b"),
        ("Một thứ chưa ai biết", None),
    ],
)
def test_a_class_is_proposed_by_the_words(name: str, code: str | None) -> None:
    assert propose_class(name) == code
