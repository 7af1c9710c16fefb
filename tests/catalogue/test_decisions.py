"""Numbers of decisions as lists write them, and blocks that are settled together on pages of a bearable length."""

from datetime import date

import pytest

from marketplace.catalogue.vocabulary import blocks
from marketplace.catalogue.vocabulary.blocks import blocks_of, pages_of
from marketplace.catalogue.vocabulary.decisions import decision_key, decision_label, decision_of, is_of_number

DAY = date(2021, 12, 29)


@pytest.mark.parametrize(
    "text",
    [
        "2616/QĐ-UBND",
        "QĐ 2616/QĐ-UBND",
        "Quyết định số 2616/QĐ-UBND",
        "2616/qd-ubnd",
        "02616/QĐ-UBND",
        "2616QĐ-UBND",
        "2616 / QĐ - UBND ",
        "2616/QĐ-UBND ngày 29/12/2021",
        "2616/QĐ-UBND, năm 2021",
    ],
)
def test_a_number_in_many_spellings(text: str) -> None:
    assert decision_key(text) == "2616 qd ubnd"


@pytest.mark.parametrize("text", [None, "", "QĐ-UBND", "năm 2021", "chưa có"])
def test_what_is_no_number(text: str | None) -> None:
    assert decision_key(text) == ""
    assert decision_of(text, DAY, "UBND tỉnh Bắc Kạn") is None


def test_the_label_is_the_number_as_written() -> None:
    assert decision_label("QĐ 2616/QĐ-UBND") == decision_label("2616/QĐ-UBND") == "2616/QĐ-UBND"
    assert decision_label("QĐ-UBND") == "QĐ-UBND"


def test_a_number_alone_does_not_make_a_decision() -> None:
    """15/QĐ-UBND there is in every district and in every year."""
    one = decision_of("15/QĐ-UBND", DAY, "UBND huyện Chợ Đồn")
    assert one == decision_of("QĐ 15/QĐ-UBND", DAY, "Uỷ ban nhân dân huyện Chợ Đồn")
    assert one != decision_of("15/QĐ-UBND", date(2022, 12, 29), "UBND huyện Chợ Đồn")
    assert one != decision_of("15/QĐ-UBND", DAY, "UBND huyện Ba Bể")
    assert decision_of("15/QĐ-UBND, năm 2021", None, None) != decision_of("15/QĐ-UBND, năm 2022", None, None)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("2616", True), ("QĐ 2616/QĐ-UBND", True), ("2616/QĐ", True), ("261", False), ("616", False), ("QĐ", False)],
)
def test_a_typed_number_is_the_whole_or_its_beginning(wanted: str, found: bool) -> None:
    assert is_of_number(decision_of("2616/QĐ-UBND", DAY, None), wanted) is found
    assert not is_of_number(None, wanted)


def test_blocks_hold_what_belongs_together_as_it_came() -> None:
    made = blocks_of([("b", 1), ("a", 2), ("b", 3)])
    assert [(block.key, block.ids, block.total) for block in made] == [("b", (1, 3), 2), ("a", (2,), 1)]


def test_a_very_large_block_is_divided() -> None:
    made = blocks_of(("one", number) for number in range(blocks.LARGEST + 1))
    assert [(len(block.ids), block.total) for block in made] == [(200, 201), (1, 201)]


def test_pages_hold_whole_blocks() -> None:
    sizes = {"a": 40, "b": 20, "c": 1, "d": 150, "e": 3}
    made = blocks_of((key, number) for key, size in sizes.items() for number in range(size))
    assert [[block.key for block in page] for page in pages_of(made)] == [["a", "b"], ["c"], ["d"], ["e"]]
    large = blocks_of(("a", number) for number in range(150))
    assert pages_of(large) == [large]
    assert pages_of([]) == [[]]
