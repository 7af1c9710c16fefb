"""A workbook with our columns, to be filled in: the titles, an example, and what belongs where."""

import io
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from marketplace.catalogue.imports.columns import SYNONYMS
from marketplace.catalogue.imports.reading_file import EXAMPLE_SHEET
from marketplace.core.texts import N_, say

KINDS = ("HTX", "Liên hiệp HTX", "Tổ hợp tác", "Doanh nghiệp", "Hộ kinh doanh", "Trang trại", "Hội")
STARS = ("3", "4", "5")

_LIST_SHEET, _HELP_SHEET = "Sản phẩm", "Cách ghi"
_PREPARED_ROWS = 2_000  # that have the drop-down lists
_ABOUT = N_(
    "Mỗi dòng một sản phẩm. Chỉ cần tên sản phẩm; cột nào chưa có thì để trống, cột thừa thì xóa. "
    "Thứ tự các cột thế nào cũng được."
)


@dataclass(frozen=True)
class _Column:
    """A column of the template: its field, an example, a sentence about it, its width in characters."""

    field: str
    example: str
    about: str
    width: int = 16

    @property
    def title(self) -> str:
        return SYNONYMS[self.field][0]


_COLUMNS = (
    _Column("name", "Bún khô", N_("Tên như trên nhãn, không kèm quy cách. Cột này phải có."), 28),
    _Column("name_en", "Dried rice noodles", N_("Tên cho người mua nước ngoài, nếu có."), 24),
    _Column("supplier", "HTX Hồng Luân", N_("Nơi làm ra sản phẩm, ghi như trên giấy đăng ký."), 28),
    _Column("kind", "HTX", N_("Chọn một trong các loại ở ô thả xuống.")),
    _Column("seller", "", N_("Chỉ ghi khi nơi bán không phải là nơi làm ra, ví dụ một điểm bán OCOP."), 22),
    _Column("tax_code", "", N_("Mã số thuế 10 số, hoặc 13 số với chi nhánh; hộ kinh doanh có thể để trống.")),
    _Column("phone", "0900 000 012", N_("Số để người mua gọi; một số là đủ.")),
    _Column("email", "", N_("Hộp thư nhận hỏi hàng."), 24),
    _Column("commune", "Tân Lập", N_("Tên xã cũ hay mới đều được.")),
    _Column("district", "Chợ Đồn", N_("Tên huyện trước 1/7/2025, nếu ghi xã cũ.")),
    _Column("province", "Bắc Kạn", N_("Tên tỉnh cũ hay mới đều được.")),
    _Column("class_text", "I.3.b", N_("Mã hoặc tên bộ sản phẩm OCOP; để trống thì hệ thống đề xuất theo tên."), 18),
    _Column("stars", "3", N_("3, 4 hoặc 5, theo quyết định công nhận."), 10),
    _Column("decision", "15/QĐ-UBND", N_("Số quyết định công nhận OCOP."), 18),
    _Column("issuer", "UBND huyện Chợ Đồn", N_("Nơi ký quyết định, kể cả cơ quan nay không còn."), 22),
    _Column("issued", "29/12/2024", N_("Ngày của quyết định: ngày/tháng/năm. Chỉ nhớ năm thì ghi năm."), 14),
    _Column("expires", "", N_("Để trống thì tính 36 tháng từ ngày cấp."), 14),
    _Column("price", "38.000", N_("Giá bán lẻ một gói, bằng đồng; giá chưa định thì ghi “liên hệ”."), 12),
    _Column("price_to", "", N_("Chỉ ghi khi giá nằm trong một khoảng."), 12),
    _Column("unit", "gói", N_("Giá tính cho một gói, chai, kg…"), 12),
    _Column("pack", "gói 500 g", N_("Một gói nặng hay đựng bao nhiêu."), 14),
    _Column("least", "20 kg", N_("Đặt ít nhất bao nhiêu thì bán sỉ."), 18),
    _Column("capacity", "3 tấn", N_("Mỗi tháng cung được bao nhiêu, bằng kg, tạ hay tấn."), 16),
    _Column("season", "9-4", N_("Các tháng có hàng: “9-4”, “3, 5”, “quanh năm”."), 12),
    _Column("ingredients", "gạo Bao thai, nước", N_("Thành phần như trên nhãn."), 24),
    _Column("storage", "nơi khô, thoáng", N_("Cách bảo quản như trên nhãn."), 24),
    _Column("description", "Sợi nhỏ, phơi nắng, nấu không nát.", N_("Vài câu cho người mua."), 40),
    _Column("description_en", "", N_("Vài câu bằng tiếng Anh, nếu có."), 40),
)
# What a spreadsheet would take for numbers, and drop a zero of.
_AS_TEXT = {"tax_code", "phone", "stars", "issued", "expires"}


def template_workbook() -> bytes:
    """The sheet to fill in, an example that no import reads, and a sentence about each column."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        title = book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "top"})
        text = book.add_format({"num_format": "@"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        list_sheet, example = book.add_worksheet(_LIST_SHEET), book.add_worksheet(EXAMPLE_SHEET)
        for sheet in (list_sheet, example):
            _write_titles(sheet, title, text)
        for position, column in enumerate(_COLUMNS):
            if column.example:
                example.write_string(1, position, column.example)
        _offer_choices(list_sheet, "kind", KINDS)
        _offer_choices(list_sheet, "stars", STARS)
        _explain(book.add_worksheet(_HELP_SHEET), title, wrapped)
    return buffer.getvalue()


def _write_titles(sheet: Any, title: Any, text: Any) -> None:
    for position, column in enumerate(_COLUMNS):
        sheet.write_string(0, position, column.title, title)
        sheet.set_column(position, position, column.width, text if column.field in _AS_TEXT else None)
    sheet.freeze_panes(1, 1)


def _offer_choices(sheet: Any, field: str, choices: tuple[str, ...]) -> None:
    """A drop-down list that also lets through what isn't in it: offices have words of their own."""
    position = next(number for number, column in enumerate(_COLUMNS) if column.field == field)
    offer = {"validate": "list", "source": list(choices), "error_type": "information"}
    sheet.data_validation(1, position, _PREPARED_ROWS, position, offer)


def _explain(sheet: Any, title: Any, wrapped: Any) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 72)
    sheet.merge_range(0, 0, 0, 1, say(_ABOUT), wrapped)
    sheet.set_row(0, 34)
    for position, word in enumerate((N_("Cột"), N_("Ghi gì"))):
        sheet.write_string(2, position, say(word), title)
    for number, column in enumerate(_COLUMNS, start=3):
        sheet.write_string(number, 0, column.title, wrapped)
        sheet.write_string(number, 1, say(column.about), wrapped)
