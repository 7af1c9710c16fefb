"""What of a list's columns and lines is used, and what isn't: nothing is left aside in silence."""

from collections.abc import Sequence
from dataclasses import dataclass

from marketplace.catalogue.imports.columns import SYNONYMS
from marketplace.catalogue.models import ImportRun
from marketplace.core.text import format_number
from marketplace.core.texts import say


@dataclass(frozen=True)
class UsedColumn:
    """A column of the list, and which of ours it is."""

    theirs: str
    ours: str


@dataclass(frozen=True)
class LeftLines:
    """Lines that are no rows, by why."""

    why: str
    lines: str


@dataclass(frozen=True)
class Columns:
    """Columns that are used, titles of those that aren't (and names of sheets), and lines that are no rows."""

    used: tuple[UsedColumn, ...]
    unused: tuple[str, ...]
    left_out: tuple[LeftLines, ...]


def columns_of(run: ImportRun) -> Columns:
    """The columns of a list, in its order."""
    used = sorted((position, field) for field, position in run.columns.items())
    return Columns(
        used=tuple(
            UsedColumn(" ".join(run.header[position].split()), SYNONYMS[field][0])
            for position, field in used
            if field in SYNONYMS and position < len(run.header)
        ),
        unused=tuple(_quoted(" ".join(title.split())) for title in run.unused),
        left_out=tuple(_left_lines(run.left_out)),
    )


def _quoted(title: str) -> str:
    """A whole sheet that is left aside is named in words, its own name in quotes already."""
    return title if "“" in title else say("“%(title)s”", title=title)


def _left_lines(left_out: Sequence[Sequence[object]]) -> list[LeftLines]:
    lines: dict[str, list[str]] = {}
    for number, message in left_out:
        lines.setdefault(say(str(message)), []).append(format_number(int(str(number))))
    return [LeftLines(why, ", ".join(numbers)) for why, numbers in lines.items()]
