"""What a picture costs at most, in a process of its own: the largest that are taken, and those that only seem small."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.media.mischief import bomb, bomb_of_words
from tests.media.pictures import encoded

MOST = 420 * 1024 * 1024  # bytes beside what the programme has at rest
REFUSED_MOST = 64 * 1024 * 1024
SIZE = (8000, 5000)  # the most pixels that are taken


def costs(folder: Path, files: dict[str, bytes]) -> dict[str, tuple[int, str]]:
    """(peak so far, what became of it) of each file, one after the other in one process of their own."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    whole = [sys.executable, "-m", "tests.media.measured", *(str(folder / name) for name in files)]
    done = subprocess.run(whole, capture_output=True, text=True, check=True, env=os.environ)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return {line["file"]: (line["peak"], line["said"]) for line in found}


@pytest.fixture(scope="module")
def large() -> Image.Image:
    return Image.linear_gradient("L").resize(SIZE).convert("RGB")


def test_the_largest_that_are_taken(large: Image.Image, tmp_path: Path) -> None:
    files = {
        "photo.jpg": encoded(large),
        "plain.png": encoded(large, "PNG", compress_level=1),
        "print.jpg": encoded(large.convert("CMYK"), progressive=True),
        "clear.png": encoded(large.convert("P"), "PNG", compress_level=1, transparency=3),
        "large.webp": encoded(large.resize((5000, 4000)), "WEBP", method=0, quality=20),
    }
    found = costs(tmp_path, files)
    assert {name: said for name, (_, said) in found.items() if not said.endswith("12 files")} == {}
    assert {name: peak // 2**20 for name, (peak, _) in found.items() if peak > MOST} == {}
    assert found["photo.jpg"][0] < found["plain.png"][0] / 2  # shrunk while it is decoded


def test_bombs_cost_nothing(tmp_path: Path) -> None:
    found = costs(tmp_path, {"bomb.png": bomb(), "words.png": bomb_of_words()})
    assert all(said.startswith("refused") for _, said in found.values())
    assert {name: peak // 2**20 for name, (peak, _) in found.items() if peak > REFUSED_MOST} == {}
