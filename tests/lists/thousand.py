"""A list of a thousand rows, three in ten of which are bad, in every way in which a row can be."""

from datetime import date

from marketplace.catalogue.imports import book, cells, days, offers, stars, taking, tax_codes
from marketplace.catalogue.imports import rows as reading
from marketplace.core.emails import parse_email
from marketplace.core.text import parse_date, parse_money, parse_phone, parse_quantity
from tests.lists.settling import message_of

TITLES = (
    "Tên sản phẩm", "Chủ thể", "Mã số thuế", "Điện thoại", "Email", "Tỉnh", "Hạng sao", "Số quyết định", "Ngày cấp",
    "Ngày hết hạn", "Giá từ", "Giá đến", "Quy cách", "Số lượng tối thiểu", "Sản lượng tháng",
)  # fmt: skip
COLUMN = {title: position for position, title in enumerate(TITLES)}
EACH = 12  # rows of each reason
NAMESAKE, CODES = "HTX Ví Dụ Trùng Tên", ("4700123452", "4700999994")

Row = list[str]


def _day(text: str) -> str:
    return message_of(parse_date, text, date(2026, 1, 1))


# (column, what stands in it, why the row is refused)
BAD: tuple[tuple[str, str, str], ...] = (
    ("Tên sản phẩm", "", taking.NO_NAME),
    ("Tên sản phẩm", "Hàng " + "dài " * 60, reading.TOO_LONG),
    ("Tên sản phẩm", "B\ufffdn kh\ufffd", cells.LOST_LETTERS),
    ("Hạng sao", "6", stars.BAD_STARS),
    ("Hạng sao", "2 sao", stars.LOW_STARS),
    ("Ngày cấp", "hôm qua", _day("hôm qua")),
    ("Ngày cấp", "30/2/2025", _day("30/2/2025")),
    ("Ngày cấp", "29/12", days.NO_YEAR),
    ("Ngày cấp", "12/29/2024", days.MONTH_FIRST),
    ("Ngày hết hạn", "24 tháng", days.NOT_A_TERM),
    ("Ngày hết hạn", "1/1/2020", reading.ENDS_FIRST),
    ("Giá từ", "rẻ thôi", message_of(parse_money, "rẻ thôi")),
    ("Giá từ", "12.5", message_of(parse_money, "12.5")),
    ("Giá từ", "-5000", message_of(parse_money, "-5000")),
    ("Giá từ", "2.350,000", message_of(parse_money, "2.350,000")),
    ("Giá từ", "9999999999999999", message_of(parse_money, "9999999999999999")),
    ("Giá đến", "10.000", reading.FALLS),
    ("Điện thoại", "0900 000 01", message_of(parse_phone, "0900 000 01")),
    ("Điện thoại", "0900 000 0111", message_of(parse_phone, "0900 000 0111")),
    ("Điện thoại", "gọi anh Tú", message_of(parse_phone, "anh Tú")),
    ("Email", "htx(a)example.org", message_of(parse_email, "htx(a)example.org")),
    ("Mã số thuế", "12345", tax_codes.BAD_TAX_CODE),
    ("Số lượng tối thiểu", "5 mớ", message_of(parse_quantity, "5 mớ")),
    ("Sản lượng tháng", "300 gói", cells.NOT_MONTHLY),
    ("Chủ thể", NAMESAKE, book.TWO_SUPPLIERS),
    ("Giá từ", "39.000", offers.TWO_PRICES),  # of a product that an earlier row has at another price
)


def rows(*, mended: bool = False) -> list[Row]:
    """A thousand rows; ``mended``: what was bad in each is put right."""
    good = [_good(number) for number in range(1000 - EACH * len(BAD))]
    for code, row in zip(CODES, good[:2], strict=True):  # two producers of one name
        row[COLUMN["Chủ thể"]], row[COLUMN["Mã số thuế"]] = NAMESAKE, code
    bad = [_bad(number, good, mended=mended) for number in range(EACH * len(BAD))]
    lines, later = good[:200], good[200:]
    while later or bad:
        lines += [*later[:3], *bad[:2]]
        del later[:3], bad[:2]
    return lines


def _good(number: int) -> Row:
    producer = [f"HTX Ví Dụ {number // 7 + 1}", "", "0900 000 021", "", "Bắc Kạn"]
    paper = ["3", f"{number // 50 + 1}/QĐ-UBND", "20/5/2025", "20/5/2028"]
    return [f"Hàng thứ {number}", *producer, *paper, "38.000", "", "gói 500 g", "10 gói", "2 tấn"]


def _bad(number: int, good: list[Row], *, mended: bool) -> Row:
    """The bad rows take turns by their reasons."""
    column, cell, why = BAD[number % len(BAD)]
    row = list(good[100 + number // len(BAD)]) if why == offers.TWO_PRICES else _good(5000 + number)
    if not mended:
        row[COLUMN[column]] = cell
    return row


def as_csv(lines: list[Row]) -> bytes:
    """With semicolons, as offices' programs write it."""
    return "\n".join(";".join(line) for line in (list(TITLES), *lines)).encode()
