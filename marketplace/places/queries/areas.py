"""What a grant over a place covers."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from marketplace.core.db import session
from marketplace.core.errors import Missing
from marketplace.places.models import Place, PlaceSuccession
from marketplace.places.queries.names import display_names, place
from marketplace.places.vocabulary import Area, Era, Level, era_of

_AREAS = "places.areas"


def area_of(place_id: str) -> Area:
    """The area of a present province or commune, or of a former province, district or commune; raises Missing.

    Worked out once in a transaction: a page of an officer asks for its areas many times.
    """
    known: dict[str, Area] = session.info.setdefault(_AREAS, {})
    if place_id not in known:
        known[place_id] = _worked_out(place_id)
    return known[place_id]


def _worked_out(place_id: str) -> Area:
    unit = place(place_id)
    name = display_names([place_id])[place_id].short
    if unit.era == Era.FORMER:
        return _former_area(unit, name)
    itself = frozenset({place_id})
    if unit.level == Level.PROVINCE:
        return Area(place_id, name, present_provinces=itself)
    return Area(place_id, name, present_communes=itself)


def keys_inside(place_ids: Iterable[str]) -> frozenset[str]:
    """Keys of all units for which these stand in a filter: themselves, and what lies inside a former one for certain.

    Of present units those that were made of the former one alone; of a split commune no more is known.
    """
    keys = set(place_ids)
    for place_id in tuple(keys):
        if era_of(place_id) is Era.FORMER:
            try:
                area = area_of(place_id)
            except Missing:
                continue  # a key that no unit ever had finds nothing
            keys |= area.old_communes | area.present_communes | area.present_provinces
    return frozenset(keys)


def _former_area(unit: Place, name: str) -> Area:
    inside = _inside(unit)
    touched = session.scalars(select(PlaceSuccession.new_id).where(PlaceSuccession.old_id.in_(inside)))
    made_of: dict[str, set[str]] = {}
    for old_id, new_id in session.execute(
        select(PlaceSuccession.old_id, PlaceSuccession.new_id).where(PlaceSuccession.new_id.in_(set(touched)))
    ):
        made_of.setdefault(new_id, set()).add(old_id)
    whole = {new_id for new_id, old_ids in made_of.items() if old_ids <= inside}
    present = set(session.scalars(select(Place.id).where(Place.id.in_(whole), Place.level == Level.PROVINCE)))
    return Area(unit.id, name, frozenset(inside), frozenset(whole - present), frozenset(present))


def _inside(unit: Place) -> set[str]:
    """Keys of the former unit itself and of all units below it."""
    columns: dict[str, InstrumentedAttribute[str] | InstrumentedAttribute[str | None]] = {
        Level.PROVINCE: Place.province_id,
        Level.DISTRICT: Place.district_id,
        Level.COMMUNE: Place.id,
    }
    return set(session.scalars(select(Place.id).where(columns[unit.level] == unit.id)))
