"""A list of invented products, as large as wanted, for measuring what it costs to take one."""

import random
from pathlib import Path

import xlsxwriter

from marketplace.catalogue.vocabulary import all_classes

TITLES = (
    "STT", "Tên sản phẩm", "Chủ thể", "Xã", "Huyện", "Tỉnh", "Hạng sao", "Số quyết định", "Ngày cấp", "Ngày hết hạn",
    "Giá", "ĐVT", "Quy cách", "Mô tả",
)  # fmt: skip
COMMUNES = ("Tân Lập", "Bằng Phúc", "Đồng Thắng", "Xuân Lạc", "Bản Thi", "Phương Viên", "Nghĩa Tá", "Đại Sảo")
FIRST, SECOND = ("Hồng", "Tân", "Nam", "Minh", "Phú", "An"), ("Luân", "Thành", "Hà", "Lợi", "Phong", "Bình")
KINDS = ("loại một", "loại hai", "sấy dẻo", "sấy lạnh", "rừng", "vườn nhà", "đặc biệt", "truyền thống")


def rows(count: int) -> list[list[str]]:
    """Three products a producer; the same list for the same count."""
    chance = random.Random(938)
    names = [name.strip() for found in all_classes() for name in found.examples_vi.split(",") if name.strip()]
    return [
        [
            str(number + 1),
            f"{chance.choice(names)} {chance.choice(KINDS)} {number % 97}",
            f"HTX {chance.choice(FIRST)} {chance.choice(SECOND)} {number // 3}",
            COMMUNES[number // 3 % len(COMMUNES)],
            "Chợ Đồn",
            "Bắc Kạn",
            chance.choice(("3 sao", "4*", "3")),
            f"{number // 40 + 1}/QĐ-UBND",
            "05/08/2026",
            "05/08/2029",
            f"{chance.randint(10, 500)}.000đ",
            "gói",
            chance.choice(("gói 500 g", "túi 1 kg", "hộp 250 g")),
            f"Lời giới thiệu thứ {number}.",
        ]
        for number in range(count)
    ]


def write(path: Path, count: int) -> None:
    """Write it as a workbook."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    for position, row in enumerate([list(TITLES), *rows(count)]):
        sheet.write_row(position, 0, row)
    book.close()
