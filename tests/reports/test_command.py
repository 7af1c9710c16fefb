"""``marketplace report``."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from marketplace.core.db import transaction
from marketplace.reports.cli import report
from tests import factories
from tests.cast import QUANG_BACH
from tests.reports.facts import ask

pytestmark = pytest.mark.usefixtures("clock")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(report, arguments)


def received(outcome: Result) -> object:
    return next(i["value"] for i in json.loads(outcome.stdout_bytes)["indicators"] if i["code"] == "leads_received")


@pytest.fixture(autouse=True)
def lead(app: Flask) -> None:
    """One lead of Quảng Bạch of 10 October."""
    with transaction(write=True):
        ask(factories.make_supplier(place_id=QUANG_BACH), "2026-10-10 08:00")


def test_json_of_the_whole_country() -> None:
    outcome = run("2026-Q4", "--format", "json")
    assert (outcome.exit_code, received(outcome)) == (0, 1)


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        (("--area", "pre2025:064"), 1),
        (("--area", "02038"), 1),
        (("--area", "2025:15"), 0),
        (("--as-of", "2026-10-09"), 0),
        (("--as-of", "10/10/2026"), 1),
    ],
)
def test_options(option: tuple[str, str], expected: int) -> None:
    assert received(run("2026-Q4", *option, "--format", "json")) == expected


def test_csv_into_a_file(tmp_path: Path) -> None:
    outcome = run("2026-10", "--format", "csv", "-o", str(tmp_path / "report.csv"))
    assert (outcome.exit_code, outcome.output) == (0, "")
    assert (tmp_path / "report.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    "arguments",
    [
        ("2026-Q5", "--format", "json"),
        ("quý 3", "--format", "json"),
        ("2026-Q4", "--format", "pdf"),
        ("2026-Q4",),
        ("2026-Q4", "--format", "json", "--as-of", "2026-11-25"),
        ("2026-Q4", "--format", "json", "--as-of", "hôm qua"),
        ("2026-Q4", "--format", "json", "--area", "2025:99999"),
        ("2026-Q4", "--format", "json", "--area", "Chợ Đồn"),
    ],
)
def test_wrong_usage_ends_with_two(arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert outcome.exit_code == 2
    assert "Error" in outcome.stderr
