"""A list whose taking is killed half-way goes on when it is asked for again, and ends as if nothing had happened."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from flask import Flask

from marketplace.core.settings import settings

ROWS = 700
PRODUCTS = 450  # then each comes again
HEADER = "Tên sản phẩm;Chủ thể;Xã;Tỉnh;Quy cách;Giá;Sao;Số quyết định;Ngày cấp;Mô tả"


def a_list() -> str:
    """Rows of which later ones speak again of what the first ones told: prices that differ, words that differ."""
    lines = [HEADER]
    for number in range(ROWS):
        about = number % PRODUCTS
        price = 10 + about % 7 + (number >= PRODUCTS and about % 3 == 0)
        words = f"Lời {number // PRODUCTS}" if about % 5 else ""
        lines.append(
            f"Hàng {about};HTX Số {about // 4};Tân Lập;Bắc Kạn;gói 500 g;{price}.000;3;{about // 40}/QĐ-UBND;"
            f"5/8/2026;{words}"
        )
    return "\n".join(lines)


@pytest.fixture
def folders(app: Flask, tmp_path: Path) -> tuple[Path, Path]:
    """Two data folders alike."""
    for name in ("killed", "whole"):
        subprocess.run(["cp", "-r", str(settings().data_folder.parent / "template"), str(tmp_path / name)], check=True)
    return tmp_path / "killed", tmp_path / "whole"


def importing(folder: Path, file: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "marketplace.app.commands", "import", "products", str(file), "--data", str(folder)]
    quiet = {**os.environ, "MARKETPLACE_KIND": "test", "PYTHONWARNINGS": "ignore"}
    return subprocess.Popen(command, env=quiet, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def asked(folder: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(folder / "marketplace.sqlite3", timeout=10) as connection:
        return connection.execute(query).fetchall()


def kill_half_way(folder: Path, file: Path) -> int:
    """Kill the command (-9) once it has taken a portion; how many rows it had taken."""
    running = importing(folder, file)
    while not (done := asked(folder, "SELECT rows_done FROM import_run WHERE rows_done > 0")):
        assert running.poll() is None, running.communicate()[1]
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    return int(str(done[0][0]))


_PRODUCTS = "FROM product p JOIN product_version v ON v.id = p.version_id JOIN supplier s ON s.id = p.supplier_id"
_OFFERS = "FROM offer o JOIN pack k ON k.id = o.pack_id JOIN product p ON p.id = k.product_id"
_PAPERS = "FROM certificate c JOIN product p ON p.id = c.product_id"
RESULTS = (
    "SELECT number, outcome, problems, remarks, is_done FROM import_row ORDER BY number",
    "SELECT state, rows_done, counts, recounted FROM import_run",
    f"SELECT p.slug, v.number, v.name, v.description, s.slug {_PRODUCTS} ORDER BY p.slug",
    f"SELECT p.slug, o.price {_OFFERS} ORDER BY 1, 2",
    f"SELECT p.slug, c.stars, c.decision_no, c.expires_on {_PAPERS} ORDER BY 1, 3",
)


def test_a_killed_import_goes_on_and_ends_the_same(folders: tuple[Path, Path], tmp_path: Path) -> None:
    killed, whole = folders
    file = tmp_path / "list.csv"
    file.write_text(a_list(), encoding="utf-8")
    done = kill_half_way(killed, file)
    assert 0 < done < ROWS
    again, straight = importing(killed, file), importing(whole, file)
    told, errors = again.communicate()
    assert again.returncode == 0, errors
    assert straight.communicate() and straight.returncode == 0
    assert "had been taken by an earlier, unfinished run" in told
    for query in RESULTS:
        assert asked(killed, query) == asked(whole, query)
    assert len(asked(whole, RESULTS[2])) == PRODUCTS
