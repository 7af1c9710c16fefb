"""A commune's list in four columns: producer, place and telephone stand in one cell, names of both eras are mixed."""

Row = tuple[str, ...]
TITLES = ("Tên chủ thể, địa chỉ, điện thoại", "Sản phẩm", "Hạng sao", "Quyết định số, ngày")


def rows() -> list[Row]:
    """Places of before and after 1 July 2025, alone and in company; the last ones can't be told."""
    return [
        (
            "HTX Ví Dụ Một, xã Tân Lập, huyện Chợ Đồn – ĐT 0900 000 012",
            "Bún khô",
            "3 sao",
            "15/QĐ-UBND ngày 29/12/2024",
        ),
        ("HTX Ví Dụ Một, xã Quảng Bạch, tỉnh Thái Nguyên", "Bún ngũ sắc", "OCOP 4 sao năm 2025", "QĐ 20/QĐ-UBND"),
        (
            "HTX Ví Dụ Hai (xã Quảng Bạch, huyện Chợ Đồn, tỉnh Bắc Kạn)",
            "Gạo nếp",
            "đạt 3 sao",
            "15/QĐ-UBND, 29-12-2024",
        ),
        ("Cơ sở Ví Dụ Ba - thôn Nà Lịn, TT Bằng Lũng - 0900.000.013/0900.000.014", "Bánh gấc", "3*", ""),
        ("Hộ Ví Dụ Bốn, xã Tân Lập", "Mật ong", "", ""),
        ("HTX Ví Dụ Năm, xã Chợ Đồn, Thái Nguyên. SĐT: 0900000015", "Chè Shan tuyết", "4 sao (đang nâng hạng)", ""),
        # Split among several communes of today: which one, only a person knows.
        ("THT Ví Dụ Sáu, {split}", "Rau su su", "3 sao", "15/QĐ-UBND ngày 29 tháng 12 năm 2024"),
        ("HTX Ví Dụ Bảy, xã Rã Bản, Chợ Đồn", "Quýt", "", ""),
        ("Ma Thị Ví Dụ", "Rượu men lá", "3 sao", "năm 2024"),
        ("HTX Ví Dụ Tám, xã Không Có, huyện Chợ Đồn, Bắc Kạn", "Măng khô", "1 sao", ""),
        ("xã Tân Lập, 0900 000 016", "Ổi", "", ""),
    ]


def listed(lines: list[Row], split: str) -> bytes:
    """Parted by bars, in windows' UTF-16 of the other byte order; ``split`` is the address of a split commune."""
    text = "\n".join("|".join(cell.format(split=split) for cell in line) for line in (TITLES, *lines))
    return b"\xfe\xff" + text.encode("utf-16-be")
