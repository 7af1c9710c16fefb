"""The figures of docs/lists.md are those that the tests of the lists see."""

import re

import pytest

from marketplace.core.resources import resource
from tests.lists import test_commune, test_register, test_sections, test_shop, test_thousand, test_union
from tests.lists.settling import Summary
from tests.lists.test_real_lists import SUMMARIES

DOCUMENT = resource("config.py").parent / "docs" / "lists.md"
OWN: dict[str, Summary] = {
    "an office's register, as a workbook": test_register.SUMMARY,
    "the same exported in TCVN3, merges lost": test_register.SUMMARY,
    "the same exported in windows-1258, merges lost": test_register.SUMMARY,
    "a cooperative union's Word table, pasted": test_union.SUMMARY,
    "a shop's export": test_shop.SUMMARY,
    "a commune's list of four columns": test_commune.SUMMARY,
    "a list in sections": test_sections.SUMMARY,
    "a thousand rows, three in ten bad": test_thousand.SUMMARY,
}


def figures(summary: Summary) -> list[int]:
    """As they stand in the document's row."""
    counts, _refused, remarks, _unused, left_out = summary
    outcomes = [counts.get(outcome, 0) for outcome in ("created", "changed", "unchanged", "refused")]
    return [sum(outcomes), *outcomes, sum(remarks.values()), sum(left_out.values())]


@pytest.mark.parametrize("name", [*SUMMARIES, *OWN])
def test_a_row_of_figures(name: str) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    (row,) = re.findall(rf"^\| {re.escape(name)} \| (.*) \|$", text, re.MULTILINE)
    summary = {**SUMMARIES, **OWN}[name]
    assert [int(cell.replace(" ", "")) for cell in row.split("|")] == figures(summary)
