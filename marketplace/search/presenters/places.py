"""Places in words: former ones say that they are, and a result says both names where somebody spoke of the former."""

from collections.abc import Mapping

from marketplace.catalogue.queries import Listing
from marketplace.core.text import fold
from marketplace.core.texts import say
from marketplace.places.vocabulary import Era, Level, PlaceName, era_of, level_of
from marketplace.search.queries import Shown
from marketplace.search.vocabulary import SearchRequest, words_of

_KINDS = frozenset({"xa", "phuong", "thi", "tran", "huyen", "quan", "tinh", "thanh", "pho", "dac", "khu"})


def place_label(place_id: str, shown: Shown) -> str:
    """ "Xã Quảng Bạch", "Xã Tân Lập, Chợ Đồn, Bắc Kạn (cũ)", "Huyện Chợ Đồn (Bắc Kạn cũ)", "Tỉnh Bắc Kạn (cũ)".

    A present commune that shares its name with another one of the list has its province after it.
    """
    name = shown.places.get(place_id)
    if name is None:
        return place_id
    if era_of(place_id) is Era.PRESENT:
        return _capital(name.brief if place_id in shown.namesakes else name.short)
    if level_of(place_id) is Level.DISTRICT:
        province = name.brief.rpartition(", ")[2]
        return say("%(district)s (%(province)s cũ)", district=_capital(name.short), province=province)
    return say("%(place)s (cũ)", place=_capital(name.brief))


def place_line(listing: Listing, place: str, shown: Shown) -> str:
    """``place`` as a card has it, with the former one after it where the visitor filters or searches by that."""
    former = shown.places.get(listing.legacy_place_id or "")
    if former is None or not (_is_of_former(shown.request) or _is_asked_by(former, listing, shown)):
        return place
    unit = former.brief.rpartition(", ")[0] or former.short  # its province goes without saying
    if fold(unit) == fold(place):
        return place
    return say("%(place)s (trước: %(former)s)", place=place, former=unit)


def _is_of_former(request: SearchRequest) -> bool:
    keys = (*request.provinces, *request.communes)
    return bool(request.districts) or any(era_of(key) is Era.FORMER for key in keys)


def _is_asked_by(former: PlaceName, listing: Listing, shown: Shown) -> bool:
    """Whether a word of the query stands in the former name, and nowhere that a card shows."""
    asked = {fold(word) for word in words_of(shown.request.text)}
    present = _names(shown.places, listing.place_id, listing.province_id)
    seen = " ".join((listing.name, listing.producer_name or "", *present))
    return not asked.isdisjoint(_words(former.full) - _words(seen) - _KINDS)


def _names(places: Mapping[str, PlaceName], *place_ids: str | None) -> list[str]:
    return [places[key].full for key in place_ids if key and key in places]


def _words(text: str) -> set[str]:
    return set(fold(text).split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
