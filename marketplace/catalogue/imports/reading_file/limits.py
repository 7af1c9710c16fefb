"""How large a list may be; whatever is larger is refused before it fills the memory."""

from marketplace.catalogue.imports.cell_names import cell_name
from marketplace.core.errors import Refused
from marketplace.core.texts import N_

LARGEST_FILE = 20 * 1024 * 1024  # bytes
LARGEST_UNPACKED = 300 * 1024 * 1024  # bytes of a workbook's parts together
LARGEST_TOKEN = 4 * 1024 * 1024  # bytes of one XML tag
MOST_ROWS, MOST_COLUMNS = 50_000, 200
MOST_CELLS = 2_000_000
MOST_ELEMENTS = 12_000_000  # of all XML parts together: some ten seconds of reading
MOST_TEXTS = 1_000_000  # different ones that a workbook shares among its cells
LONGEST_CELL = 32_767  # characters, as in Excel
LARGEST_TEXT = 60_000_000  # characters of all cells
MOST_PARTS = 5_000  # files in a workbook

TOO_LARGE = N_("Tệp này quá lớn: nhiều nhất %(megabytes)s MB. Xin chia thành vài tệp.")
TOO_LARGE_UNPACKED = N_("Sổ này nén quá nhiều dữ liệu. Xin chép riêng danh sách sang một sổ mới rồi gửi lại.")
TOO_MANY = N_("Danh sách quá dài hoặc quá rộng: nhiều nhất %(rows)s dòng, %(columns)s cột. Xin chia thành vài tệp.")
TOO_LONG = N_("Ô %(cell)s dài quá %(most)s ký tự. Xin xem lại ô đó.")


def too_many() -> Refused:
    """The refusal of a table with too many rows, columns or cells."""
    return Refused(TOO_MANY, rows=MOST_ROWS, columns=MOST_COLUMNS)


def too_long(row: int, column: int) -> Refused:
    """The refusal of a table because of one cell, row and column counted from 0."""
    return Refused(TOO_LONG, cell=cell_name(row, column), most=LONGEST_CELL)
