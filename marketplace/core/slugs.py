"""Addresses of things: never a word that the site needs itself, and never one that was used before."""

from collections.abc import Callable
from itertools import count

RESERVED = frozenset({"hoi-hang", "moi", "dang", "tat-ca", "trang", "api", "static", "en"})


def free_slug(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """``wanted``, or with the first number that nobody had: "bun-kho", "bun-kho-2", …"""
    base = wanted[:110].strip("-") or "muc"  # a name of signs alone leaves only the hyphen before its producer's
    for number in count(1):
        slug = base if number == 1 else f"{base}-{number}"
        if slug not in RESERVED and not is_taken(slug):
            return slug
    raise AssertionError  # count() never ends
