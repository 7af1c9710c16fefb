"""Reads for reports: which areas somebody may ask for, and what a report of one consists of."""

from marketplace.reports.queries.areas import area_for, areas_of
from marketplace.reports.queries.public import public_figures
from marketplace.reports.queries.reports import CHARTED, Opened, Report, opened_of, report_of, scope_of

__all__ = [
    "CHARTED",
    "Opened",
    "Report",
    "area_for",
    "areas_of",
    "opened_of",
    "public_figures",
    "report_of",
    "scope_of",
]
