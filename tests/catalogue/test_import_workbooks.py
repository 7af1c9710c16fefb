"""What a workbook's cells and sheets say: merged cells, dates, formulas, hidden sheets."""

import io
from datetime import date, datetime

import pytest
import xlsxwriter
from openpyxl import Workbook

from marketplace.catalogue.imports.reading_file import read_table
from marketplace.core.errors import Refused
from tests.catalogue.workbooks import names_of, packed, replaced, rows_of, text_cell, unpacked, with_sheet, workbook

LIST = [["Tên sản phẩm", "Chủ thể"], ["Bún khô", "HTX Một"]]


def sheets(*named: tuple[str, list[list[str]], str]) -> bytes:
    """A workbook of several sheets: name, lines, and how it is hidden."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        for name, lines, state in named:
            sheet = book.add_worksheet(name)
            for number, line in enumerate(lines):
                sheet.write_row(number, 0, line)
            if state == "hidden":
                sheet.hide()
            elif state == "very hidden":
                sheet.very_hidden()
    return buffer.getvalue()


COVER = ("Bìa", [["Sản phẩm OCOP của huyện"], ["Tên", "Số lượng"]], "")


def test_the_first_sheet_with_a_header_that_fits_is_read_and_the_others_are_named() -> None:
    table = read_table(
        sheets(COVER, ("Cũ", LIST, "hidden"), ("Loc", LIST, ""), ("2025", LIST, ""), ("Ví dụ", LIST, ""))
    )
    assert (table.sheet, table.other_sheets, len(table.rows)) == ("Loc", ("2025",), 2)


def test_without_a_header_that_fits_the_first_sheet_with_words_is_read() -> None:
    assert read_table(sheets(("Trống", [], ""), ("Thư", [["Kính gửi"]], ""))).sheet == "Thư"


@pytest.mark.parametrize("state", ["hidden", "very hidden"])
def test_a_list_on_a_hidden_sheet_alone_is_refused_with_its_name(state: str) -> None:
    with pytest.raises(Refused, match="đang ẩn “Loc”"):
        read_table(sheets(COVER, ("Loc", LIST, state)))


def test_merged_cells_are_filled_down_but_never_sideways() -> None:
    lines = [
        ["", "", ""],
        ["Chủ thể", "Tên sản phẩm", "Xã"],
        ["", "Bún", ""],
        ["", "Miến", "Sảng Mộc"],
        ["", "Gạo", ""],
        ["", "", ""],
    ]
    merges = [
        (0, 0, 0, 2, "DANH SÁCH NĂM 2026"),
        (2, 0, 5, 0, "HTX Một"),  # a row too far: the last one has nothing of its own
        (2, 2, 2, 3, "Tân Lập"),
    ]
    assert read_table(workbook(lines, merges)).rows == [
        ["DANH SÁCH NĂM 2026"],
        ["Chủ thể", "Tên sản phẩm", "Xã"],
        ["HTX Một", "Bún", "Tân Lập"],
        ["HTX Một", "Miến", "Sảng Mộc"],
        ["HTX Một", "Gạo"],
    ]


def test_an_empty_row_under_merged_cells_stays_empty() -> None:
    lines = [["Chủ thể", "Tên sản phẩm"], ["", "Bún"], ["", ""], ["", "Gạo"]]
    assert read_table(workbook(lines, [(1, 0, 3, 0, "HTX Một")])).rows[1:] == [
        ["HTX Một", "Bún"],
        [],
        ["HTX Một", "Gạo"],
    ]


def test_numbers_and_dates_are_read_as_they_are_seen() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        formats = {code: book.add_format({"num_format": code}) for code in ("dd/mm/yyyy", "mm/yyyy", "yyyy", '0 "đ"')}
        sheet.write_row(0, 0, [45_000, 0.5, 1.125, 44_999.999_999_999_99, True, 912_345_678, "  Bún  ", 3e20])
        for column, (code, value) in enumerate(
            [("dd/mm/yyyy", date(2021, 12, 29)), ("mm/yyyy", date(2021, 12, 1)), ("yyyy", date(2021, 1, 1)),
             ("dd/mm/yyyy", datetime(2021, 12, 29, 7, 30))]
        ):  # fmt: skip
            sheet.write_datetime(1, column, value, formats[code])
        sheet.write_number(1, 4, 45_000, formats['0 "đ"'])
    assert read_table(buffer.getvalue()).rows == [
        ["45000", "0,5", "1,1250", "45000", "TRUE", "912345678", "Bún", "3e+20"],
        ["29/12/2021", "12/2021", "2021", "29/12/2021", "45000"],
    ]


def test_days_that_count_from_1904() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"date_1904": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_datetime(0, 0, date(2021, 12, 29), book.add_format({"num_format": "d/m/yyyy"}))
    assert read_table(buffer.getvalue()).rows == [["29/12/2021"]]


def test_every_way_of_storing_a_cell() -> None:
    cells = (
        f"<row>{text_cell('A1', 'Tên sản phẩm')}<c t='str'><v>Giá</v></c><c t='e'><v>#REF!</v></c></row>"
        "<row><c t='inlineStr'><is><r><t>Bún </t></r><r><t>khô</t></r></is></c><c><f>1+1</f><v>2</v></c>"
        "<c t='d'><v>2021-12-29T00:00:00</v></c><c t='str'><f>A1</f><v></v></c></row>"
        "<row r='5'><c r='B5' t='b'><v>0</v></c><c t='str'><v>hai_x000D_\n dòng_x0041_</v></c></row>"
    )
    assert read_table(with_sheet(cells)).rows == [
        ["Tên sản phẩm", "Giá", "#REF!"],
        ["Bún khô", "2", "29/12/2021"],
        [],
        [],
        ["", "FALSE", "hai\n dòngA"],
    ]


def test_other_prefixes_and_the_strict_format_are_the_same_format() -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    content = replaced(
        workbook(LIST), "xl/worksheets/sheet1.xml", "http://schemas.openxmlformats.org/spreadsheetml/2006/main", strict
    )
    assert names_of(content) == ["Bún khô"]
    prefixed = replaced(with_sheet(f"<row>{text_cell('A1', 'Tên')}</row>"), "xl/worksheets/sheet1.xml", "<", "<x:")
    prefixed = replaced(
        replaced(prefixed, "xl/worksheets/sheet1.xml", "<x:/", "</x:"), "xl/worksheets/sheet1.xml", "xmlns=", "xmlns:x="
    )
    assert read_table(prefixed).rows == [["Tên"]]


def test_parts_that_have_other_names() -> None:
    parts = unpacked(workbook(LIST))
    parts["xl/Texts.xml"] = parts.pop("xl/sharedStrings.xml")
    rels = parts["xl/_rels/workbook.xml.rels"].replace(b'"sharedStrings.xml"', b'"/xl/Texts.xml"')
    assert names_of(packed({**parts, "xl/_rels/workbook.xml.rels": rels})) == ["Bún khô"]


def test_formulas_without_a_result_are_refused_where_they_matter() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        ["STT", "Tên sản phẩm", "Giá", "Ghi chú"],
        ["=ROW()-1", "Bún", 45000, "=A1"],
        ["=ROW()-1", "Miến", "=C2*2", ""],
    ):
        sheet.append(line)
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(Refused, match=r"^1 ô công thức chưa có kết quả, ví dụ ô C3\..*lưu lại"):
        read_table(buffer.getvalue())
    sheet["C3"] = 50_000
    buffer = io.BytesIO()
    book.save(buffer)
    assert names_of(buffer.getvalue()) == ["Bún", "Miến"]


def test_formulas_above_the_list_and_empty_results_are_no_fault() -> None:
    content = with_sheet(
        "<row r='1'><c r='A1'><f>TODAY()</f></c></row>"
        f"<row r='2'>{text_cell('A2', 'Tên sản phẩm')}{text_cell('B2', 'Chủ thể')}</row>"
        f"<row r='3'>{text_cell('A3', 'Bún')}<c r='B3' t='str'><f>C3</f><v></v></c></row>"
    )
    assert names_of(content) == ["Bún"]


def test_formulas_with_a_result_are_their_result() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Tên sản phẩm", "Giá"])
        sheet.write_formula(1, 0, '="Bún"&" khô"', value="Bún khô")
        sheet.write_formula(1, 1, "=45*1000", value=45_000)
    (row,) = rows_of(buffer.getvalue())
    assert (row.get("name"), row.get("price").amount) == ("Bún khô", 45_000)


def test_a_column_of_numbers_that_lost_their_zeros() -> None:
    (row,) = rows_of(
        workbook([["Tên sản phẩm", "Điện thoại", "Mã số thuế", "Ngày cấp"], ["Bún", 900_000_012, 100_109_106, 44_559]])
    )
    assert (row.get("phone"), row.get("tax_code"), row.get("issued")) == (
        "+84900000012",
        "0100109106",
        (date(2021, 12, 29), None),
    )


def test_nothing_outside_the_file_is_a_sheet_of_it() -> None:
    content = replaced(workbook(LIST), "xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "../../../etc/passwd")
    with pytest.raises(Refused, match="trống"):
        read_table(content)
