"""Files that are no lists, end to end: each is refused for what it is, the process stays small, nothing is written."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask import Flask

from marketplace.app.commands import main
from marketplace.catalogue.models import ImportRow, ImportRun, Product
from marketplace.core.settings import settings
from marketplace.suppliers.models import Supplier
from tests.lists.settling import all_of
from tests.lists.thousand import as_csv, rows
from tests.lists.wrong import WRONG

MOST_MEMORY = 300 * 1024**2  # bytes
MOST_SECONDS = 20.0  # of own work for one file, so that a busy machine is no defect; most take a fraction of one


def test_wrong_files_are_refused_and_nothing_is_written(app: Flask, tmp_path: Path) -> None:
    for name, (make, _told) in WRONG.items():
        (tmp_path / name).write_bytes(make())
    outcomes = _handed_in([tmp_path / name for name in WRONG])
    assert [outcome["file"] for outcome in outcomes] == list(WRONG)
    for outcome in outcomes:
        _make, told = WRONG[outcome["file"]]
        assert re.search(told, outcome["told"], re.DOTALL), outcome
        assert "Traceback" not in outcome["told"]
        assert outcome["status"] == 1 and outcome["seconds"] < MOST_SECONDS, outcome
    assert outcomes[-1]["peak"] <= MOST_MEMORY
    assert [len(all_of(table)) for table in (ImportRun, ImportRow, Product, Supplier)] == [0, 0, 0, 0]


def _handed_in(files: list[Path]) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.lists.measured", str(settings().data_folder), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_list_of_which_every_row_is_bad_takes_nothing_and_says_why(app: Flask, tmp_path: Path) -> None:
    bad = [row for row in rows() if row[0] and row[6] == "2 sao"]
    (tmp_path / "xau.csv").write_bytes(as_csv(bad))
    outcome = CliRunner().invoke(main, ["import", str(tmp_path / "xau.csv"), "--data", str(settings().data_folder)])
    assert outcome.exit_code == 1
    assert re.search(
        rf"refused {len(bad)}: Hạng sao: 2 sao là kết quả chấm nội bộ.* Xin để trống ô này", outcome.output
    )
    assert [len(all_of(table)) for table in (Product, Supplier)] == [0, 0]
    (run,) = all_of(ImportRun)
    assert run.counts == {"refused": len(bad)}, "what was handed in stays, with the reason of each row"


@pytest.mark.parametrize("name", ["thu-muc.xlsx", "khong-co.xlsx"])
def test_a_folder_and_a_name_of_nothing_are_wrong_usage(app: Flask, tmp_path: Path, name: str) -> None:
    (tmp_path / "thu-muc.xlsx").mkdir()
    outcome = CliRunner().invoke(main, ["import", str(tmp_path / name), "--data", str(settings().data_folder)])
    assert outcome.exit_code == 2 and ("is a folder" in outcome.output) == (name == "thu-muc.xlsx")
    assert not all_of(ImportRun)
