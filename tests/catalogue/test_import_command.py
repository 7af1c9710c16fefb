"""``marketplace import``: what it prints and how it ends."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from openpyxl import load_workbook

from marketplace.app.commands import main
from marketplace.catalogue.models import Product
from marketplace.core.settings import settings
from tests.catalogue.lists import count

GOOD = "Tên sản phẩm;Chủ thể;Ghi chú\nBún khô;HTX Hồng Luân;ngon\n;HTX Một;\n"


@pytest.fixture
def run(app: Flask, tmp_path: Path) -> "Run":
    return Run(tmp_path)


class Run:
    """Runs the command over a file in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *arguments: str, content: str = GOOD) -> Result:
        path = self.folder / "list.csv"
        path.write_text(content, encoding="utf-8")
        data = str(settings().data_folder)
        return CliRunner().invoke(main, ["import", *arguments, str(path), "--data", data])


def test_it_says_what_became_of_the_list(run: Run) -> None:
    outcome = run("products")
    assert outcome.exit_code == 0
    assert "line 3: Dòng này không có tên sản phẩm." in outcome.stderr
    assert "unused columns: Ghi chú" in outcome.stdout
    assert "2 rows: 1 created, 0 changed, 0 unchanged, 1 refused" in outcome.stdout
    assert "counted again: 1 products of this list" in outcome.stdout


def test_each_reason_is_said_once_with_its_rows(run: Run) -> None:
    outcome = run(content="Tên sản phẩm;Sao;Giá\nBún;6;\nMiến;2 sao;\nGạo;1*;\nChè;3;10\n")
    refused = [line for line in outcome.stdout.splitlines() if line.startswith("refused")]
    assert [line[:30] for line in refused] == ["refused 2: Hạng sao: … sao là ", "refused 1: Hạng sao: Hạng sao "]
    assert "to be looked at 1: Giá từ: Giá 10\u00a0₫ thấp lạ thường." in outcome.stdout


def test_products_need_not_be_said(run: Run) -> None:
    assert run().exit_code == 0 and count(Product) == 1


def test_what_was_taken_can_be_searched_at_once(run: Run) -> None:
    run("products")
    found = CliRunner().invoke(main, ["search", "bun kho", "--data", str(settings().data_folder)])
    assert "Bún khô" in found.output


def test_a_list_found_again_is_a_success(run: Run) -> None:
    run("products")
    outcome = run("products")
    assert outcome.exit_code == 0 and "0 created, 0 changed, 1 unchanged" in outcome.stdout


def test_a_dry_run_keeps_nothing(run: Run) -> None:
    outcome = run("products", "--dry-run")
    assert outcome.exit_code == 0 and "dry run, nothing kept" in outcome.stdout
    assert "created    Bún khô" in outcome.stdout, "row by row"
    assert count(Product) == 0


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("Tên sản phẩm;Chủ thể\n;HTX Một\n", "Dòng này không có tên sản phẩm."),
        ("Tên sản phẩm;Chủ thể\n", "không có dòng nào"),
        ("Họ tên;Ngày sinh\nA;1990\n", "Tên sản phẩm"),
        ("", "trống"),
    ],
    ids=["no good row", "header alone", "no header", "empty"],
)
def test_a_list_of_which_nothing_is_taken_ends_one(run: Run, content: str, reason: str) -> None:
    outcome = run("products", content=content)
    assert outcome.exit_code == 1 and reason in outcome.stderr
    assert count(Product) == 0


@pytest.mark.parametrize("arguments", [["products"], ["offers", "list.csv"], ["products", "no-such-file.csv"], []])
def test_wrong_usage_ends_two(app: Flask, arguments: list[str]) -> None:
    outcome = CliRunner().invoke(main, ["import", *arguments, "--data", str(settings().data_folder)])
    assert outcome.exit_code == 2


def test_the_template_is_a_list_of_ours(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    data = ["--data", str(settings().data_folder)]
    assert CliRunner().invoke(main, ["import", "--template", str(path), *data]).exit_code == 0
    outcome = CliRunner().invoke(main, ["import", str(path), *data])
    assert outcome.exit_code == 1 and "không có dòng nào" in outcome.stderr, "the example is no product of anybody's"
    assert count(Product) == 0


def test_refused_rows_come_back_as_a_workbook_that_can_be_mended(run: Run, tmp_path: Path) -> None:
    back = tmp_path / "refused.xlsx"
    outcome = run("products", "--refused", str(back))
    assert f"refused rows, each with its reason: {back}" in outcome.stdout
    book = load_workbook(back)
    sheet = book.worksheets[0]
    title, row = list(sheet.iter_rows(values_only=True))
    assert title[-1] == "Lý do" and row[-1] == "Dòng này không có tên sản phẩm."
    sheet.cell(2, 1).value = "Gạo nếp"
    book.save(back)
    again = CliRunner().invoke(main, ["import", str(back), "--data", str(settings().data_folder)])
    assert again.exit_code == 0 and "1 rows: 1 created" in again.output and "Lý do" not in again.output
