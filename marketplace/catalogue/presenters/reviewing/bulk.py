"""What all pages share on which rows are ticked and settled together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from marketplace.catalogue.queries.reviews import WaitingCounts
from marketplace.core.text import format_number
from marketplace.core.texts import in_language, say
from marketplace.core.views import Chip
from marketplace.places.vocabulary import PlaceName

Waiting = Literal["applications", "certificates", "classes", "pending", "calls"]
Url = Callable[..., str]


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


def waiting_tabs(counts: WaitingCounts, here: Waiting, url: Url) -> list[Chip]:
    """The kinds of things that wait, with how many."""
    return [
        Chip(say("Hồ sơ mới"), counts.applications, url("catalogue.coming_in_queue"), here == "applications"),
        Chip(say("Giấy chứng nhận"), counts.certificates, url("catalogue.certificates"), here == "certificates"),
        Chip(say("Phân nhóm"), counts.unclassed, url("catalogue.unclassed"), here == "classes"),
        Chip(say("Chờ đăng"), counts.pending, url("catalogue.pending"), here == "pending"),
    ]


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
