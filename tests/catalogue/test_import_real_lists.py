"""The offices' own lists, where they lie beside the checkout: what each of their rows says is known."""

from collections import Counter
from pathlib import Path

import pytest

from marketplace.catalogue.imports.columns import Header, find_header
from marketplace.catalogue.imports.reading_file import read_table
from marketplace.catalogue.imports.rows import ENDS_FIRST, ImportedRow, read_body, read_row
from marketplace.catalogue.imports.stars import LOW_STARS
from marketplace.core.resources import resource
from tests.catalogue.workbooks import words_of

LISTS = resource("config.py").parent.parent / "shared" / "data" / "lists"
pytestmark = pytest.mark.skipif(not LISTS.is_dir(), reason="the real lists aren't here")


def read(name: str) -> tuple[Header, list[ImportedRow]]:
    table = read_table((Path(LISTS) / name).read_bytes())
    header = find_header(table.rows, "name")
    body = read_body(table.rows, header)
    assert not body.left_out
    return header, [read_row(number, cells, header.columns) for number, cells in body.lines]


def problems(rows: list[ImportedRow]) -> Counter[str]:
    return Counter(problem.message for row in rows for problem in row.problems)


@pytest.mark.parametrize(
    ("name", "count", "fields"),
    [
        ("cho-don-bac-kan.csv", 22, "name supplier kind commune district province stars decision issued"),
        ("lam-dong-2025-2026.xlsx", 60, "name supplier origin sector stars decision issued expires issuer"),
        ("cau-ke.txt", 37, "name supplier commune stars district province"),
    ],
)
def test_lists_without_a_fault(name: str, count: int, fields: str) -> None:
    header, rows = read(name)
    assert ([*header.columns], header.unused, len(rows)) == (fields.split(), (), count)
    assert not [words_of(row) for row in rows if words_of(row)]
    assert all(row.get("name") and row.get("supplier") for row in rows)


def test_stars_and_decisions_of_the_lists() -> None:
    stars = {
        name: Counter(found.stars for row in read(name)[1] for found in row.recognitions)
        for name in ("cho-don-bac-kan.csv", "lam-dong-2025-2026.xlsx", "cau-ke.txt")
    }
    assert stars["lam-dong-2025-2026.xlsx"] == {3: 44, 4: 16}
    assert stars["cho-don-bac-kan.csv"] == {3: 8, 4: 5, 5: 1}
    _header, rows = read("lam-dong-2025-2026.xlsx")
    (first,) = rows[0].recognitions
    assert (first.decision, first.issuer) == ("3981/QĐ-UBND", "UBND tỉnh Lâm Đồng")
    assert first.issued and first.expires and first.expires.year == first.issued.year + 3


def test_the_marketplace_list() -> None:
    header, rows = read("marketplace-listings-2025.csv")
    assert ([*header.columns], header.unused, len(rows)) == (["name", "price", "origin", "seller", "stars"], (), 1097)
    assert not problems(rows)
    assert [row.number for row in rows if row.remarks] == [109, 522], "two prices over 50 million"
    assert sum(bool(row.recognitions) for row in rows) > 100


def test_the_spoilt_list() -> None:
    header, rows = read("an-giang-spoilt.xlsx")
    assert len(rows) == 25 and header.unused == ("Vận chuyển", "SL", "HSD", "HSD sau mở")
    assert problems(rows) == {ENDS_FIRST: 9, LOW_STARS: 1}
    assert [row.number for row in rows if row.problems] == list(range(4, 13))
    remarks = Counter(remark.column for row in rows for remark in row.remarks)
    assert remarks == {"Tiêu chuẩn": 7, "Ngày cấp": 4, "Ngày hết hạn": 2, "Giá từ": 1}
