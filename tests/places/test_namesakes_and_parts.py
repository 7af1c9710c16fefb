"""Communes of one name, and communes that were split: asked, offered, told apart."""

import pytest
from sqlalchemy import select

from marketplace.core.db import session
from marketplace.places.models import Place
from marketplace.places.presenters import choice_lines
from marketplace.places.queries import display_names, former_name, read_address, search_places, successors_of
from marketplace.places.vocabulary import PlaceRef

pytestmark = pytest.mark.usefixtures("places")

# Former communes that were split, as they are written, and the present communes of their parts (the State's table).
SPLIT = {
    "xã Đại Áng, huyện Thanh Trì, Hà Nội": ("pre2025:00679", {"00679", "10183"}),
    "phường Đại Mỗ, quận Nam Từ Liêm, Hà Nội": ("pre2025:00634", {"00622", "00634", "00637", "09556", "09886"}),
    "phường Cầu Ông Lãnh, Quận 1, TP.HCM": ("pre2025:26752", {"26743", "26758"}),
    "xã Tàm Xá, Đông Anh, Hà Nội": ("pre2025:00517", {"00454", "00508"}),
    "TT. Thiệu Hóa, Thanh Hóa": ("pre2025:15772", {"15772", "15796", "15835"}),
    "xã Canh Hiệp, Vân Canh, Bình Định": ("pre2025:22000", {"21994", "22006"}),
    "xã Trần Hợi, huyện Trần Văn Thời, tỉnh Cà Mau": ("pre2025:32107", {"32095", "32104"}),
    "Lê Thiện, An Dương, Hải Phòng": ("pre2025:11584", {"11593", "11602"}),
    "xã Hòa An, huyện Phú Hòa, Phú Yên": ("pre2025:22315", {"22015", "22319"}),
    "xã Nguyễn Phích, U Minh, Cà Mau": ("pre2025:32053", {"32044", "32059", "32062"}),
}


def tan_lap(era: str) -> list[str]:
    return list(
        session.scalars(select(Place.id).where(Place.name_key == "tan lap", Place.era == era, Place.level == "commune"))
    )


def former_xa_tan_lap() -> list[str]:
    return [key for key in tan_lap("pre2025") if former_name(key).startswith("xã ")]


def test_there_are_twenty_two() -> None:
    assert len(former_xa_tan_lap()) == 22


def test_each_is_understood_with_its_district_and_province() -> None:
    for key in former_xa_tan_lap():
        found = read_address(former_name(key))
        assert found.legacy_place_id == key, former_name(key)
        successors = {unit.id for unit in successors_of(key)}
        assert {found.place_id} == successors or {ref.place_id for ref in found.ambiguous} == successors


def test_alone_the_name_asks_for_all_of_both_eras() -> None:
    found = read_address("Tân Lập")
    assert (found.place_id, found.province_id) == (None, None)
    assert {ref.legacy_place_id for ref in found.ambiguous} - {None} == set(tan_lap("pre2025"))
    assert {ref.place_id for ref in found.ambiguous if not ref.legacy_place_id} == set(tan_lap("2025"))


def test_province_narrows() -> None:
    assert read_address("Tân Lập, Bắc Kạn").legacy_place_id == "pre2025:02032"
    ha_giang = read_address("xã Tân Lập, tỉnh Hà Giang")
    assert (ha_giang.place_id, ha_giang.legacy_place_id) == ("2025:01171", "pre2025:01159")


def test_picker_offers_all_of_them_each_with_its_former_name() -> None:
    offers = search_places("tan lap", 60)
    refs = {(offer.place_id, offer.legacy_place_id) for offer in offers}
    for key in tan_lap("pre2025"):
        assert {(unit.id, key) for unit in successors_of(key)} <= refs
    assert {(key, None) for key in tan_lap("2025")} <= refs


@pytest.mark.parametrize("text", SPLIT)
def test_split_commune_asks_for_the_part(text: str) -> None:
    former_id, codes = SPLIT[text]
    found = read_address(text)
    assert (found.place_id, found.legacy_place_id) == (None, former_id)
    assert set(found.ambiguous) == {PlaceRef(f"2025:{code}", former_id) for code in codes}


@pytest.mark.parametrize("text", SPLIT)
def test_picker_offers_each_part_with_the_former_name_below(text: str) -> None:
    former_id, codes = SPLIT[text]
    lines = [line for line in choice_lines(text, 12) if line.legacy_place_id == former_id]
    assert {line.place_id for line in lines} == {f"2025:{code}" for code in codes}
    former = display_names([former_id])[former_id].brief
    assert {line.former for line in lines} == {f"trước 1/7/2025: {former}"}
