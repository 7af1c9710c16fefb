"""Lists as they are read, before anybody decides about them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class NewList:
    """A list with the titles of its columns, the position of each known field, and its rows as (line, cells).

    ``unused`` are titles that mean nothing here, ``left_out`` lines that are no rows, with a gettext id why.
    """

    kind: str
    file_name: str
    digest: str
    titles: tuple[str, ...]
    columns: dict[str, int]
    unused: tuple[str, ...]
    left_out: tuple[tuple[int, str], ...]
    lines: Sequence[tuple[int, tuple[str, ...]]]
