"""Which column of a list is what: a table of the names that offices and producers really use."""

from collections.abc import Mapping
from dataclasses import dataclass

from marketplace.core.errors import Refused
from marketplace.core.text import fold
from marketplace.core.texts import N_

HEADER_WITHIN = 30  # rows; title blocks stand above the header

# Ours first; then what was met elsewhere. Compared folded, so case, accents and spacing don't matter.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "name": ("Tên sản phẩm", "TÊN SP", "Tên hàng", "Tên hàng hóa", "Sản phẩm", "Tên sản phẩm OCOP"),
    "name_en": ("Tên tiếng Anh", "Tên sản phẩm tiếng Anh"),
    "supplier": ("Chủ thể", "Tên chủ thể", "Chủ thể OCOP", "Chủ thể sản xuất", "Đơn vị sản xuất", "Nhà sản xuất",
                 "Cơ sở sản xuất", "Tên HTX", "Tên hợp tác xã"),
    "kind": ("Loại chủ thể", "Loại hình", "Loại hình chủ thể"),
    "seller": ("Bên bán", "Đơn vị đăng bán", "Người bán", "Nơi bán"),
    "tax_code": ("Mã số thuế", "MST", "Mã số doanh nghiệp"),
    "phone": ("Điện thoại", "Số điện thoại", "SĐT", "ĐT"),
    "email": ("Thư điện tử", "Email", "E-mail"),
    "commune": ("Xã", "Xã (cũ)", "Xã/phường", "Xã, phường", "Phường/xã"),
    "district": ("Huyện", "Huyện (cũ)", "Quận/huyện", "Huyện/thị xã"),
    "province": ("Tỉnh", "Tỉnh/thành phố", "Tỉnh (cũ)", "Tỉnh thành"),
    "origin": ("Xuất xứ", "Địa chỉ", "Nơi sản xuất", "Địa chỉ sản xuất"),
    "class_text": ("Nhóm sản phẩm", "Nhóm", "Phân nhóm", "Bộ sản phẩm", "Ngành hàng"),
    "stars": ("Hạng sao", "Sao", "Số sao", "Xếp hạng", "Phân hạng", "Hạng", "XH"),
    "decision": ("Số quyết định", "Quyết định", "Quyết định công nhận", "Số QĐ"),
    "issued": ("Ngày cấp", "Ngày", "Ngày quyết định", "Ngày công nhận", "Ngày ban hành"),
    "expires": ("Ngày hết hạn", "Hết hạn", "Thời hạn", "Hiệu lực đến"),
    "price": ("Giá từ", "Giá", "Giá bán", "Giá (đồng)", "Đơn giá"),
    "price_to": ("Giá đến",),
    "unit": ("Đơn vị tính", "ĐVT"),
    "pack": ("Quy cách", "Quy cách đóng gói", "Đóng gói"),
    "least": ("Số lượng tối thiểu", "Đơn hàng tối thiểu"),
    "capacity": ("Sản lượng tháng", "Sản lượng mỗi tháng"),
    "season": ("Mùa vụ", "Tháng có hàng"),
    "description": ("Mô tả", "Giới thiệu", "Mô tả sản phẩm"),
    "description_en": ("Mô tả tiếng Anh",),
}  # fmt: skip
_FIELD_OF = {fold(name): field for field, names in SYNONYMS.items() for name in names}
_COUNTING = {fold(name) for name in ("STT", "TT", "Số TT", "Số thứ tự", "Mã tin")}

NO_HEADER = N_("Không thấy hàng tiêu đề: cần có cột “%(column)s”.")


@dataclass(frozen=True)
class Header:
    """Where the header stands (row index), which column is which field, and names nobody knows."""

    row: int
    columns: Mapping[str, int]
    unused: tuple[str, ...]


def find_header(rows: list[list[str]], needed: str) -> Header:
    """The row of the first ones that names the most known columns, ``needed`` among them; raises Refused."""
    best: Header | None = None
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        header = _header(number, row)
        if needed in header.columns and (best is None or len(header.columns) > len(best.columns)):
            best = header
    if best is None:
        raise Refused(NO_HEADER, column=SYNONYMS[needed][0])
    return best


def _header(number: int, row: list[str]) -> Header:
    columns: dict[str, int] = {}
    unused = []
    for position, cell in enumerate(row):
        key = fold(cell)
        field = _FIELD_OF.get(key)
        if field is not None and field not in columns:
            columns[field] = position
        elif key and key not in _COUNTING:
            unused.append(cell)
    return Header(number, columns, tuple(unused))
