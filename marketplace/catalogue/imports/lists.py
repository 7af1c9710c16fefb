"""A list's bytes → its rows, before anybody decides about them."""

from hashlib import sha256

from marketplace.catalogue.imports.columns import find_header
from marketplace.catalogue.imports.kinds import KINDS
from marketplace.catalogue.imports.reading_file import read_table
from marketplace.catalogue.imports.rows import read_body
from marketplace.catalogue.vocabulary.lists import NewList
from marketplace.core.errors import Refused
from marketplace.core.texts import N_, say

OTHER_SHEET = N_("cả trang “%(name)s”")
NO_ROWS = N_("Danh sách này không có dòng nào dưới hàng tiêu đề.")


def read_list(kind: str, file_name: str, content: bytes) -> NewList:
    """Read a list of ``products`` or ``suppliers``; raises Refused for a wrong file. Slow: open no transaction."""
    table = read_table(content)
    header = find_header(table.rows, KINDS[kind].needed)
    body = read_body(table.rows, header)
    if not body.lines:
        raise Refused(NO_ROWS)
    return NewList(
        kind=kind,
        file_name=file_name,
        digest=sha256(content).hexdigest(),
        titles=header.titles,
        columns=dict(header.columns),
        unused=(*header.unused, *(say(OTHER_SHEET, name=name) for name in table.other_sheets)),
        left_out=body.left_out,
        lines=body.lines,
    )
