"""Units by their keys, and their names."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import aliased

from marketplace.core.db import session
from marketplace.core.errors import Missing
from marketplace.core.text import sort_key
from marketplace.core.texts import N_
from marketplace.places.models import Place, PlaceSuccession
from marketplace.places.vocabulary import Era, Level, PlaceName, named_kind

_DISTRICT, _PROVINCE = aliased(Place), aliased(Place)  # made once: an alias copies all columns


def place(place_id: str) -> Place:
    """The unit with this key; raises Missing."""
    found = session.get(Place, place_id)
    if found is None:
        raise Missing(N_("Không có đơn vị hành chính nào mang mã “%(place)s”."), place=place_id)
    return found


def display_names(place_ids: Iterable[str]) -> dict[str, PlaceName]:
    """Short and full names of these units, in one query; a key that no unit has is left out."""
    rows = session.execute(
        select(Place.id, Place.kind, Place.name, _DISTRICT.id, _DISTRICT.kind, _DISTRICT.name)
        .add_columns(_PROVINCE.id, _PROVINCE.kind, _PROVINCE.name)
        .join(_PROVINCE, _PROVINCE.id == Place.province_id)
        .outerjoin(_DISTRICT, _DISTRICT.id == Place.district_id)
        .where(Place.id.in_(set(place_ids)))
    )
    return {row[0]: _name(row[0:3], row[3:6], row[6:9]) for row in rows}


def province_ids(place_ids: Iterable[str]) -> dict[str, str]:
    """The province of each of these units, of its own era."""
    rows = session.execute(select(Place.id, Place.province_id).where(Place.id.in_(set(place_ids))))
    return {row.id: row.province_id for row in rows}


def former_name(old_id: str) -> str:
    """The full name of a former unit: "xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn"; raises Missing."""
    names = display_names([old_id])
    return names[old_id].full if names else place(old_id).name


def successors_of(old_id: str) -> list[Place]:
    """The present units that took over a former one, more than one where it was split."""
    return list(
        session.scalars(
            select(Place)
            .join(PlaceSuccession, PlaceSuccession.new_id == Place.id)
            .where(PlaceSuccession.old_id == old_id)
            .order_by(Place.id)
        )
    )


def predecessors_of(place_id: str) -> list[Place]:
    """The former units of which a present one was made, wholly or in part."""
    return list(
        session.scalars(
            select(Place)
            .join(PlaceSuccession, PlaceSuccession.old_id == Place.id)
            .where(PlaceSuccession.new_id == place_id)
            .order_by(Place.id)
        )
    )


def provinces() -> list[Place]:
    """The present provinces in the order of a Vietnamese dictionary."""
    found = session.scalars(select(Place).where(Place.era == Era.PRESENT, Place.level == Level.PROVINCE))
    return sorted(found, key=lambda unit: sort_key(unit.name))


def _name(*units: Sequence[str | None]) -> PlaceName:
    """Put kinds and names together, from the unit upwards, each unit once."""
    above = {place_id: (named_kind(kind or "", name or ""), name or "") for place_id, kind, name in units if place_id}
    (short, _), *rest = above.values()
    # A number needs its kind: "quận 1".
    brief = [full if name.isdigit() else name for full, name in rest]
    return PlaceName(short, ", ".join([short, *(full for full, _ in rest)]), ", ".join([short, *brief]))
