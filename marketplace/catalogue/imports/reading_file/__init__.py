"""A list's bytes → a table of texts; what is no list is refused before anything else happens."""

from marketplace.catalogue.imports.reading_file import limits
from marketplace.catalogue.imports.reading_file.separated import read_separated
from marketplace.catalogue.imports.reading_file.tables import Table
from marketplace.catalogue.imports.reading_file.workbooks import EXAMPLE_SHEET, read_workbook
from marketplace.catalogue.imports.reading_file.wrong_files import EMPTY, refuse_wrong_file
from marketplace.core.errors import Refused

__all__ = ["EXAMPLE_SHEET", "Table", "read_table"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def read_table(content: bytes) -> Table:
    """Read an .xlsx workbook's first sheet that is a list, or separated text of whatever encoding.

    Nothing in a file is ever carried out, and what it unpacks to is bounded. Raises Refused with what it is instead
    and what its owner can do, when it is empty, too large, or no list.
    """
    if len(content) > limits.LARGEST_FILE:
        raise Refused(limits.TOO_LARGE, megabytes=limits.LARGEST_FILE // 1024**2)
    refuse_wrong_file(content)
    table = read_workbook(content) if content.startswith(_ZIP) else Table(read_separated(content))
    if not table.rows:
        raise Refused(EMPTY)
    return table
