"""A cooperative union's table, pasted from Word: UTF-16, decomposed letters, capitals, quotes over several lines."""

import csv
import io
import unicodedata

TITLES = (
    "TT", "TÊN\nSẢN PHẨM", "TÊN HTX\n(THÀNH VIÊN)", "ĐỊA CHỈ", "SỐ ĐIỆN THOẠI", "HẠNG", "GIÁ BÁN", "ĐVT",
    "SỐ LƯỢNG\nTỐI THIỂU", "SẢN LƯỢNG/THÁNG", "MÙA VỤ", "GHI CHÚ",
)  # fmt: skip

Row = tuple[str, ...]
_LUAN = (
    "HTX VÍ DỤ HỒNG LUÂN",
    "XÃ TÂN LẬP, HUYỆN CHỢ ĐỒN,\nTỈNH BẮC KẠN",
    "0900.000.021 (bà Lan)\n0900 000 022 (ông Tú)",
)
_HA = ("HTX VÍ DỤ HỒNG HÀ", "Xã Bằng Phúc, Chợ Đồn", "0900 000 023")


def rows() -> list[Row]:
    """The members' products."""
    return [
        ("1", "BÚN KHÔ", *_LUAN, "3*", "45k/kg", "", "50 kg", "2 tấn", "quanh năm", ""),
        ("2", "BÚN NGŨ SẮC\n(GÓI 500G)", *_LUAN, "***", "35.000 - 40.000đ", "gói", "100 gói", "", "", "Hàng mới"),
        ("3", "GẠO BAO THAI", *_LUAN, "★★★★", "1tr2/thùng", "", "", "36 tấn/năm", "Tháng 10 – 12", ""),
        ("4", "CHÈ SHAN TUYẾT", *_HA, "4 SAO", "Liên hệ", "kg", "5kg", "", "3-11", ""),
        ("5", "RƯỢU MEN LÁ", *_HA, "chưa xếp hạng", "theo thời giá", "lít", "", "", "sau Tết", ""),
        ("6", "MĂNG KHÔ", *_HA, "*****", "1,2 triệu/yến", "", "2 thúng", "", "", ""),
        ("7", "NẤM HƯƠNG", *_HA, "3 hoặc 4 sao", "120k", "kg", "", "", "", ""),
        ("8", "MẬT ONG RỪNG", *_HA[:2], "hỏi anh Tú", "3*", "250k/chai 500ml", "", "", "", "", ""),
        ("", "Tổng số: 8 sản phẩm", "", "", "", "", "", "", "", "", "", ""),
    ]


def pasted(lines: list[Row], newline: str = "\r\n") -> bytes:
    """Tab-separated UTF-16 with its mark, in decomposed letters, the title of the paper above."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter="\t", lineterminator=newline)
    writer.writerow(["LIÊN MINH HỢP TÁC XÃ TỈNH"])
    writer.writerow(["DANH MỤC SẢN PHẨM CỦA CÁC THÀNH VIÊN"])
    writer.writerow([])
    writer.writerow(TITLES)
    writer.writerows(lines)
    return unicodedata.normalize("NFD", buffer.getvalue()).encode("utf-16")
