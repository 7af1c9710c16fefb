"""What single cells of a list say, and which are refused."""

from datetime import date
from typing import Any

import pytest

from marketplace.catalogue.imports.cells import read_cell
from marketplace.catalogue.vocabulary import ALL_YEAR, months_of
from marketplace.core.errors import Refused
from marketplace.core.text import TextRefused


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("stars", "3*", 3),
        ("stars", "OCOP 4 sao", 4),
        ("stars", "Ocop.4", 4),
        ("stars", "*****", 5),
        ("stars", "-", None),
        ("stars", "0", None),
        ("issued", "29/12/2021", (date(2021, 12, 29), None)),
        ("issued", "2021-12-29", (date(2021, 12, 29), None)),
        ("issued", "2021", (None, 2021)),
        ("tax_code", "4700 123 456", "4700123456"),
        ("tax_code", "100123456", "0100123456"),
        ("tax_code", "4700123456001", "4700123456-001"),
        ("tax_code", "19084000123", "019084000123"),
        ("phone", "0900.000.012", "+84900000012"),
        ("email", " HTX@Example.org ", "htx@example.org"),
        ("capacity", "3 tấn", 3_000_000),
        ("capacity", "36 tấn/năm", 3_000_000),
        ("capacity", "9 tạ mỗi quý", 300_000),
        ("commune", "Không", None),
        ("name", "  Bún   khô ", "Bún khô"),
        ("description", "Sợi nhỏ.\n\n\nPhơi nắng. ", "Sợi nhỏ.\n\nPhơi nắng."),
        ("season", "quanh năm", ALL_YEAR),
        ("season", "khi có mưa", None),
        ("season", "tháng 13", None),
    ],
)
def test_what_a_cell_says(column: str, cell: str, value: Any) -> None:
    assert read_cell(column, cell) == value


@pytest.mark.parametrize(
    ("cell", "months"),
    [("tháng 11 đến tháng 2", (1, 2, 11, 12)), ("3, 5-6", (3, 5, 6)), ("9–10", (9, 10)), ("T7", (7,))],
)
def test_seasons_go_round_the_turn_of_the_year(cell: str, months: tuple[int, ...]) -> None:
    assert months_of(read_cell("season", cell)) == months


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("stars", "2"),
        ("stars", "7 sao"),
        ("stars", "3-4"),
        ("stars", "tiềm năng"),
        ("issued", "31/2/2024"),
        ("price", "liên hệ"),
        ("tax_code", "12345"),
        ("phone", "12"),
        ("email", "không có"),
        ("capacity", "3 tấn mỗi chuyến"),
        ("capacity", "300 gói"),
        ("least", "nhiều"),
    ],
)
def test_what_cannot_be_read_is_refused(column: str, cell: str) -> None:
    with pytest.raises((Refused, TextRefused)):
        read_cell(column, cell)
