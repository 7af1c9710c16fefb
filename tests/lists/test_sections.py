"""A list in sections: what only divides it is told apart, and every product keeps its own numbers."""

from datetime import date

from flask import Flask

from marketplace.catalogue.imports import no_rows
from marketplace.catalogue.models import Certificate, Offer, Product
from marketplace.suppliers.models import Supplier
from tests.lists.sections import Line, rows, workbook
from tests.lists.settling import Summary, all_of, papers, prices, settle

SUMMARY: Summary = (
    {"created": 75},
    {},
    {},
    ("Cột C", "Cột I"),
    {no_rows.COLUMN_NUMBERS: 1, no_rows.HEADING: 3, no_rows.TITLE_AGAIN: 3, no_rows.TOTAL: 4, no_rows.SIGNATURE: 1},
)


def test_the_list_is_taken(app: Flask) -> None:
    assert settle(workbook(rows())).summary == SUMMARY
    producers = all_of(Supplier)
    assert len(producers) == 15 and producers[0].phone == "+84900000100", "the zero that a spreadsheet dropped"
    assert {found.place_id for found in producers} == {"2025:02038"}
    days = [paper.issued_on for paper in all_of(Certificate)]
    assert days[:3] == [date(2024, 6, 1), date(2024, 6, 2), date(2024, 6, 3)], "serial numbers, as numbers or as texts"
    assert papers("Rượu men lá loại 1") == [(4, "3/QĐ-UBND", "2024-06-26", "2027-06-26", None)]
    assert prices("Bún khô loại 1")[0][2] == 45_500 and prices("Bún khô loại 2")[0][2] == 45_000, "in thousands"


def test_the_list_again_and_corrected(app: Flask) -> None:
    settle(workbook(rows()))
    assert settle(workbook(rows())).summary == ({"unchanged": 75}, *SUMMARY[1:])
    corrected = settle(workbook([_corrected(line) for line in rows()]))
    assert corrected.counts == {"changed": 25, "unchanged": 50}
    assert [len(all_of(table)) for table in (Product, Certificate, Offer)] == [75, 75, 75]
    assert papers("Tinh bột nghệ loại 1")[0][:2] == (5, "77/QĐ-UBND"), "its decision, put right"


def _corrected(line: Line) -> Line:
    """The third section had the numbers of other decisions."""
    if len(line) > 10 and str(line[1]).startswith("Tinh bột nghệ"):
        return [*line[:9], 5, "77/QĐ-UBND", *line[11:]]
    return line
