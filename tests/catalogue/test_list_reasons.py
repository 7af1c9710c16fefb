"""The same reason of many rows is one, with what differs left open."""

from typing import Any

from marketplace.catalogue.vocabulary.reasons import reasons_of

STARS = "Hạng sao phải là 3, 4 hoặc 5; ở đây ghi “%(text)s”."
ENDS = "Ngày hết hạn đứng trước ngày cấp."


def said(column: str, message: str, **params: object) -> dict[str, Any]:
    return {"column": column, "message": message, "params": params}


def test_the_reason_of_most_rows_comes_first() -> None:
    ends, stars = said("Ngày hết hạn", ENDS), said("Hạng sao", STARS, text="6")
    found = reasons_of([(1, [stars]), (2, [ends]), (3, [ends, stars]), (4, [ends])])
    assert [(reason.message, reason.row_ids) for reason in found] == [(ENDS, (2, 3, 4)), (STARS, (1, 3))]


def test_what_differs_from_row_to_row_is_left_open() -> None:
    found = reasons_of([(1, [said("Hạng sao", STARS, text="6")]), (2, [said("Hạng sao", STARS, text="2")])])
    assert [reason.params for reason in found] == [{"text": "…"}]
    same = reasons_of([(1, [said("Hạng sao", STARS, text="6")]), (2, [said("Hạng sao", STARS, text="6")])])
    assert [reason.params for reason in same] == [{"text": "6"}]


def test_a_row_counts_once_for_a_reason() -> None:
    twice = [said("Giá từ", ENDS), said("Giá từ", ENDS)]
    assert [reason.row_ids for reason in reasons_of([(7, twice)])] == [(7,)]


def test_the_same_words_beside_another_column_are_another_reason() -> None:
    found = reasons_of([(1, [said("Giá từ", ENDS)]), (2, [said("Giá đến", ENDS)])])
    assert len({reason.key for reason in found}) == 2


def test_a_reason_keeps_its_key_when_other_rows_have_it() -> None:
    before, after = (reasons_of([(row, [said("Hạng sao", STARS, text=str(row))])]) for row in (6, 2))
    assert before[0].key == after[0].key
