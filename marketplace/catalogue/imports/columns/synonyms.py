"""The table of titles: which field a column's title means, alone or under a title that spans several columns."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from marketplace.core.text import fold

# Ours first; then what was met elsewhere. Compared folded, so case, accents and spacing don't matter.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "name": ("Tên sản phẩm", "TÊN SP", "Tên hàng", "Tên hàng hóa", "Sản phẩm", "Tên sản phẩm OCOP", "Tên",
             "Tên SP OCOP", "Sản phẩm OCOP", "Tên mặt hàng", "Mặt hàng", "Tên sản phẩm đăng ký",
             "Tên sản phẩm, dịch vụ", "Tên sản phẩm/dịch vụ", "Hàng hóa"),
    "name_en": ("Tên tiếng Anh", "Tên sản phẩm tiếng Anh", "Tên sản phẩm (tiếng Anh)"),
    "supplier": ("Chủ thể", "Tên chủ thể", "Chủ thể OCOP", "Tên chủ thể OCOP", "Chủ thể sản xuất", "Đơn vị sản xuất",
                 "Nhà sản xuất", "Cơ sở sản xuất", "Tên HTX", "Tên hợp tác xã", "Hợp tác xã", "Tên cơ sở",
                 "Tên đơn vị", "Tên doanh nghiệp", "Tên tổ chức", "Tên chủ thể sản xuất", "Tên cơ sở sản xuất",
                 "Tên đơn vị sản xuất", "Nhà cung cấp", "Tên nhà cung cấp", "Doanh nghiệp", "Đơn vị/cơ sở",
                 "Chủ thể sản phẩm", "Tên chủ thể sản phẩm", "Cơ sở", "Tên HTX, THT", "Tên HTX/THT",
                 "Tên tổ chức, cá nhân", "Chủ thể tham gia"),
    "kind": ("Loại chủ thể", "Loại hình", "Loại hình chủ thể", "Loại hình tổ chức", "Loại hình kinh tế",
             "Loại hình SXKD", "Loại hình hoạt động", "Loại hình doanh nghiệp", "Hình thức tổ chức"),
    "seller": ("Bên bán", "Đơn vị đăng bán", "Người bán", "Nơi bán", "Tên gian hàng", "Gian hàng", "Tên cửa hàng",
               "Cửa hàng", "Nhà bán", "Nhà bán hàng", "Đơn vị bán", "Đơn vị phân phối", "Điểm bán", "Tên shop"),
    "tax_code": ("Mã số thuế", "MST", "Mã số doanh nghiệp", "Mã số HTX", "Mã số DN", "Mã số hợp tác xã", "MSDN",
                 "Mã số thuế/CCCD", "Mã số thuế/Mã số HTX", "Mã số đăng ký", "Mã số đăng ký kinh doanh"),
    "representative": ("Người đại diện", "Họ tên người đại diện", "Đại diện", "Người đại diện pháp luật",
                       "Người đại diện theo pháp luật", "Đại diện pháp luật", "Tên người đại diện",
                       "Họ tên giám đốc", "Chủ cơ sở", "Người liên hệ", "Đại diện chủ thể", "Chủ nhiệm",
                       "Họ và tên người đại diện"),
    "phone": ("Điện thoại", "Số điện thoại", "SĐT", "ĐT", "Số ĐT", "Điện thoại liên hệ", "Số điện thoại liên hệ",
              "SĐT liên hệ", "Di động", "Hotline", "Điện thoại/Zalo", "Zalo", "Phone", "Tel", "ĐT liên hệ", "Số máy",
              "Số điện thoại/Zalo"),
    "email": ("Thư điện tử", "Email", "E-mail", "Hộp thư", "Địa chỉ email", "Địa chỉ thư điện tử", "Mail"),
    "commune": ("Xã", "Xã (cũ)", "Xã/phường", "Xã, phường", "Phường/xã", "Xã/thị trấn", "Xã, thị trấn",
                "Xã, phường, thị trấn", "Xã/phường/thị trấn", "Phường, xã", "Tên xã", "Xã (mới)", "Cấp xã",
                "Phường/xã/thị trấn", "Xã/phường mới", "UBND xã"),
    "district": ("Huyện", "Huyện (cũ)", "Quận/huyện", "Huyện/thị xã", "Huyện, thị xã", "Huyện, thành phố",
                 "Huyện/thành phố", "Huyện/TX/TP", "Huyện, thị xã, thành phố", "Quận, huyện", "Cấp huyện",
                 "Huyện/thị xã/thành phố", "Thị xã/huyện"),
    "province": ("Tỉnh", "Tỉnh/thành phố", "Tỉnh (cũ)", "Tỉnh thành", "Tỉnh, thành phố", "Tỉnh/thành", "Tỉnh, TP",
                 "Tỉnh/TP", "Cấp tỉnh"),
    "origin": ("Xuất xứ", "Địa chỉ", "Nơi sản xuất", "Địa chỉ sản xuất", "Địa chỉ chủ thể", "Địa chỉ trụ sở", "Trụ sở",
               "Địa chỉ cơ sở", "Địa chỉ liên hệ", "Địa điểm", "Địa điểm sản xuất", "Trụ sở chính",
               "Địa chỉ cơ sở sản xuất", "Nguồn gốc", "Nguồn gốc xuất xứ", "Nguồn gốc, xuất xứ", "Địa bàn",
               "Vùng trồng", "Nơi xuất xứ", "Địa chỉ trụ sở chính", "Thôn/bản"),
    "sector": ("Lĩnh vực", "Ngành", "Ngành sản phẩm", "Lĩnh vực sản phẩm", "Nhóm ngành"),
    "class_text": ("Nhóm sản phẩm", "Nhóm", "Phân nhóm", "Bộ sản phẩm", "Ngành hàng", "Nhóm/bộ", "Bộ", "Loại",
                   "Loại sản phẩm", "Phân loại", "Danh mục", "Phân loại sản phẩm", "Nhóm sản phẩm OCOP", "Bộ/nhóm",
                   "Nhóm, bộ sản phẩm", "Nhóm hàng", "Danh mục sản phẩm", "Bộ tiêu chí"),
    "stars": ("Hạng sao", "Sao", "Số sao", "Xếp hạng", "Phân hạng", "Hạng", "XH", "Hạng sao hiện tại", "Sao OCOP",
              "Hạng sao OCOP", "Số sao OCOP", "Hạng sản phẩm", "Xếp hạng sao", "Đạt sao", "Kết quả xếp hạng",
              "Kết quả phân hạng", "Hạng OCOP", "Sao hiện tại", "Xếp hạng OCOP", "Phân hạng sao", "Phân hạng sản phẩm",
              "Cấp sao", "Hạng sao đạt được", "Số sao đạt được", "Hạng đạt"),
    "standard": ("Tiêu chuẩn", "Tiêu chuẩn áp dụng", "Tiêu chuẩn chất lượng", "Chứng nhận", "Chứng chỉ",
                 "Chứng nhận khác", "Chứng nhận đạt được"),
    "decision": ("Số quyết định", "Quyết định", "Quyết định công nhận", "Số QĐ", "QĐ công nhận", "Số QĐ công nhận",
                 "Số quyết định công nhận", "QĐ", "Số, ký hiệu quyết định", "Số hiệu quyết định", "Quyết định số",
                 "Số quyết định, ngày", "Số, ngày quyết định", "Số QĐ, ngày tháng năm", "Số giấy chứng nhận"),
    "issued": ("Ngày cấp", "Ngày", "Ngày quyết định", "Ngày công nhận", "Ngày ban hành", "Ngày QĐ", "Từ ngày",
               "Ngày cấp giấy chứng nhận", "Ngày ký", "Ngày tháng", "Ngày, tháng, năm", "Ngày chứng nhận",
               "Ngày tháng năm công nhận", "Ngày cấp giấy", "Ngày ra quyết định", "Thời gian công nhận",
               "Ngày hiệu lực", "Ngày có hiệu lực", "Ngày tháng năm"),
    "year": ("Năm công nhận", "Năm", "Năm cấp", "Năm đạt", "Năm đánh giá", "Năm chứng nhận", "Năm xếp hạng",
             "Năm quyết định", "Năm đạt sao", "Năm phân hạng"),
    "expires": ("Ngày hết hạn", "Hết hạn", "Thời hạn", "Hiệu lực đến", "Đến ngày", "Ngày hết hiệu lực",
                "Có hiệu lực đến", "Thời hạn hiệu lực", "Hạn giấy chứng nhận", "Hiệu lực", "Hết hiệu lực",
                "Thời hạn đến", "Giá trị đến", "Ngày hết hạn giấy chứng nhận", "Hạn chứng nhận", "Có giá trị đến"),
    "issuer": ("Cơ quan cấp", "Cơ quan", "Đơn vị cấp", "Nơi cấp", "Cơ quan ban hành", "Cơ quan công nhận",
               "Cấp công nhận", "Cơ quan quyết định", "Cơ quan cấp giấy", "Cấp quyết định", "Đơn vị công nhận",
               "Cơ quan chứng nhận", "Cấp chứng nhận", "Cơ quan ra quyết định", "Cơ quan ký"),
    "stars_1": ("Sao lần 1",),
    "issued_1": ("Ngày cấp lần 1",),
    "year_1": ("Năm công nhận lần 1",),
    "decision_1": ("Số quyết định lần 1",),
    "issuer_1": ("Cơ quan cấp lần 1",),
    "stars_2": ("Sao lần 2",),
    "issued_2": ("Ngày cấp lần 2",),
    "year_2": ("Năm công nhận lần 2",),
    "decision_2": ("Số quyết định lần 2",),
    "issuer_2": ("Cơ quan cấp lần 2",),
    "price": ("Giá từ", "Giá", "Giá bán", "Giá (đồng)", "Đơn giá", "Giá bán lẻ", "Giá sản phẩm", "Giá niêm yết",
              "Giá tham khảo", "Giá thấp nhất", "Giá lẻ", "Giá chào", "Giá chào bán", "Giá thành", "Giá tiền",
              "Giá bán (đ)", "Giá bán dự kiến", "Mức giá", "Giá hiện tại", "Giá bán tham khảo"),
    "price_thousands": ("Giá (nghìn đồng)", "Giá (ngàn đồng)", "Giá (1000đ)", "Giá (1000 đồng)", "Giá (1.000đ)",
                        "Giá (1.000 đồng)", "Giá bán (nghìn đồng)", "Giá bán (ngàn đồng)", "Giá bán (1000đ)",
                        "Giá bán (1.000đ)", "Giá bán (1000 đồng)", "Giá bán (1.000 đồng)", "Đơn giá (nghìn đồng)",
                        "Đơn giá (1000đ)", "Đơn giá (1.000đ)", "Đơn giá (1.000 đồng)", "Đơn giá (1000 đồng)",
                        "Giá (ĐVT: 1.000 đồng)", "Giá (ĐVT: nghìn đồng)"),
    "price_to": ("Giá đến", "Giá cao nhất"),
    "unit": ("Đơn vị tính", "ĐVT", "Tính theo"),
    "pack": ("Quy cách", "Quy cách đóng gói", "Đóng gói", "Quy cách sản phẩm", "Bao bì", "Quy cách, bao bì",
             "Quy cách/bao bì", "Khối lượng đóng gói", "Dung tích", "Khối lượng/quy cách"),
    "net": ("KL tịnh", "Khối lượng tịnh", "Trọng lượng tịnh", "Khối lượng", "Trọng lượng", "KL", "Thể tích thực",
            "Khối lượng (g)", "Định lượng", "Khối lượng, dung tích"),
    "least": ("Số lượng tối thiểu", "Đơn hàng tối thiểu", "Đặt hàng tối thiểu", "MOQ", "Số lượng đặt tối thiểu",
              "Mua tối thiểu", "SL tối thiểu"),
    "capacity": ("Sản lượng tháng", "Sản lượng mỗi tháng", "Sản lượng/tháng", "Sản lượng hàng tháng",
                 "Khả năng cung ứng tháng", "Khả năng cung ứng/tháng"),
    "season": ("Mùa vụ", "Tháng có hàng", "Thời vụ", "Thời gian thu hoạch", "Mùa thu hoạch", "Thời điểm thu hoạch",
               "Thời gian cung ứng"),
    "ingredients": ("Thành phần", "Thành phần sản phẩm", "Nguyên liệu", "Thành phần chính", "Nguyên liệu chính"),
    "storage": ("Bảo quản", "Cách bảo quản", "Hướng dẫn bảo quản", "Điều kiện bảo quản"),
    "description": ("Mô tả", "Giới thiệu", "Mô tả sản phẩm", "Mô tả ngắn", "Giới thiệu sản phẩm", "Đặc điểm",
                    "Thông tin sản phẩm", "Câu chuyện sản phẩm", "Mô tả chi tiết", "Chi tiết sản phẩm"),
    "description_en": ("Mô tả tiếng Anh", "Mô tả (tiếng Anh)"),
}  # fmt: skip

# Titles of shops' exports; where a Vietnamese one stands in the same list, that one is meant.
ENGLISH: dict[str, tuple[str, ...]] = {
    "name": ("Product", "Product name", "Item name", "Name"),
    "seller": ("Shop", "Seller", "Store"),
    "origin": ("Origin", "Address"),
    "price": ("Price",),
    "unit": ("Unit",),
    "description": ("Description",),
}

# The five columns of a recognition in an office's register, under "Lần 1" or "Lần 2 / nâng hạng".
_PARTS = {
    "stars": ("Hạng", "Hạng sao đạt"),
    "issued": ("Ngày tháng năm", "Thời gian"),
    "year": ("Năm đạt",),
    "decision": ("Số", "Văn bản"),
    "issuer": ("Cấp", "Đơn vị"),
}
_FIRST = re.compile(r"\b(?:lan 1|lan thu 1|lan dau|lan thu nhat|lan i|lan mot)\b")
_SECOND = re.compile(r"\b(?:lan 2|lan thu 2|lan thu hai|lan ii|lan hai|nang hang|danh gia lai|cong nhan lai)\b")
# What stands around such words and says nothing of its own: "Công nhận lần 1", "Lần 2 / nâng hạng".
_FILLING = re.compile(r"\b(?:cong nhan|danh gia|phan hang|xep hang|dat|ocop|nang hang|danh gia lai|cong nhan lai)\b")
REASON_TITLE = "Lý do"  # last column of the refused rows that we hand back
_SCALED = re.compile(r"\((?:[^)]*\b)?(?:nghìn|ngàn|triệu|tỷ|usd|1\.?000)", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"[/,;]|\bhoặc\b|\bvà\b", re.IGNORECASE)
_PARTED = {"supplier", "decision"}  # fields whose cells may say more: where, which telephone, which day
_OF_PLACES = {"commune", "district", "province", "origin"}
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")


class Kind(Enum):
    """What a column is to us."""

    FIELD = "field"
    ASIDE = "aside"  # counting numbers and our own reasons: left aside, and not worth a word
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Found:
    """What a title means: a field, something to leave aside, or nothing that we know."""

    kind: Kind
    field: str = ""


_FIELD_OF = {fold(title): field for table in (SYNONYMS, ENGLISH) for field, titles in table.items() for title in titles}
_ENGLISH_TITLES = {fold(title) for titles in ENGLISH.values() for title in titles}
_PART_OF = {fold(title): part for part, more in _PARTS.items() for title in (*SYNONYMS[part], *more)}
_COUNTING = {fold(title) for title in ("STT", "TT", "Số TT", "Số thứ tự", "No", "No.", "S.TT", "S TT")}
_ASIDE = _COUNTING | {fold("Mã tin"), fold(REASON_TITLE)}
_LONGEST_TITLE = 200  # characters


def find_field(title: str, above: str = "") -> Found:
    """The meaning of a title, alone or with the title ``above`` it that spans several columns.

    "Lần 1: Số quyết định" is such a pair too, for so we write it where one row must do.
    """
    if len(title) + len(above) > _LONGEST_TITLE:
        return Found(Kind.UNKNOWN)
    found = _find(title, above)
    upper, sign, lower = title.partition(": ")
    return _find(lower, upper) if found.kind is Kind.UNKNOWN and sign and not above else found


def is_english_title(title: str) -> bool:
    """Whether a title gives way to a Vietnamese one of the same meaning."""
    return fold(_IN_BRACKETS.sub(" ", title)) in _ENGLISH_TITLES


def is_counting_title(title: str) -> bool:
    """Whether a column numbers the rows."""
    return fold(title) in _COUNTING


def is_reason_title(title: str) -> bool:
    """Whether a column is the one of reasons that we added to refused rows."""
    return fold(title) == fold(REASON_TITLE)


@lru_cache(maxsize=4096)
def _find(title: str, above: str) -> Found:
    if above and fold(above) != fold(title):
        for joined in (f"{above} {title}", f"{title} {above}"):  # "Giá" over "từ", "Chủ thể" over "Tên"
            if fold(joined) in _FIELD_OF:
                return Found(Kind.FIELD, _FIELD_OF[fold(joined)])
        group = _recognition(fold(above), title)
        if group:
            return group
        if not _FIRST.search(fold(title)) and (_FIRST.search(fold(above)) or _SECOND.search(fold(above))):
            return Found(Kind.UNKNOWN)
    return _plain(title)


def _plain(title: str) -> Found:
    key = fold(title)
    if key in _ASIDE or not key:
        return Found(Kind.ASIDE)
    if key in _FIELD_OF:
        return Found(Kind.FIELD, _FIELD_OF[key])
    if numbered := _recognition(key, ""):
        return numbered
    field = None if _SCALED.search(title) else _FIELD_OF.get(fold(_IN_BRACKETS.sub(" ", title))) or _shared_field(title)
    return Found(Kind.FIELD, field) if field else Found(Kind.UNKNOWN)


def _shared_field(title: str) -> str | None:
    """The field of a title of several known names: "Tên chủ thể/cơ sở sản xuất", "Tên chủ thể, địa chỉ, điện thoại".

    Names of one field mean it; names of places make an address; else a cell is parted whose first name is one of those.
    """
    fields = [_FIELD_OF.get(fold(name), "") for name in _BETWEEN_NAMES.split(title)]
    if "" in fields:
        return None
    if len(set(fields)) == 1 or fields[0] in _PARTED:
        return fields[0]
    return "origin" if set(fields) <= _OF_PLACES else None


def _recognition(key: str, title: str) -> Found | None:
    """The first or second recognition's part that is meant: "Lần 1" above "Số QĐ", or "Số QĐ lần 1"."""
    first, second = _FIRST.search(key), _SECOND.search(key)
    if not (first or second):
        return None
    number = 1 if first else 2
    part = _PART_OF.get(fold(title)) if title else _part_in(key)
    if part is None and title:
        part = _part_in(fold(title))
    return Found(Kind.FIELD, f"{part}_{number}") if part else None


def _part_in(key: str) -> str | None:
    bare = " ".join(_SECOND.sub(" ", _FIRST.sub(" ", key)).split())
    return _PART_OF.get(bare) or _PART_OF.get(" ".join(_FILLING.sub(" ", bare).split()))
