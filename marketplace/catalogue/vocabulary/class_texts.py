"""Classes as lists write them."""

from functools import cache

from marketplace.catalogue.vocabulary.classes import all_classes
from marketplace.core.text import fold


def class_of_text(text: str) -> str | None:
    """The code of the class that a text names by its code or by one of its names; None for any other text.

    A name of a whole group or sector names one of its classes only where it has no other: "Gia vị" is the shelf of
    spices, and the group of fish sauce too.
    """
    return _codes().get(fold(text)) if text else None


@cache
def _codes() -> dict[str, str]:
    meant: dict[str, set[str]] = {}
    for found in all_classes():
        for name in (found.code, found.name_vi, found.shelf_vi, found.group_vi, found.sector_vi):
            meant.setdefault(fold(name), set()).add(found.code)
    return {name: codes.pop() for name, codes in meant.items() if len(codes) == 1}
