"""What the pages about lists print."""

from marketplace.catalogue.presenters.importing.handing_in import ListsPage, lists_page
from marketplace.catalogue.presenters.importing.looks import KEPT, Look, reasons_in
from marketplace.catalogue.presenters.importing.progress import progress_of
from marketplace.catalogue.presenters.importing.rows import refused_line, result_line, said, shown_rows
from marketplace.catalogue.presenters.importing.run_pages import ListPage, list_page, rows_part
from marketplace.catalogue.presenters.importing.ways import Ways

__all__ = [
    "KEPT",
    "ListPage",
    "ListsPage",
    "Look",
    "Ways",
    "list_page",
    "lists_page",
    "progress_of",
    "reasons_in",
    "refused_line",
    "result_line",
    "rows_part",
    "said",
    "shown_rows",
]
