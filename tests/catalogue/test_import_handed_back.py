"""Workbooks that we hand out: refused rows to be mended, the result to be kept, the template to be filled in."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from marketplace.catalogue.imports import refused_workbook, result_workbook, template_workbook
from marketplace.catalogue.imports.columns import SYNONYMS, find_header
from marketplace.catalogue.imports.reading_file import read_table
from marketplace.catalogue.imports.rows import read_body, read_row
from marketplace.catalogue.imports.template import KINDS, STARS
from marketplace.suppliers.vocabulary import SupplierKind, kind_from_name
from tests.catalogue.workbooks import rows_of, workbook

REGISTER: list[list[object]] = [
    ["DANH SÁCH"],
    ["TT", "Tên sản phẩm", "Chủ thể", "Điện thoại", "", "Lần 1", "", "Lần 2 / nâng hạng", "", "Ghi chú"],
    ["", "", "", "", "", "Sao", "Số QĐ", "Sao", "Số QĐ", ""],
    [1, "=Bún", "HTX Một", "0900 000 012", "gần chợ", "3", "15/QĐ-UBND", "", "", "xem lại"],
    [2, "Miến\nrong", "", "", "", "4 sao", "858/QĐ-UBND", "", "", "https://example.org"],
]


def listed(content: bytes) -> tuple[tuple[str, ...], tuple[str, ...], list[tuple[Any, Any]]]:
    """Titles without ours, unused titles, and what the rows give."""
    rows = read_table(content).rows
    header = find_header(rows, "name")
    lines = read_body(rows, header).lines
    read = [read_row(number, cells, header.columns) for number, cells in lines]
    titles = tuple(title for title in header.titles if title != "Lý do")
    return titles, header.unused, [(row.given, row.recognitions) for row in read]


def handed_back(content: bytes) -> bytes:
    """All rows of a list as if they were refused."""
    rows = read_table(content).rows
    header = find_header(rows, "name")
    lines = read_body(rows, header).lines
    return refused_workbook(header.titles, [(number, cells, f"vì dòng {number}") for number, cells in lines])


def test_refused_rows_handed_in_again_are_read_like_the_list() -> None:
    first = workbook(REGISTER)
    again = handed_back(first)
    assert listed(again) == listed(first)
    assert listed(again)[2][1][0]["supplier"] == "HTX Một", "filled down before, and so it stays"
    assert listed(first)[1] == ("Ghi chú", "Cột E")


def test_the_reason_stands_last_and_gives_way_to_the_next_one() -> None:
    once, twice = (
        read_table(content).rows
        for content in (handed_back(workbook(REGISTER)), handed_back(handed_back(workbook(REGISTER))))
    )
    assert [row[-1] for row in once] == ["Lý do", "vì dòng 4", "vì dòng 5"]
    assert [row[-1] for row in twice] == ["Lý do", "vì dòng 2", "vì dòng 3"]
    assert [row[:-1] for row in once] == [row[:-1] for row in twice]


def test_what_we_hand_back_is_text_alone() -> None:
    book = load_workbook(io.BytesIO(handed_back(workbook(REGISTER))))
    cells = [cell for row in book.active.iter_rows(min_row=2) for cell in row if cell.value is not None]  # type: ignore[union-attr]
    assert {cell.data_type for cell in cells} == {"s"} and not any(cell.hyperlink for cell in cells)
    assert {cell.number_format for cell in cells} == {"@"}, "so that editing a number keeps its zero"
    assert "=Bún" in [cell.value for cell in cells]


def test_the_result_has_the_line_first_and_what_became_of_it_last() -> None:
    content = result_workbook(
        ["TT", "Tên sản phẩm"], [(5, ["1", "Bún"], "Nhận", ""), (6, ["2"], "Không nhận", "Thiếu tên.")]
    )
    assert read_table(content).rows == [
        ["Dòng", "TT", "Tên sản phẩm", "Kết quả", "Cần xem lại"],
        ["5", "1", "Bún", "Nhận"],
        ["6", "2", "", "Không nhận", "Thiếu tên."],
    ]


def test_a_long_list_is_handed_back() -> None:
    lines = [(number, [str(number), "Bún"], "vì thế") for number in range(2, 3_002)]
    assert len(rows_of(refused_workbook(["TT", "Tên sản phẩm"], lines))) == 3_000


def test_the_template_has_our_columns_and_nothing_else_to_take() -> None:
    table = read_table(template_workbook())
    header = find_header(table.rows, "name")
    assert (table.sheet, table.other_sheets, header.unused) == ("Sản phẩm", (), ())
    assert not read_body(table.rows, header).lines
    asked = (
        "name name_en supplier kind seller tax_code phone email commune district province class_text stars decision "
        "issued expires price price_to unit pack least capacity season description description_en"
    )
    assert set(asked.split()) <= set(header.columns)


def test_the_example_of_the_template_can_be_read() -> None:
    book = load_workbook(io.BytesIO(template_workbook()))
    assert book.sheetnames == ["Sản phẩm", "Ví dụ", "Cách ghi"]
    lines = [[str(cell.value or "") for cell in row] for row in book["Ví dụ"].iter_rows()]
    (row,) = rows_of(workbook(lines))
    assert not row.problems and not row.remarks
    assert row.recognitions[0].stars == 3 and row.get("season")


def test_the_template_offers_choices_that_are_understood() -> None:
    sheet = load_workbook(io.BytesIO(template_workbook()))["Sản phẩm"]
    offered = [str(choice.formula1) for choice in sheet.data_validations.dataValidation]
    assert offered == [f'"{",".join(KINDS)}"', f'"{",".join(STARS)}"']
    assert all(kind_from_name(kind) or kind.casefold() in [*map(str, SupplierKind)] for kind in KINDS if kind != "Hội")


def test_the_template_explains_each_column_and_is_wide_enough() -> None:
    book = load_workbook(io.BytesIO(template_workbook()))
    titles = [cell.value for cell in book["Sản phẩm"][1]]
    explained = {row[0].value: row[1].value for row in book["Cách ghi"].iter_rows(min_row=4)}
    assert [*explained] == titles and all(explained.values())
    assert set(titles) <= {names[0] for names in SYNONYMS.values()}
    widths = [book["Sản phẩm"].column_dimensions[letter].width for letter in ("A", "B", "C")]
    assert min(widths) >= 20


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_that_is_offered_is_a_kind(kind: str) -> None:
    (row,) = rows_of(workbook([["Tên sản phẩm", "Loại chủ thể"], ["Bún", kind]]))
    assert row.get("kind") == kind
