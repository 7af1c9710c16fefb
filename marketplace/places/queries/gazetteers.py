"""Builds the gazetteer, and understands places with it."""

from collections import defaultdict
from functools import lru_cache

from sqlalchemy import select

from marketplace.core.db import session
from marketplace.core.stamps import stamp_of
from marketplace.core.text import exact_key, fold
from marketplace.places import reading
from marketplace.places.models import Place, PlaceSuccession
from marketplace.places.vocabulary import Era, ResolvedPlace

UNITS_STAMP = "places"


def resolve_place(
    commune: str, district: str = "", province: str = "", prefer_district: str | None = None
) -> ResolvedPlace:
    """Understand a place given in the columns of a list; see `reading.Reader`."""
    return _reader().resolve_place(commune, district, province, prefer_district)


def read_address(text: str, prefer_district: str | None = None) -> ResolvedPlace:
    """Understand an address in one line; see `reading.Reader`."""
    return _reader().read_address(text, prefer_district)


def _reader() -> reading.Reader:
    """The reader of this transaction; which units there are is asked once in it."""
    known: reading.Reader | None = session.info.get(UNITS_STAMP)
    if known is None:
        known = session.info[UNITS_STAMP] = _reader_of(stamp_of(UNITS_STAMP))
    return known


@lru_cache(maxsize=1)
def _reader_of(stamp: str | None) -> reading.Reader:
    """A reader of the units as loaded from the file with this hash; units change in no other way."""
    successors: defaultdict[str, list[str]] = defaultdict(list)
    for old_id, new_id in session.execute(
        select(PlaceSuccession.old_id, PlaceSuccession.new_id).order_by(PlaceSuccession.new_id)
    ):
        successors[old_id].append(new_id)
    rows = session.execute(
        select(Place.id, Place.era, Place.level, Place.kind, Place.name, Place.name_key)
        .add_columns(Place.district_id, Place.province_id)
        .order_by(Place.id)
    )
    units = (
        reading.Unit(
            id=row.id,
            era=row.era,
            level=row.level,
            kind=row.kind,
            key=row.name_key,
            exact=exact_key(row.name),
            ends=tuple(map(fold, row.name.split(" - "))),
            district_id=row.district_id,
            province_id=row.province_id,
            successors=(row.id,) if row.era == Era.PRESENT else tuple(successors[row.id]),
        )
        for row in rows
    )
    return reading.Reader(reading.Gazetteer(units))
