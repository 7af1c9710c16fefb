"""Addresses of things: never a word that the site needs itself, and never one that was used before."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import count

RESERVED = frozenset({"hoi-hang", "moi", "dang", "tat-ca", "trang", "api", "static", "en"})


def free_slug(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """``wanted``, or with the first number that nobody had: "bun-kho", "bun-kho-2", …"""
    base = _base(wanted)
    for number in count(1):
        slug = _numbered(base, number)
        if slug not in RESERVED and not is_taken(slug):
            return slug
    raise AssertionError  # count() never ends


def free_slugs(wanted: Sequence[str], taken_of: Callable[[list[str]], set[str]]) -> list[str]:
    """As ``free_slug`` for many at once, in their order: ``taken_of`` says which of some slugs were ever used.

    Asks in growing steps, since of a name that many have ("bun-kho") the first hundred may be taken.
    """
    bases = [_base(text) for text in wanted]
    needed = Counter(bases)
    free: dict[str, list[str]] = {base: [] for base in needed}
    start, step = 1, 1
    while short := [base for base in needed if len(free[base]) < needed[base]]:
        asked = {base: [_numbered(base, number) for number in range(start, start + step)] for base in short}
        taken = taken_of([slug for slugs in asked.values() for slug in slugs]) | RESERVED
        for base, slugs in asked.items():
            free[base] += [slug for slug in slugs if slug not in taken]
        start, step = start + step, min(step * 4, 256)
    given = {base: iter(slugs) for base, slugs in free.items()}
    return [next(given[base]) for base in bases]


def _base(wanted: str) -> str:
    return wanted[:110].strip("-") or "muc"  # a name of signs alone leaves only the hyphen before its producer's


def _numbered(base: str, number: int) -> str:
    return base if number == 1 else f"{base}-{number}"
