"""An office's register of 22 columns, sheet "Loc", with the habits that registers have; all in it is invented."""

import io
from collections.abc import Iterator
from datetime import date
from itertools import groupby

import xlsxwriter

PLAIN = (
    "TT", "Tên sản phẩm", "Nhóm", "Loại hình", "Chủ thể", "Xã/phường", "Địa chỉ", "Người đại diện", "Điện thoại",
    "Hạng sao hiện tại", "Ngày hết hạn",
)  # fmt: skip
RECOGNITION = ("Sao", "Ngày cấp", "Năm", "Số quyết định", "Cơ quan cấp")
FIRST, SECOND = "Lần 1", "Lần 2 – nâng hạng"
MERGED = range(3, 9)  # what stands once for all products of a producer
GONE = "#REF!"

Row = tuple[object, ...]
_NO_SECOND: Row = ("", "", "", "", "")
_LUAN: Row = (
    "Hợp tác xã", "HTX Ví Dụ Hồng Luân", "Tân Lập", "thôn Nà Ngà, huyện Chợ Đồn, tỉnh Bắc Kạn", "Nông Thị Ví Dụ",
    "0900 000 011",
)  # fmt: skip
_THANG: Row = ("Tổ hợp tác", "THT Đại Ví Dụ", "Đại Sảo", "huyện Chợ Đồn, Bắc Kạn", "", "0900.000.012 / 0900.000.013")
_HA: Row = ("DN", "Công ty TNHH Hà Ví Dụ", "TT Bằng Lũng", "Tổ 5, huyện Chợ Đồn", "Hà Văn Ví Dụ", "900000014")
_LOST: Row = ("HTX", GONE, "Quảng Bạch", "", "", "")
_BAC_KAN = "UBND tỉnh Bắc Kạn"


def rows() -> list[Row]:
    """The register below its titles: products, a row that was deleted, totals, signatures."""
    old, new = date(2021, 12, 29), date(2025, 5, 20)
    first: Row = (3, old, 2021, "2616/QĐ-UBND", _BAC_KAN)
    second: Row = (4, new, 2025, "812/QĐ-UBND", _BAC_KAN)
    nothing = ("",) * 22
    return [
        (1, "Bún khô sợi nhỏ", "Bún, phở khô", *_LUAN, 4, date(2028, 5, 20), *first, *second, ""),
        # Now 4 stars, the last time 3: which of both, only a person can say.
        (2, "Bún khô ngũ sắc", "Bún, phở khô", *_LUAN, "4 sao", "", *first, *_NO_SECOND, "đang làm hồ sơ"),
        # The day is of another year than the year's column; and the term isn't 36 months from it.
        (
            3,
            "Gạo nếp nương",
            "Gạo",
            *_LUAN,
            3,
            date(2025, 6, 30),
            3,
            old,
            2022,
            "2616/QĐ-UBND",
            _BAC_KAN,
            *_NO_SECOND,
            "",
        ),
        (4, "Bột củ mài", "Chế biến", *_THANG, "***", "", *first, *_NO_SECOND, ""),
        (5, *(GONE,) * 21),
        # What may become five stars is none; the paper is that of the first time.
        (
            6,
            "Trà hoa vàng",
            "Trà",
            *_HA,
            "tiềm năng 5 sao",
            "",
            4,
            old,
            2021,
            "2616/QĐ-UBND",
            _BAC_KAN,
            *_NO_SECOND,
            "",
        ),
        # Raised, but how many stars the second time is left blank: those of now.
        (7, "Miến dong khô", "Miến", *_HA, 4, "", *first, "", new, 2025, "812/QĐ-UBND", _BAC_KAN, ""),
        # The second time stands before the first.
        (8, "Măng ớt", "Gia vị", *_HA, 4, "", *second, *first, ""),
        (9, "Mật ong rừng", "Mật ong", *_HA, 3, date(2020, 1, 1), *first, *_NO_SECOND, ""),
        (10, "Rượu men lá", "Rượu", *_HA, "2 sao", "", *_NO_SECOND, *_NO_SECOND, ""),
        (11, "Chè Shan tuyết", "Chè", *_LOST, 3, "", *first, *_NO_SECOND, GONE),
        nothing,
        ("", "Tổng cộng", *("",) * 7, 10, *("",) * 12),
        ("", "Trong đó: 3 sao", *("",) * 7, 6, *("",) * 12),
        ("", "4 sao", *("",) * 7, 3, *("",) * 12),
        nothing,
        (*("",) * 15, "Quảng Bạch, ngày 05 tháng 02 năm 2026", *("",) * 6),
        ("", "NGƯỜI LẬP BIỂU", *("",) * 13, "TM. UBND XÃ", *("",) * 6),
        ("", "(Ký, ghi rõ họ tên)", *("",) * 13, "CHỦ TỊCH", *("",) * 6),
        nothing,
        ("", "Nông Văn Ví Dụ", *("",) * 13, "Ma Thị Ví Dụ", *("",) * 6),
    ]


def workbook(lines: list[Row]) -> bytes:
    """As the office keeps it: behind a hidden sheet, titles in rows 3 and 4, producers merged, days as days."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "default_date_format": "dd/mm/yyyy"}) as book:
        hidden = book.add_worksheet("DanhMuc")
        hidden.write_row(0, 0, ("Tên sản phẩm", "Chủ thể", "Xã"))
        hidden.write_row(1, 0, ("Ví dụ", "Ví dụ", "Ví dụ"))
        hidden.hide()
        sheet = book.add_worksheet("Loc")
        sheet.activate()
        sheet.set_first_sheet()
        sheet.merge_range(0, 0, 0, 21, "SỔ THEO DÕI SẢN PHẨM OCOP CỦA XÃ")
        sheet.merge_range(1, 0, 1, 21, "(Cập nhật đến tháng 2/2026)")
        for column, title in enumerate((*PLAIN, *("",) * 10, "Ghi chú")):
            if title:
                sheet.merge_range(2, column, 3, column, title)
        for column, title in ((11, FIRST), (16, SECOND)):
            sheet.merge_range(2, column, 2, column + 4, title)
            sheet.write_row(3, column, RECOGNITION)
        for number, line in enumerate(lines, start=4):
            for column, cell in enumerate(line):
                if cell != "" and column not in MERGED:
                    sheet.write(number, column, cell)
        for column in MERGED:
            for top, bottom, text in _runs(lines, column):
                if text and bottom > top:
                    sheet.merge_range(top + 4, column, bottom + 4, column, text)
                elif text:
                    sheet.write(top + 4, column, text)
    return buffer.getvalue()


def _runs(lines: list[Row], column: int) -> Iterator[tuple[int, int, object]]:
    """(first, last, text) of rows of one producer."""
    for _producer, some in groupby(enumerate(lines), key=lambda line: line[1][4]):
        numbers = [number for number, _line in some]
        yield numbers[0], numbers[-1], lines[numbers[0]][column]


def as_text(lines: list[Row], *, merged: bool) -> str:
    """The register exported: days are words, titles stand in two rows, merged cells leave one text and blanks."""
    above = (*PLAIN, FIRST, "", "", "", "", SECOND, "", "", "", "", "Ghi chú")
    below = (*("",) * 11, *RECOGNITION, *RECOGNITION, "")
    kept: list[tuple[object, ...]] = [("SỔ THEO DÕI SẢN PHẨM OCOP CỦA XÃ", *("",) * 21), above, below]
    last: object = None
    for line in lines:
        repeats = merged and line[4] != "" and line[4] == last
        kept.append(tuple("" if repeats and column in MERGED else cell for column, cell in enumerate(line)))
        last = line[4]
    return "\r\n".join(";".join(map(_written, line)) for line in kept)


def _written(cell: object) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)
