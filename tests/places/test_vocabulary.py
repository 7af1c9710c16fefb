"""Keys of places, and what an area covers."""

import pytest

from marketplace.core.errors import Refused
from marketplace.places.vocabulary import Area, Era, era_of, place_id_of


def test_bare_code_means_the_present_era() -> None:
    assert place_id_of("02038") == place_id_of(" 2025:02038 ") == "2025:02038"
    assert place_id_of("19") == "2025:19"


def test_former_era_must_be_said() -> None:
    assert place_id_of("pre2025:064") == "pre2025:064"
    assert era_of("pre2025:064") is Era.FORMER


@pytest.mark.parametrize("text", ["", "2038", "2024:02038", "02038'", "pre2025:", "Chợ Đồn", "٠٢٠٣٨x"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="mã đơn vị hành chính"):
        place_id_of(text)


def test_area_covers_by_any_of_its_sets() -> None:
    area = Area("pre2025:064", "huyện Chợ Đồn", frozenset({"pre2025:02032"}), frozenset({"2025:02038"}))
    assert area.covers("2025:02038", None, None)
    assert area.covers("2025:01933", "pre2025:02032", "2025:19")
    assert not area.covers("2025:01933", None, "2025:19")


def test_empty_area_does_not_cover_what_has_no_place() -> None:
    assert not Area("2025:19", "tỉnh Thái Nguyên").covers(None, None, None)
