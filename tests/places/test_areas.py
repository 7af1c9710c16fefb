"""What an officer's grant over a place covers."""

import pytest

from marketplace.core.errors import Missing
from marketplace.places.queries import area_of

pytestmark = pytest.mark.usefixtures("places")


def test_present_province_and_commune_cover_themselves() -> None:
    assert area_of("2025:19").covers("2025:02038", None, "2025:19")
    commune = area_of("2025:02038")
    assert commune.name == "xã Quảng Bạch"
    assert commune.covers("2025:02038", "pre2025:02032", "2025:19")
    assert not commune.covers("2025:02020", None, "2025:19")


def test_former_district_has_its_twenty_communes_and_itself() -> None:
    area = area_of("pre2025:064")
    assert area.name == "huyện Chợ Đồn"
    assert len(area.old_communes - {"pre2025:064"}) == 20
    assert not area.present_provinces


def test_former_district_has_the_present_communes_that_were_made_of_it_alone() -> None:
    area = area_of("pre2025:064")
    codes = {place_id.removeprefix("2025:") for place_id in area.present_communes}
    assert codes == {"02020", "02026", "02038", "02044", "02071", "02083"}


def test_commune_shared_with_another_district_counts_only_by_the_former_commune() -> None:
    area = area_of("pre2025:064")
    assert area.covers("2025:01933", "pre2025:02041", "2025:19")
    assert not area.covers("2025:01933", None, "2025:19")


def test_former_province_reaches_down_to_its_communes() -> None:
    area = area_of("pre2025:06")
    assert len(area.old_communes) == 1 + 8 + 108
    assert area.covers(None, "pre2025:06", "2025:19")
    assert not area.covers(None, None, "2025:19")


def test_former_province_that_only_went_on_is_the_present_one() -> None:
    assert area_of("pre2025:04").present_provinces == {"2025:04"}


def test_former_commune() -> None:
    area = area_of("pre2025:02032")
    assert area.old_communes == {"pre2025:02032"}
    assert not area.present_communes


def test_unknown_place_is_missing() -> None:
    with pytest.raises(Missing):
        area_of("2025:00000")
