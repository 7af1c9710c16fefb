"""What the page of a list prints of its rows, columns and outcome, without a database."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from marketplace.catalogue.models import ImportRow, ImportRun
from marketplace.catalogue.presenters.importing import Look, Ways, list_page, progress_of, reasons_in, shown_rows
from marketplace.catalogue.presenters.importing.columns import columns_of
from marketplace.catalogue.presenters.importing.rows import refused_line, result_line
from marketplace.catalogue.queries.import_runs import RowCounts

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
STARS = {
    "column": "Hạng sao",
    "message": "Hạng sao phải là 3, 4 hoặc 5; ở đây ghi “%(text)s”.",
    "params": {"text": "6"},
}
ENDS = {"column": "Ngày hết hạn", "message": "Trước ngày cấp.", "params": {}}
WHOLE = {"column": "", "message": "Ngoài địa bàn của bạn.", "params": {}}


def address(endpoint: str, **values: object) -> str:
    return f"/{endpoint}"


def run_with(**values: Any) -> ImportRun:
    given: dict[str, Any] = {
        "public_id": "x",
        "kind": "products",
        "state": "previewed",
        "file_name": "hàng.csv",
        "header": ["TT", "TÊN  SP", "Hết hạn", "Ghi chú"],
        "columns": {"name": 1, "expires": 2},
        "unused": ["Ghi chú"],
        "left_out": [],
        "row_count": 3,
        "rows_seen": 3,
        "rows_done": 0,
        "expected": {},
        "counts": {},
        "began_at": NOW,
    }
    return ImportRun(**{**given, **values})


def row_with(outcome: str = "refused", **values: Any) -> ImportRow:
    given = {"number": 1200, "cells": ["1", "Bún khô", "15/7/2020"], "about": "Bún khô", "problems": [], "remarks": []}
    return ImportRow(outcome=outcome, **{**given, **values})


def shown(run: ImportRun, **counts: int) -> Any:
    return list_page(Ways(address, "officer"), run, RowCounts(Counter(counts), 0), reasons_in([]), None, Look(), NOW)


def notes(row: ImportRow) -> list[tuple[str | None, str | None, str]]:
    (only,) = shown_rows(run_with(), [row], {})
    return [(note.column, note.cell, note.text) for note in only.notes]


def test_a_reason_stands_beside_its_column_with_what_the_cell_says() -> None:
    assert notes(row_with(problems=[ENDS])) == [("Ngày hết hạn", "15/7/2020", "Trước ngày cấp.")]


def test_nothing_is_said_twice() -> None:
    """Neither the column that the reason begins with, nor the cell that it repeats."""
    assert notes(row_with(problems=[STARS])) == [(None, None, "Hạng sao phải là 3, 4 hoặc 5; ở đây ghi “6”.")]
    repeated = {**ENDS, "message": "“%(text)s” đứng trước ngày cấp.", "params": {"text": "15/7/2020"}}
    assert notes(row_with(problems=[repeated])) == [("Ngày hết hạn", None, "“15/7/2020” đứng trước ngày cấp.")]
    assert notes(row_with(problems=[WHOLE])) == [(None, None, "Ngoài địa bàn của bạn.")]


def test_a_long_cell_is_cut_and_a_missing_one_left_out() -> None:
    ((_, cell, _),) = notes(row_with(cells=["1", "Bún khô", "x" * 100], problems=[ENDS]))
    assert cell == "x" * 59 + "…"
    assert notes(row_with(cells=["1"], problems=[ENDS])) == [("Ngày hết hạn", None, "Trước ngày cấp.")]


def test_pills_of_a_row() -> None:
    rows = [row_with("created"), row_with("changed", remarks=[ENDS]), row_with("refused", remarks=[ENDS])]
    labels = [[pill.label for pill in row.pills] for row in shown_rows(run_with(), rows, {})]
    assert labels == [["Thêm mới"], ["Sửa", "Cần xem lại"], ["Không nhận"]]


def test_a_refused_row_leads_nowhere() -> None:
    rows = [row_with("created", subject_id=7), row_with("refused", subject_id=7), row_with("created", subject_id=8)]
    assert [row.href for row in shown_rows(run_with(), rows, {7: "/san-pham/bun-kho"})] == [
        "/san-pham/bun-kho",
        None,
        None,
    ]


def test_rows_for_files() -> None:
    row = row_with(problems=[STARS, ENDS], remarks=[WHOLE])
    why = "Hạng sao phải là 3, 4 hoặc 5; ở đây ghi “6”. Ngày hết hạn: Trước ngày cấp."
    assert refused_line(row) == (1200, row.cells, why)
    assert result_line(row) == (1200, row.cells, "không nhận", f"{why} Ngoài địa bàn của bạn.")


def test_columns_and_lines_that_are_left_aside_are_named() -> None:
    columns = columns_of(run_with(left_out=[[3, "Hàng tổng cộng."], [40, "Hàng tổng cộng."], [5, "Hàng tiêu đề."]]))
    assert [(column.theirs, column.ours) for column in columns.used] == [
        ("TÊN SP", "Tên sản phẩm"),
        ("Hết hạn", "Ngày hết hạn"),
    ]
    assert columns.unused == ("“Ghi chú”",)
    assert columns_of(run_with(unused=["cả trang “Năm 2024”"])).unused == ("cả trang “Năm 2024”",)
    assert [(left.why, left.lines) for left in columns.left_out] == [
        ("Hàng tổng cộng.", "3, 40"),
        ("Hàng tiêu đề.", "5"),
    ]


@pytest.mark.parametrize(
    ("counts", "label", "words"),
    [
        ({"created": 2, "refused": 1}, "Nhận 2 dòng", "1 dòng không nhận được sẽ để lại."),
        ({"created": 2, "unchanged": 1}, "Nhận 3 dòng", "Dòng nào cũng nhận được."),
        ({"unchanged": 3}, "Nhận 3 dòng", "Không có gì mới: nhận cũng không đổi gì trong kho."),
        ({"refused": 3}, None, "Không dòng nào nhận được. Tải về, sửa theo cột cuối rồi gửi lại."),
    ],
)
def test_what_can_be_decided(counts: dict[str, int], label: str | None, words: str) -> None:
    decision = shown(run_with(), **counts).decision
    assert (decision.take_label, decision.words) == (label, words)


def test_titles_say_where_a_list_stands() -> None:
    assert shown(run_with(state="uploaded")).title == "Đang xem 3 dòng"
    assert shown(run_with(state="ended", counts={"created": 2, "refused": 1})).title == "Đã nhận 2 dòng"
    assert shown(run_with(state="ended", counts={"refused": 3})).title == "Không nhận được dòng nào trong 3 dòng"


def test_counting_again_is_waited_for_only_a_while() -> None:
    ended = run_with(state="ended", rows_done=3, ended_at=NOW)
    assert progress_of(ended, NOW + timedelta(minutes=9)).state == "counting"
    assert progress_of(ended, NOW + timedelta(minutes=11)).state == "ended"
    assert shown(ended).progress is not None
    assert shown(run_with(state="ended", ended_at=NOW, recounted=2)).progress is None
