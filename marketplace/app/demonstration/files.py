"""The JSON files of the demonstration."""

import json
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def rows(name: str, key: str | None = None) -> list[Row]:
    """The list ``key`` (by default of the same name) of a file beside this one."""
    text = (Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8")
    found: list[Row] = json.loads(text)[key or name]
    return found
