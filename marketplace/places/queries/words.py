"""Names of places that should find what is made there."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select

from marketplace.core.db import session
from marketplace.places.models import Place, PlaceSuccession
from marketplace.places.vocabulary import PlaceRef

_Unit = tuple[str, str | None, str]


def search_words(place_id: str | None, legacy_place_id: str | None) -> list[str]:
    """All names, with their kinds, of this place in both eras; without a known former unit those of all it was made of.

    Give the present province as ``place_id`` where no commune is known.
    """
    ref = PlaceRef(place_id, legacy_place_id)
    return search_words_of([ref])[ref]


def search_words_of(refs: Iterable[PlaceRef]) -> dict[PlaceRef, list[str]]:
    """Words of many places in two queries: present commune, its province, former commune, district, province."""
    wanted = set(refs)
    made_of: defaultdict[str, list[str]] = defaultdict(list)
    alone = {ref.place_id for ref in wanted if ref.place_id and not ref.legacy_place_id}
    for old_id, new_id in session.execute(
        select(PlaceSuccession.old_id, PlaceSuccession.new_id)
        .where(PlaceSuccession.new_id.in_(alone))
        .order_by(PlaceSuccession.old_id)
    ):
        made_of[new_id].append(old_id)
    chains = {
        ref: [key for key in (ref.place_id, ref.legacy_place_id) if key]
        + ([] if ref.legacy_place_id else made_of[ref.place_id or ""])
        for ref in wanted
    }
    units = _with_those_above({key for keys in chains.values() for key in keys})
    return {ref: _words(keys, units) for ref, keys in chains.items()}


def _with_those_above(keys: set[str]) -> dict[str, _Unit]:
    """Kind, name, district and province of these units and of those above them, by key."""
    named = select(Place).where(Place.id.in_(keys)).subquery()
    above = select(named.c.province_id).union(select(named.c.district_id), select(named.c.id))
    query = select(Place.id, Place.kind, Place.name, Place.district_id, Place.province_id).where(Place.id.in_(above))
    rows = session.execute(query)
    return {key: (f"{kind} {name}", district, province) for key, kind, name, district, province in rows}


def _words(keys: list[str], units: dict[str, _Unit]) -> list[str]:
    words: dict[str, None] = {}
    for key in keys:
        if key in units:
            title, *above = units[key]
            words[title] = None
            words.update((units[part][0], None) for part in above if part)
    return list(words)
