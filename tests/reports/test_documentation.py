"""``docs/statistics.md`` names every indicator with its address, and none that is not there."""

import re
from pathlib import Path

from marketplace.reports.vocabulary import BREAKDOWNS, INDICATORS

TEXT = (Path(__file__).parents[2] / "docs" / "statistics.md").read_text(encoding="utf-8")


def test_every_indicator_is_explained() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `([\w-]+)` \|", TEXT, re.MULTILINE)
    assert rows == [(indicator.code, indicator.slug) for indicator in INDICATORS]


def test_every_breakdown_is_named() -> None:
    assert [breakdown.param for breakdown in BREAKDOWNS if f"(`{breakdown.param}`)" not in TEXT] == []
