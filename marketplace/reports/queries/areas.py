"""Which areas somebody may have a report of."""

from sqlalchemy import ColumnElement, false, or_, select

from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.core.errors import Forbidden
from marketplace.core.text import sort_key
from marketplace.core.texts import N_
from marketplace.places.models import Place, PlaceSuccession
from marketplace.places.queries import area_of, display_names, place
from marketplace.places.vocabulary import Area, Era, PlaceName, place_id_of
from marketplace.suppliers.models import Supplier


def area_for(actor: Actor, code: str) -> Area | None:
    """The area with this code for somebody who may see it; without one the first of the own areas.

    None is the whole country, for administrators only. Raises Refused or Missing for what is no place, Forbidden for
    an area that is not the actor's own nor lies within it.
    """
    if not code and actor.is_administrator:
        return None
    wanted = code or next(iter(actor.area_ids), "")
    if not wanted:
        raise Forbidden
    area = area_of(place_id_of(wanted))
    if not actor.is_administrator and not any(_lies_in(area, area_of(own)) for own in actor.area_ids):
        raise Forbidden(N_("Vùng này không thuộc phạm vi của bạn."))
    return area


def areas_of(actor: Actor) -> list[tuple[str, PlaceName]]:
    """Areas to offer: an officer's own, then the communes in them that have suppliers; to an administrator the
    provinces that have. A commune of which only a part lies in a former district isn't its officer's to open."""
    column = Supplier.province_id if actor.is_administrator else Supplier.place_id
    query = select(column).distinct().where(column.is_not(None))
    if not actor.is_administrator:
        query = query.where(or_(false(), *(_wholly_in(area_of(own)) for own in actor.area_ids)))
    found = set(session.scalars(query)) - set(actor.area_ids)
    names = display_names(key for key in (*actor.area_ids, *found) if key)
    inside = sorted((key for key in found if key in names), key=lambda key: sort_key(names[key].full))
    return [(key, names[key]) for key in (*actor.area_ids, *inside) if key]


def _wholly_in(area: Area) -> ColumnElement[bool]:
    """Condition: the supplier's present commune lies in the area, not only the former one."""
    return Supplier.place_id.in_(area.present_communes) | Supplier.province_id.in_(area.present_provinces)


def _lies_in(inner: Area, outer: Area) -> bool:
    """Whether an area lies wholly within another, perhaps of the other era."""
    unit = place(inner.place_id)
    if unit.era == Era.PRESENT:
        return outer.covers(unit.id, None, unit.province_id)
    if unit.id in outer.old_communes:
        return True
    became = session.scalars(
        select(Place)
        .join(PlaceSuccession, PlaceSuccession.new_id == Place.id)
        .where(PlaceSuccession.old_id.in_(inner.old_communes))
    ).all()
    return bool(became) and all(outer.covers(new.id, None, new.province_id) for new in became)
