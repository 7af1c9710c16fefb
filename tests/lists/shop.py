"""A shop's export: pictographs, HTML, English titles beside Vietnamese ones, sizes in names, one product many times."""

TITLES = ("id", "SKU", "Product Name", "Tên sản phẩm", "Price (VND)", "Giá bán", "Compare at price", "Shop", "Origin",
          "Danh mục", "Rating", "★", "Tags", "")  # fmt: skip

Row = tuple[str, ...]
_POST, _FAIR = "Bưu điện tỉnh Ví Dụ", "Cty TNHH Chợ phiên Ví Dụ"


def rows() -> list[Row]:
    """The shop's products."""
    return [
        _row("🔥 B&uacute;n kh&ocirc; H&#7891;ng Lu&acirc;n 500g 🔥", "38.000", _POST, "Bắc Kạn", star="3"),
        _row("Bún khô Hồng Luân (túi 1kg)", "75,000", _POST, "Bắc Kạn"),
        _row("BÚN KHÔ HỒNG LUÂN 500G", "42000đ", _FAIR, "Bắc Kạn"),
        _row("Bún khô Hồng Luân – 500g", "39.500 ₫", _POST, "Bắc Kạn"),  # the same seller, another price
        _row("✅ Mật ong rừng &amp; sáp ong - chai 500ml", "1.250.000", _FAIR, "Chợ Đồn"),
        _row("_Miến dong_gói 300gr", "45 000", "", "Na Rì, Bắc Kạn", tags="miến;đặc sản"),
        _row("Trà hoa vàng hộp 20 túi x 2g", "1,250,000.00", _POST, "Tân Lập"),
        _row("Trà hoa vàng hộp 40 túi x 2g", "2.350,000", _POST, "Tân Lập"),
        _row("Gạo nếp &lt;b&gt;ngon&lt;/b&gt; 5kg", "12.5", _POST, "Bắc Kạn"),
        _row("⭐⭐⭐⭐ Chè Shan tuyết Bằng Phúc", "0", _POST, "Xã Bằng Phúc", star="★★★★"),
        _row("", "50.000", _POST, "Bắc Kạn"),
        _row("Cốm nếp", "năm mươi nghìn", _POST, "Bắc Kạn"),
        ("", "", "", "", "", "", "", "", "", "", "", "", "", ""),
    ]


def _row(name: str, price: str, shop: str, origin: str, star: str = "", tags: str = "") -> Row:
    return ("1", "SP-01", "-", name, "", price, "", shop, origin, "Đặc sản", "4,9", star, tags, "còn hàng")


def exported(lines: list[Row]) -> bytes:
    """Commas part the columns, every cell stands in quotes, as programs write it."""
    quoted = ([f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in line] for line in (TITLES, *lines))
    return "\ufeff".encode() + "\n".join(",".join(line) for line in quoted).encode()
