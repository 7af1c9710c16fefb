"""What the place picker offers."""

import pytest

from marketplace.places.presenters import choice_lines
from marketplace.places.queries import search_places

pytestmark = pytest.mark.usefixtures("places")


@pytest.mark.parametrize(
    "text", ["tan lap cho don", "Tân Lập, Chợ Đồn", "xã tân lập huyện chợ đồn", "TÂN LẬP CHỢ ĐỒN BẮC K"]
)
def test_former_commune_brings_the_present_one(text: str) -> None:
    first = search_places(text)[0]
    assert (first.place_id, first.legacy_place_id) == ("2025:02038", "pre2025:02032")


def test_lines_of_the_picker() -> None:
    first, second = choice_lines("tan lap cho don", 2)
    assert first[2:] == ("Xã Quảng Bạch", "Thái Nguyên", "trước 1/7/2025: xã Tân Lập, Chợ Đồn, Bắc Kạn")
    assert second[2:] == ("Xã Chợ Đồn", "Thái Nguyên", "trước: thị trấn Bằng Lũng và 3 xã")


def test_communes_only_mentioned_come_last_those_of_the_same_province_first() -> None:
    found = [choice.place_id for choice in search_places("cảm nhân yên bình")]
    assert found[1:] == ["2025:04714", "2025:02116", "2025:06391"]


@pytest.mark.parametrize(
    ("text", "place_id"), [("quang bach", "2025:02038"), ("cho don", "2025:02020"), ("bac kan", "2025:01843")]
)
def test_present_name_comes_first(text: str, place_id: str) -> None:
    first = search_places(text)[0]
    assert (first.place_id, first.legacy_place_id) == (place_id, None)


@pytest.mark.parametrize(("text", "name"), [("quảng b", "xã Quảng Bạch"), ("quang b", "xã Quang Bình")])
def test_name_that_is_still_being_typed_with_its_accents(text: str, name: str) -> None:
    assert search_places(text)[0].name.short == name


def test_each_offer_comes_once_and_not_more_than_asked_for() -> None:
    found = search_places("tan", 30)
    assert len(found) == len({(choice.place_id, choice.legacy_place_id) for choice in found}) == 30


def test_split_commune_offers_every_part() -> None:
    found = [
        choice.place_id for choice in search_places("dai ang thanh tri") if choice.legacy_place_id == "pre2025:00679"
    ]
    assert found == ["2025:00679", "2025:10183"]


@pytest.mark.parametrize("text", ["", "  ", "%", "_", "'; drop"])
def test_nothing_to_find(text: str) -> None:
    assert search_places(text) == []


def test_commune_that_only_went_on_needs_no_second_line() -> None:
    line = choice_lines("xa ia puch")[0]
    assert (line.title, line.former) == ("Xã Ia Púch", None)


def test_only_predecessor_of_another_kind_is_named() -> None:
    assert choice_lines("dac khu tho chau")[0].former == "trước: xã Thổ Châu"
