"""Lists of offices and producers: file → table → rows → what each does."""

from marketplace.catalogue.imports.reading_file import Table, read_table
from marketplace.catalogue.imports.running import KINDS, ImportReport, run_import
from marketplace.catalogue.imports.template import template_workbook

__all__ = ["KINDS", "ImportReport", "Table", "read_table", "run_import", "template_workbook"]
