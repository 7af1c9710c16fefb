"""Lists of offices and producers: file → table → rows → what each does."""

from marketplace.catalogue.imports.handed_back import refused_workbook, result_workbook
from marketplace.catalogue.imports.kinds import KINDS
from marketplace.catalogue.imports.lists import read_list
from marketplace.catalogue.imports.reading_file import Table, read_table
from marketplace.catalogue.imports.reports import ImportReport, refusals_in, remarks_in
from marketplace.catalogue.imports.running import run_import
from marketplace.catalogue.imports.slices import preview_run, take_slice
from marketplace.catalogue.imports.template import template_workbook

__all__ = [
    "KINDS",
    "ImportReport",
    "Table",
    "preview_run",
    "read_list",
    "read_table",
    "refusals_in",
    "refused_workbook",
    "remarks_in",
    "result_workbook",
    "run_import",
    "take_slice",
    "template_workbook",
]
