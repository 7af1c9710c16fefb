"""A list in sections: titles again every twenty rows, numbers that begin anew, totals, days as serial numbers."""

import io
from datetime import date

import xlsxwriter

TITLES = ("STT", "Tên sản phẩm", "", "Chủ thể", "Mã số thuế", "Xã", "Huyện", "Tỉnh", "", "Hạng sao", "Số QĐ", "Ngày QĐ",
          "Giá bán (1.000đ)", "Điện thoại")  # fmt: skip
SECTIONS = (
    ("I", "THỰC PHẨM", "Bún khô loại"),
    ("II", "ĐỒ UỐNG", "Rượu men lá loại"),
    ("III", "DƯỢC LIỆU", "Tinh bột nghệ loại"),
)
PER_SECTION, PER_PAGE = 25, 20
_SERIAL_ZERO = date(1899, 12, 30)

Line = list[object]


def rows() -> list[Line]:
    """Three sections of 25 products each, as they stand below the title block."""
    lines: list[Line] = [[f"({number})" for number in range(1, 15)]]  # under the titles, as forms have it
    products = 0
    for roman, section, name in SECTIONS:
        lines.append([roman, section])
        for number in range(1, PER_SECTION + 1):
            lines.append(_row(number, f"{name} {number}", products))
            products += 1
            if products % PER_PAGE == 0:
                lines.append(list(TITLES))
        lines += [["", "Cộng", "", "", "", "", "", "", "", PER_SECTION], []]
    return [*lines, ["", "TỔNG CỘNG", "", "", "", "", "", "", "", products], [], [*[""] * 9, "NGƯỜI TỔNG HỢP"]]


def _row(number: int, name: str, about: int) -> Line:
    """Numbers stored as text, a day as the serial number that spreadsheets count, a telephone that lost its zero."""
    issued = (date(2024, 6, 1 + about % 28) - _SERIAL_ZERO).days
    day, price = (issued, "45") if about % 2 else (str(issued), 45.5)
    maker = [f"HTX Ví Dụ {about // 5 + 1}", "", "Tân Lập", "Chợ Đồn", "Bắc Kạn"]
    paper = [str(3 + about % 3), f"{about // 10 + 1}/QĐ-UBND", day]
    return [str(number), name, "", *maker, "", *paper, price, 900_000_100 + about // 5]


def workbook(lines: list[Line]) -> bytes:
    """The list under a title block, with a column of nothing but numbers as texts."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("DS 2026")
        sheet.merge_range(0, 0, 0, 13, "TỔNG HỢP SẢN PHẨM CÁC XÃ")
        sheet.write_row(2, 0, TITLES)
        for number, line in enumerate(lines, start=3):
            for column, cell in enumerate(line):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                else:
                    sheet.write(number, column, cell)
    return buffer.getvalue()
