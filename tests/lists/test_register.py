"""The office's register as a workbook, and as what remained of it after two exports."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from marketplace.catalogue.imports import no_rows, remarks
from marketplace.catalogue.imports.cells import BROKEN, MORE_PHONES
from marketplace.catalogue.imports.rows import ENDS_FIRST
from marketplace.catalogue.imports.stars import LOW_STARS, POTENTIAL
from marketplace.catalogue.models import Certificate, Product
from marketplace.suppliers.models import Supplier
from tests.lists.old_letters import in_vn3, in_windows_1258
from tests.lists.register import Row, as_text, rows, workbook
from tests.lists.settling import Summary, all_of, papers, product, settle, where

Writer = Callable[[list[Row]], bytes]
SUMMARY: Summary = (
    {"created": 8, "refused": 2},
    {ENDS_FIRST: 1, LOW_STARS: 1},
    {
        remarks.OTHER_STARS: 1,
        remarks.OTHER_YEAR: 1,
        remarks.OTHER_TERM: 1,
        remarks.STARS_OF_NOW: 1,
        remarks.REVERSED: 1,
        POTENTIAL: 1,
        MORE_PHONES: 1,
        BROKEN: 1,
    },
    ("Ghi chú",),
    {no_rows.ROW_DELETED: 1, no_rows.TOTAL: 1, no_rows.BELOW: 3, no_rows.SIGNATURE: 3},
)
TWO_TIMES = [
    (3, "2616/QĐ-UBND", "2021-12-29", "2024-12-29", None),
    (4, "812/QĐ-UBND", "2025-05-20", "2028-05-20", None),
]


WRITERS: dict[str, Writer] = {
    "workbook": workbook,
    "TCVN3, merges lost": lambda lines: in_vn3(as_text(lines, merged=True)),
    "windows-1258, merges lost": lambda lines: in_windows_1258(as_text(lines, merged=True)),
}


@pytest.fixture(params=WRITERS)
def write(request: pytest.FixtureRequest, app: Flask) -> Writer:
    return WRITERS[request.param]


def test_the_register_is_taken_with_all_its_oddities(write: Writer) -> None:
    assert settle(write(rows())).summary == SUMMARY
    assert papers("Bún khô sợi nhỏ") == TWO_TIMES
    (paper,) = papers("Bún khô ngũ sắc")
    assert paper[:4] == TWO_TIMES[0][:4] and paper[4] and "4 sao, lần công nhận cuối ghi 3 sao" in paper[4]
    assert [stars for stars, *_rest in papers("Trà hoa vàng")] == [4], "the potential is no star"
    assert [day for _stars, _decision, day, *_rest in papers("Măng ớt")] == ["2021-12-29", "2025-05-20"]


def test_its_producers_stand_once_where_they_are(write: Writer) -> None:
    settle(write(rows()))
    producers = {found.name: (found.kind, found.phone) for found in all_of(Supplier)}
    assert producers == {
        "HTX Ví Dụ Hồng Luân": ("htx", "+84900000011"),
        "THT Đại Ví Dụ": ("tht", "+84900000012"),
        "Công ty TNHH Hà Ví Dụ": ("dn", "+84900000014"),
    }
    assert where("HTX Ví Dụ Hồng Luân") == ("Quảng Bạch", "Tân Lập", "Thái Nguyên")
    assert where("Công ty TNHH Hà Ví Dụ") == ("Chợ Đồn", "Bằng Lũng", "Thái Nguyên")
    ids = {found.name: found.id for found in all_of(Supplier)}
    assert product("Gạo nếp nương").supplier_id == ids["HTX Ví Dụ Hồng Luân"], "also where merged cells were lost"
    assert product("Măng ớt").supplier_id == ids["Công ty TNHH Hà Ví Dụ"]
    orphan = product("Chè Shan tuyết")
    assert orphan.supplier_id is None and orphan.place_text == "Quảng Bạch"


def test_the_register_again_and_corrected(write: Writer) -> None:
    settle(write(rows()))
    again = settle(write(rows()))
    assert again.summary == ({"unchanged": 8, "refused": 2}, *SUMMARY[1:])
    corrected = settle(write([_corrected(line) for line in rows()]))
    assert (corrected.counts, corrected.refused) == ({"created": 2, "changed": 2, "unchanged": 6}, {})
    assert not {remarks.OTHER_STARS, remarks.OTHER_YEAR, remarks.OTHER_TERM} & set(corrected.remarks)
    assert papers("Bún khô ngũ sắc")[0][4] is None, "what was put right is no remark any more"
    assert papers("Gạo nếp nương") == TWO_TIMES[:1]
    assert len(all_of(Product)) == 10 and len(all_of(Certificate)) == 12


def _corrected(line: Row) -> Row:
    """What a person puts right who reads the remarks and the refused rows."""
    cells = list(line)
    name = str(line[1])
    if name == "Bún khô ngũ sắc":
        cells[9] = 3
    elif name == "Gạo nếp nương":
        cells[10], cells[13] = date(2024, 12, 29), 2021
    elif name == "Mật ong rừng":
        cells[10] = date(2024, 12, 29)
    elif name == "Rượu men lá":
        cells[9] = ""
    return tuple(cells)
