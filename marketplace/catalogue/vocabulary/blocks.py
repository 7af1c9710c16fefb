"""Things that are settled together, on pages that are not too long: a block is not torn unless it is very large."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)

LARGEST = 200  # of one block: as many as one transaction settles, so that other writers hardly wait
PER_PAGE = 60


@dataclass(frozen=True)
class Block(Generic[Key]):
    """What belongs together: the keys of its rows here, of ``total``."""

    key: Key
    ids: tuple[int, ...]
    total: int


def blocks_of(pairs: Iterable[tuple[Key, int]]) -> list[Block[Key]]:
    """(key, id) put together by key, in the order in which the keys come; one of more than LARGEST is divided."""
    found: dict[Key, list[int]] = {}
    for key, row_id in pairs:
        found.setdefault(key, []).append(row_id)
    return [
        Block(key, tuple(ids[start : start + LARGEST]), len(ids))
        for key, ids in found.items()
        for start in range(0, len(ids), LARGEST)
    ]


def pages_of(blocks: Sequence[Block[Key]]) -> list[list[Block[Key]]]:
    """Whole blocks page by page; a page that has PER_PAGE rows is full. At least one page."""
    pages: list[list[Block[Key]]] = [[]]
    for block in blocks:
        if pages[-1] and sum(len(other.ids) for other in (*pages[-1], block)) > PER_PAGE:
            pages.append([])
        pages[-1].append(block)
    return pages
