"""Tables whose texts were typed in old fonts, wholly or in some columns."""

import re
from collections.abc import Sequence
from itertools import chain

from marketplace.catalogue.imports.reading_file.old_fonts import Conversion, best_conversion
from marketplace.catalogue.imports.reading_file.vietnamese import plausibility
from marketplace.catalogue.imports.reading_file.wrong_files import UNKNOWN_LETTERS
from marketplace.core.errors import Refused

_WESTERN = re.compile("[¡-´¶-¿ÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïñöøûüþÿµ]")  # in no Vietnamese word of today
_OF_TODAY = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300-\u0323]")  # in no old font
_LOOKED_AT = 500  # cells, and characters of each
_LEAST = 3  # cells, and share of the accented ones: a sign like ® here and there is no old font
_LEAST_SHARE = 0.05
_PLAUSIBLE = 0.7


def in_unicode(rows: list[list[str]]) -> list[list[str]]:
    """The table in letters of today. Raises Refused where most of its accented texts read as nothing."""
    accented = [cell for cell in chain.from_iterable(rows) if not cell.isascii()]
    western = [cell for cell in accented if _WESTERN.search(cell) and not _OF_TODAY.search(cell)]
    if len(western) < _LEAST or len(western) < _LEAST_SHARE * len(accented):
        return rows
    sample = "\n".join(cell[:_LOOKED_AT] for cell in western[:_LOOKED_AT])
    conversion = best_conversion(sample)
    before, after = plausibility(sample), plausibility(conversion(sample))
    if after < _PLAUSIBLE or after <= before:
        if len(western) > len(accented) / 2 and before < _PLAUSIBLE:
            raise Refused(UNKNOWN_LETTERS)
        return rows
    return _converted(rows, conversion)


def _converted(rows: list[list[str]], conversion: Conversion) -> list[list[str]]:
    """Convert column by column: in one of old texts also those cells that could be both."""
    width = max(map(len, rows))
    old = [_is_old(rows, column) for column in range(width)]
    return [[_cell(cell, old[column], conversion) for column, cell in enumerate(row)] for row in rows]


def _is_old(rows: Sequence[Sequence[str]], column: int) -> bool:
    cells = [row[column] for row in rows if column < len(row) and not row[column].isascii()]
    today = sum(_OF_TODAY.search(cell) is not None for cell in cells)
    return sum(_WESTERN.search(cell) is not None for cell in cells) >= today


def _cell(cell: str, is_column_old: bool, conversion: Conversion) -> str:
    if cell.isascii() or _OF_TODAY.search(cell) or not (is_column_old or _WESTERN.search(cell)):
        return cell
    return conversion(cell)
