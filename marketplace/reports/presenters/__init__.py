"""What the pages of reports print; addresses come from a function, so that nothing here knows HTTP."""

from marketplace.reports.presenters.labels import area_label, capital, pill_at, place_label
from marketplace.reports.presenters.opened_pages import OpenedPage, OpenedRow, opened_page
from marketplace.reports.presenters.report_pages import ReportPage, report_page
from marketplace.reports.presenters.tables import Group, groups_of

__all__ = [
    "Group",
    "OpenedPage",
    "OpenedRow",
    "ReportPage",
    "area_label",
    "capital",
    "groups_of",
    "opened_page",
    "pill_at",
    "place_label",
    "report_page",
]
