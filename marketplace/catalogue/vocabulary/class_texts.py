"""Classes as lists write them."""

from functools import cache

from marketplace.catalogue.vocabulary.classes import all_classes
from marketplace.core.text import fold


def class_of_text(text: str) -> str | None:
    """The code of the class that a text names by its code or by one of its names; None for any other text."""
    return _codes().get(fold(text)) if text else None


@cache
def _codes() -> dict[str, str]:
    names = ((name, found.code) for found in all_classes() for name in (found.shelf_vi, found.name_vi, found.code))
    return {fold(name): code for name, code in names}
