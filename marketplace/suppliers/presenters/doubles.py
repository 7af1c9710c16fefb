"""What pages print of suppliers that are probably one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from marketplace.core.text import format_phone
from marketplace.places.presenters import place_lines
from marketplace.places.vocabulary import PlaceRef
from marketplace.suppliers.queries import Double


@dataclass(frozen=True)
class DoubleLine:
    """One that is probably here already; without ``href`` it has no public page."""

    name: str
    href: str | None
    line: str
    why: str


def double_lines(found: Sequence[Double], href_of: Callable[[Double], str | None]) -> list[DoubleLine]:
    """The lines of these suppliers, in their order: where each is, and its number."""
    refs = [PlaceRef(each.supplier.place_id, each.supplier.legacy_place_id) for each in found]
    places = place_lines(refs)
    return [
        DoubleLine(each.supplier.name, href_of(each), " · ".join(_known(each, places[ref].present)), each.why.label)
        for each, ref in zip(found, refs, strict=True)
    ]


def _known(each: Double, place: str) -> list[str]:
    phone = format_phone(each.supplier.phone) if each.supplier.phone and each.is_public else ""
    return [words for words in (place, phone) if words]
