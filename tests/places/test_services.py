"""Loading the units, once and again."""

import gzip
from pathlib import Path

import pytest
from sqlalchemy import func, select

from marketplace.core.db import session
from marketplace.places.models import Place, PlaceSuccession
from marketplace.places.queries import read_address
from marketplace.places.services import UNITS_FILE, seed_places

HEAD = "era,code,level,kind,name,parent,valid_from,valid_until,successors"
PROVINCE = "2025,19,province,tỉnh,Thái Nguyên,,2025-07-01,,"
COMMUNES = "2025,02038,commune,xã,Quảng Bạch,19,2025-07-01,,\n2025,02020,commune,xã,Chợ Đồn,19,2025-07-01,,"
FORMER = "pre2025,06,province,tỉnh,Bắc Kạn,,,2025-06-30,19\npre2025,064,district,huyện,Chợ Đồn,06,,2025-06-30,"


def write(file: Path, *lines: str) -> Path:
    """A units file of these lines."""
    file.write_bytes(gzip.compress("\n".join((HEAD, *lines)).encode()))
    return file


def count(model: type[Place] | type[PlaceSuccession]) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


@pytest.mark.usefixtures("places")
@pytest.mark.parametrize(
    ("era", "level", "number"),
    [
        ("2025", "province", 34),
        ("2025", "commune", 3321),
        ("pre2025", "province", 63),
        ("pre2025", "district", 696),
        ("pre2025", "commune", 10035),
    ],
)
def test_file_has_all_units(era: str, level: str, number: int) -> None:
    found = session.scalar(select(func.count()).where(Place.era == era, Place.level == level))
    assert found == number


@pytest.mark.usefixtures("places")
def test_every_commune_went_somewhere_and_came_from_somewhere() -> None:
    old = select(PlaceSuccession.old_id)
    new = select(PlaceSuccession.new_id)
    lost = select(func.count()).where(Place.era == "pre2025", Place.level == "commune", Place.id.not_in(old))
    made_of_nothing = select(func.count()).where(Place.era == "2025", Place.id.not_in(new))
    assert (session.scalar(lost), session.scalar(made_of_nothing)) == (0, 0)


@pytest.mark.usefixtures("places")
def test_whole_means_a_single_successor() -> None:
    rows = session.execute(select(PlaceSuccession.old_id, PlaceSuccession.whole)).all()
    split = {old_id for old_id, whole in rows if not whole}
    assert all(sum(old_id == row[0] for row in rows) > 1 for old_id in list(split)[:20])
    assert len(rows) - len(split) > 9000
    assert 400 < len(split) < 600


@pytest.mark.usefixtures("empty")
def test_the_first_start_loads_and_the_next_does_nothing() -> None:
    assert seed_places(UNITS_FILE)
    assert not seed_places(UNITS_FILE)


@pytest.mark.usefixtures("empty")
def test_changed_file_updates_rows_and_keeps_those_it_no_longer_has(tmp_path: Path) -> None:
    seed_places(write(tmp_path / "one.csv.gz", PROVINCE, COMMUNES, FORMER))
    later = COMMUNES.replace("xã,Chợ Đồn", "phường,Chợ Đồn").splitlines()[1]
    assert seed_places(write(tmp_path / "two.csv.gz", PROVINCE, later))
    assert count(Place) == 5
    assert count(PlaceSuccession) == 0
    assert session.scalar(select(Place.kind).where(Place.id == "2025:02020")) == "phường"


@pytest.mark.usefixtures("empty")
def test_keys_hold_the_way_up(tmp_path: Path) -> None:
    seed_places(write(tmp_path / "one.csv.gz", PROVINCE, COMMUNES))
    path, province_id = session.execute(select(Place.path_key, Place.province_id).where(Place.id == "2025:02038")).one()
    assert path == " xa quang bach tinh thai nguyen "
    assert province_id == "2025:19"


@pytest.mark.usefixtures("places")
def test_dong_nai_is_a_city_with_ten_more_wards_since_30_april_2026() -> None:
    since = session.scalars(select(Place).where(Place.valid_from == func.date("2026-04-30")))
    kinds = [unit.kind for unit in since if unit.province_id == "2025:75"]
    assert sorted(kinds) == ["phường"] * 10 + ["thành phố"]


@pytest.mark.usefixtures("empty")
def test_words_are_read_with_the_units_that_were_loaded_last(tmp_path: Path) -> None:
    seed_places(write(tmp_path / "one.csv.gz", PROVINCE))
    assert read_address("xã Quảng Bạch").place_id is None
    seed_places(write(tmp_path / "two.csv.gz", PROVINCE, COMMUNES))
    assert read_address("xã Quảng Bạch").place_id == "2025:02038"
