"""What an engine keeps of a product: words to find it by, and facts to filter, count and sort by."""

from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from operator import attrgetter
from typing import Any


@dataclass(frozen=True, slots=True)
class Facts:
    """Whole values, never words: filters and counts look at these alone.

    ``places`` are all keys that a filter by province or commune may name; ``province`` and ``commune`` the present
    ones that are counted, ``district`` the former one, for filter and count. ``prices`` are (lowest, highest) đồng per
    pack, ``per_kg`` đồng a kilogram of the pack that is shown first. Bit 0 of ``months`` is January. ``published`` is
    in seconds since 1970, UTC. ``turns`` are the days to come, as ordinals, from which on the calendar alone makes it
    other (stars, certificates), ``price_turns`` those from which on it costs otherwise (prices, per_kg): what ended
    yesterday is gone though nobody has indexed anything since.
    """

    product_id: int
    producer: str | None = None
    class_code: str | None = None
    stars: int | None = None
    province: str | None = None
    commune: str | None = None
    district: str | None = None
    places: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    prices: tuple[tuple[int, int], ...] = ()
    per_kg: int | None = None
    months: int = 0
    published: int = 0
    turns: tuple[tuple[int, int | None, tuple[str, ...]], ...] = ()
    price_turns: tuple[tuple[int, tuple[tuple[int, int], ...], int | None], ...] = ()

    def on(self, day: int) -> "Facts":
        """As they are on a day (an ordinal), that of indexing or a later one."""
        changed: dict[str, Any] = {}
        for first_day, stars, certificates in self.turns:
            if first_day <= day:
                changed.update(stars=stars, certificates=certificates)
        for first_day, prices, per_kg in self.price_turns:
            if first_day <= day:
                changed.update(prices=prices, per_kg=per_kg)
        return replace(self, **changed) if changed else self

    @property
    def values(self) -> tuple[Any, ...]:
        """The values in the order of their names, from which they can be made again."""
        return tuple(_values_of(self))


@dataclass(frozen=True)
class Document:
    """A product as it is indexed; texts as people write them, engines fold them by ``core.text``."""

    facts: Facts
    name: str
    english: str = ""
    producer: str = ""
    class_words: str = ""
    place_words: str = ""
    text: str = ""

    @property
    def product_id(self) -> int:
        """Key of the product."""
        return self.facts.product_id

    @property
    def fingerprint(self) -> str:
        """Changes whenever anything of the document does: tells a stale index from a fresh one."""
        return blake2b(repr((self.facts.values, *_texts_of(self))).encode(), digest_size=12).hexdigest()


_values_of = attrgetter(*(item.name for item in fields(Facts)))
_texts_of = attrgetter(*(item.name for item in fields(Document) if item.name != "facts"))
