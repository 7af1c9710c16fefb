"""The former district of a place: the level ended in July 2025, but plans and people go on speaking of it."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select

from marketplace.core.db import session
from marketplace.places.models import Place, PlaceSuccession
from marketplace.places.vocabulary import PlaceRef


def former_districts_of(refs: Iterable[PlaceRef]) -> dict[PlaceRef, str]:
    """The former district in which each place lies for certain; places without one are left out. Two queries.

    It is that of the former unit, where one is known. Of a present commune alone it is the one from which all of it
    came: where even a part came from another district nobody can say on which side the place is.
    """
    wanted = set(refs)
    districts = _of_former({ref.legacy_place_id for ref in wanted if ref.legacy_place_id})
    made_of = _made_of({ref.place_id for ref in wanted if ref.place_id and ref.legacy_place_id not in districts})
    found = {}
    for ref in wanted:
        known = districts.get(ref.legacy_place_id or "") or _only(made_of[ref.place_id or ""])
        if known:
            found[ref] = known
    return found


def _of_former(old_ids: set[str]) -> dict[str, str]:
    """A district is its own, a province has none."""
    query = select(Place.id, Place.district_id).where(Place.id.in_(old_ids), Place.district_id.is_not(None))
    return {old_id: district_id for old_id, district_id in session.execute(query) if district_id}


def _made_of(place_ids: set[str]) -> defaultdict[str, set[str | None]]:
    """The former districts of all that went into a present unit, wholly or in part."""
    query = (
        select(PlaceSuccession.new_id, Place.district_id)
        .distinct()
        .join(Place, Place.id == PlaceSuccession.old_id)
        .where(PlaceSuccession.new_id.in_(place_ids))
    )
    found: defaultdict[str, set[str | None]] = defaultdict(set)
    for new_id, district_id in session.execute(query):
        found[new_id].add(district_id)
    return found


def _only(districts: set[str | None]) -> str | None:
    return next(iter(districts)) if len(districts) == 1 else None
