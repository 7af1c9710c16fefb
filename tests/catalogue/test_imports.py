"""Taking lists: what is found again, what is refused and why, what a cut-off run does."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import func, select

from marketplace.catalogue.imports import ImportReport, run_import, running, stored, template_workbook
from marketplace.catalogue.models import Certificate, ImportRun, Offer, Product, ProductVersion
from marketplace.catalogue.services import keep_drafts
from marketplace.core.actor import STRANGER
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.core.resources import resource
from marketplace.suppliers.models import Supplier

LIST = (Path(__file__).parent / "listing.csv").read_bytes()
REAL_LIST = resource("config.py").parent.parent / "shared" / "data" / "lists" / "cho-don-bac-kan.csv"


def take(content: bytes = LIST, *, dry_run: bool = False) -> ImportReport:
    return run_import(STRANGER, "products", "list.csv", content, dry_run=dry_run)


def count(model: type) -> int:
    with transaction(write=False):
        return session.scalar(select(func.count()).select_from(model)) or 0


def product(name: str) -> Product:
    with transaction(write=False):
        query = select(Product).join(ProductVersion, ProductVersion.id == Product.version_id)
        return session.scalars(query.where(ProductVersion.name == name)).one()


def test_good_rows_are_taken_without_the_bad(app: Flask) -> None:
    report = take()
    assert report.counts == {"created": 4, "refused": 3}
    assert report.row_count == 7 and report.recounted == 4
    assert report.unused_columns == ("Ghi chú nội bộ",)
    assert [refused.number for refused in report.refused] == [8, 9, 10]
    assert [refused.problems[0].column for refused in report.refused] == ["", "Hạng sao", "Ngày cấp"]
    assert count(Supplier) == 3, "a refused row leaves nothing half-written"


def test_the_same_list_twice_changes_nothing(app: Flask) -> None:
    take()
    before = [count(model) for model in (Product, ProductVersion, Supplier, Certificate, Offer)]
    assert take().counts == {"unchanged": 4, "refused": 3}
    assert [count(model) for model in (Product, ProductVersion, Supplier, Certificate, Offer)] == before


def test_a_corrected_list_changes_what_differs(app: Flask) -> None:
    take()
    report = take(LIST.replace("38.000đ".encode(), "40.000đ".encode()))
    assert report.counts == {"changed": 1, "unchanged": 3, "refused": 3}
    with transaction(write=False):
        assert set(session.scalars(select(Offer.price))) == {40_000, 125_000}


def test_a_dry_run_says_the_same_and_keeps_nothing(app: Flask) -> None:
    assert take(dry_run=True).counts == take().counts
    assert count(ImportRun) == 1


def test_what_comes_in_is_unclaimed_and_unverified(app: Flask) -> None:
    take()
    with transaction(write=False):
        supplier = session.scalars(select(Supplier).where(Supplier.name == "HTX Hồng Luân")).one()
        papers = session.scalars(select(Certificate).order_by(Certificate.id)).all()
    assert (supplier.state, supplier.kind, supplier.short_name) == ("unclaimed", "htx", "Hồng Luân")
    assert (supplier.place_id, supplier.legacy_place_id) == ("2025:02038", "pre2025:02032")
    assert [(paper.stars, paper.verified_at) for paper in papers] == [(3, None), (5, None)]
    assert papers[1].issued_on is None and papers[1].decision_no == "năm 2021"


def test_a_product_without_producer_keeps_its_place(app: Flask) -> None:
    take()
    orphan = product("Quýt")
    assert orphan.supplier_id is None and orphan.province_id == "2025:19"
    assert (orphan.class_code, orphan.proposed_class) == (None, "I.1.a")


def test_pack_sizes_are_no_part_of_the_name_by_which_it_is_found_again(app: Flask) -> None:
    take()
    report = take(LIST.replace("Bún khô 500g".encode(), "Bún khô 1kg".encode()))
    assert report.counts["created"] == 0


def test_a_cut_off_run_goes_on(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "PORTION", 2)
    cut_off(monkeypatch, before_portion=2)
    with pytest.raises(KeyboardInterrupt):
        take()
    assert count(Product) == 2
    monkeypatch.undo()
    report = take()
    assert report.skipped == 2 and count(Product) == 4
    with transaction(write=False):
        run = session.scalars(select(ImportRun)).one()
    assert (run.state, run.counts) == ("ended", {"created": 4, "refused": 3})


def cut_off(monkeypatch: pytest.MonkeyPatch, before_portion: int) -> None:
    """Cut the run off, as a kill would, in the middle of a portion."""
    begun: list[None] = []
    keep = keep_drafts

    def cut(*arguments: Any) -> None:
        begun.append(None)
        keep(*arguments)
        if len(begun) == before_portion:
            raise KeyboardInterrupt

    monkeypatch.setattr(stored, "keep_drafts", cut)


def workbook(rows: Sequence[Sequence[str]]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        LIST.decode().encode("utf-16"),
        b"\xef\xbb\xbf" + LIST,
        LIST.replace(b";", b"\t"),
        workbook([line.split(";") for line in LIST.decode().splitlines()]),
    ],
    ids=["utf-16", "byte order mark", "tabs", "workbook"],
)
def test_encodings_separators_and_workbooks(app: Flask, content: bytes) -> None:
    assert take(content, dry_run=True).counts == {"created": 4, "refused": 3}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n ",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"PK\x03\x04 no archive at all",
        "Kính gửi: các hợp tác xã\nXin gửi danh sách sau.".encode(),
        b"a;b;c\n1;2;3",
        workbook([["Họ tên", "Ngày sinh"], ["A", "1990"]]),
    ],
    ids=["empty", "blank", "picture", "broken archive", "letter", "no known column", "another workbook"],
)
def test_a_wrong_file_is_refused_before_anything_is_written(app: Flask, content: bytes) -> None:
    with pytest.raises(Refused):
        take(content)
    assert count(ImportRun) == 0


def test_the_template_can_be_filled_in_and_taken(app: Flask) -> None:
    book = load_workbook(io.BytesIO(template_workbook()))
    first, example = book.worksheets[:2]
    for cell in example[2]:
        first.cell(2, cell.column or 1).value = str(cell.value or "")
    filled = io.BytesIO()
    book.save(filled)
    assert take(filled.getvalue()).counts == {"created": 1}
    assert product("Bún khô").class_code == "I.3.b"


def test_suppliers_alone(app: Flask) -> None:
    report = run_import(STRANGER, "suppliers", "list.csv", LIST)
    assert report.counts["created"] == 4 and report.recounted == 4


if REAL_LIST.is_file():  # the offices' own list, where it lies beside the checkout

    def test_the_real_list_of_the_country(app: Flask) -> None:
        report = take(REAL_LIST.read_bytes())
        assert report.counts == {"created": 22} and report.recounted == 22
        assert take(REAL_LIST.read_bytes()).counts == {"unchanged": 22}


def test_a_sheet_that_holds_a_list_too_is_named(app: Flask) -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    for year in ("2025", "2026"):
        sheet = book.add_worksheet(year)
        sheet.write_row(0, 0, ["Tên sản phẩm", "Chủ thể"])
        sheet.write_row(1, 0, [f"Bún {year}", "HTX Một"])
    book.close()
    report = take(buffer.getvalue(), dry_run=True)
    assert report.unused_columns == ("cả trang “2026”",) and [row.about for row in report.rows] == ["Bún 2025"]
