"""What pages print of products that are probably one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from marketplace.catalogue.queries.doubles import ProductDouble
from marketplace.catalogue.vocabulary.likeness import why_label


@dataclass(frozen=True)
class ProductDoubleLine:
    """One that is probably here already; without ``href`` it has no public page."""

    name: str
    href: str | None
    line: str
    why: str


def product_double_lines(
    found: Sequence[ProductDouble], href_of: Callable[[ProductDouble], str | None]
) -> list[ProductDoubleLine]:
    """The lines of these products, in their order."""
    return [ProductDoubleLine(each.name, href_of(each), "", why_label(each.why)) for each in found]
