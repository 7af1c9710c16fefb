"""What all pages share on which rows are ticked and settled together."""

from collections.abc import Mapping
from dataclasses import dataclass

from marketplace.core.text import format_number
from marketplace.core.texts import in_language, say
from marketplace.places.vocabulary import PlaceName


@dataclass(frozen=True)
class Bulk:
    """A form around ticked rows. ``label`` is true without a script; ``words`` has the script's place ``{n}``."""

    id: str
    action: str
    form_key: str
    label: str
    words: str
    kind: str = "solid"


@dataclass(frozen=True)
class Maker:
    """The producer of a row and its commune; no address where nobody is known."""

    name: str
    href: str | None
    place: str


def maker_of(name: str | None, slug: str | None, place_id: str | None, names: Mapping[str, PlaceName]) -> Maker:
    """Who makes it, and where."""
    place = names[place_id].short if place_id and place_id in names else ""
    if name is None or slug is None:
        return Maker(say("chưa rõ chủ thể"), None, place)
    return Maker(name, in_language(f"/chu-the/{slug}"), place)


def href_of(slug: str, state: str) -> str | None:
    """The public page; none where nobody may see it yet."""
    return in_language(f"/san-pham/{slug}") if state == "published" else None


def count_words(total: int, here: int) -> str:
    """ "45 sản phẩm", or how many of them stand on this page."""
    if here == total:
        return say("%(total)s sản phẩm", total=format_number(total))
    return say("%(here)s trong %(total)s sản phẩm", here=format_number(here), total=format_number(total))
