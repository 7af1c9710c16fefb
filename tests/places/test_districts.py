"""The former district of a place: known for certain, or none."""

import pytest
from flask import Flask

from marketplace.core.db import session, transaction
from marketplace.places.models import Place, PlaceSuccession
from marketplace.places.queries import area_of, former_districts_of
from marketplace.places.vocabulary import Era, Level, PlaceRef

CHO_DON, BA_BE, LONG_BIEN = "pre2025:064", "pre2025:061", "pre2025:004"


@pytest.mark.parametrize(
    ("place_id", "legacy_place_id", "district"),
    [
        ("2025:02038", "pre2025:02032", CHO_DON),  # Quảng Bạch, Tân Lập
        (None, "pre2025:02032", CHO_DON),
        ("2025:02038", None, CHO_DON),  # made of two communes, both of Chợ Đồn
        ("2025:01933", None, None),  # Đồng Phúc: three communes of Ba Bể and one of Chợ Đồn
        ("2025:01933", "pre2025:02041", CHO_DON),  # the one, Bằng Phúc
        ("2025:01933", "pre2025:01933", BA_BE),
        ("2025:00118", None, LONG_BIEN),  # Bồ Đề took parts of others, all of Long Biên
        ("2025:00097", None, None),  # Hồng Hà: parts of six districts
        ("2025:00097", "pre2025:00118", LONG_BIEN),  # the part that was in Ngọc Thụy
        ("2025:02038", CHO_DON, CHO_DON),  # only the district was named
        ("2025:02038", "pre2025:06", CHO_DON),  # only the province was, but today's commune says more
        ("2025:19", "pre2025:06", None),
        ("2025:19", None, None),
        ("2025:21548", None, "pre2025:536"),  # Lý Sơn had no communes
        (None, None, None),
        ("2025:99999", "pre2025:99999", None),
    ],
)
def test_the_district(app: Flask, place_id: str | None, legacy_place_id: str | None, district: str | None) -> None:
    ref = PlaceRef(place_id, legacy_place_id)
    with transaction(write=False):
        assert former_districts_of([ref]) == ({ref: district} if district else {})


def test_it_is_the_district_whose_officer_looks_after_it(app: Flask) -> None:
    """Of all communes of today: the same rule as that of an area."""
    with transaction(write=False):
        found = {ref.place_id: key for ref, key in former_districts_of(present_communes()).items()}
        for district in [*sorted({*found.values()})[::40], CHO_DON, BA_BE]:
            mine = {place_id for place_id, key in found.items() if key == district}
            assert mine == area_of(district).present_communes, district


def present_communes() -> list[PlaceRef]:
    rows = session.query(Place.id).filter(Place.era == Era.PRESENT, Place.level == Level.COMMUNE)
    return [PlaceRef(row.id, None) for row in rows]


def test_many_take_two_statements_like_one(app: Flask) -> None:
    with transaction(write=False):
        refs = [PlaceRef(row.new_id, row.old_id) for row in session.query(PlaceSuccession).limit(500)]
        one_by_one = {ref: key for ref in refs for key in former_districts_of([ref]).values()}
        assert former_districts_of(refs) == one_by_one
