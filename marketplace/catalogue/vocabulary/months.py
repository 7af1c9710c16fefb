"""Months in which a product is to be had, as a mask of twelve bits: bit 0 is January."""

from collections.abc import Iterable

from marketplace.core.texts import say

ALL_YEAR = 0b1111_1111_1111


def months_mask(months: Iterable[int]) -> int:
    """The mask of months 1–12; raises ValueError for others."""
    mask = 0
    for month in months:
        if not 1 <= month <= 12:
            raise ValueError(f"no such month: {month}")
        mask |= 1 << (month - 1)
    return mask


def months_of(mask: int) -> tuple[int, ...]:
    """The months 1–12 of a mask."""
    return tuple(month for month in range(1, 13) if mask >> (month - 1) & 1)


def months_label(mask: int) -> str:
    """The mask in words: "Quanh năm", "Có hàng tháng 9 đến tháng 4", "Có hàng tháng 3, 5 và 9 đến 11"."""
    if mask == ALL_YEAR:
        return say("Có hàng quanh năm")
    if mask == 0:
        return say("Chưa rõ mùa")
    runs = _runs(mask)
    if len(runs) == 1:
        first, last = runs[0]
        return (
            say("Có hàng tháng %(first)s", first=first)
            if first == last
            else say("Có hàng tháng %(first)s đến tháng %(last)s", first=first, last=last)
        )
    parts = [
        str(first) if first == last else say("%(first)s đến %(last)s", first=first, last=last) for first, last in runs
    ]
    return say("Có hàng tháng %(what)s và %(what2)s", what=", ".join(parts[:-1]), what2=parts[-1])


def _runs(mask: int) -> list[tuple[int, int]]:
    """First and last month of each run, round the turn of the year."""
    on = set(months_of(mask))
    starts = [month for month in sorted(on) if (month - 2) % 12 + 1 not in on]
    runs = []
    for start in starts:
        last = start
        while last % 12 + 1 in on:
            last = last % 12 + 1
        runs.append((start, last))
    return runs
