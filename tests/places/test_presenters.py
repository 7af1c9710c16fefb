"""Places as pages print them."""

import pytest

from marketplace.places.presenters import place_line, place_lines
from marketplace.places.vocabulary import PlaceRef

pytestmark = pytest.mark.usefixtures("places")


def test_present_and_former_name() -> None:
    assert place_line("2025:02038", "pre2025:02032") == (
        "xã Quảng Bạch, tỉnh Thái Nguyên",
        "xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn",
    )


def test_only_the_present_name_is_known() -> None:
    assert place_line("2025:02038", None) == ("xã Quảng Bạch, tỉnh Thái Nguyên", None)


def test_province_with_the_former_one() -> None:
    assert place_line("2025:19", "pre2025:06") == ("tỉnh Thái Nguyên", "tỉnh Bắc Kạn")


def test_only_a_former_unit_is_known() -> None:
    assert place_line(None, "pre2025:064") == ("huyện Chợ Đồn, tỉnh Bắc Kạn (trước 1/7/2025)", None)


def test_nowhere_is_empty() -> None:
    assert place_line(None, None) == ("", None)


def test_many_lines_at_once() -> None:
    refs = [PlaceRef("2025:02038", None), PlaceRef("2025:19", "pre2025:06")]
    assert place_lines(refs) == {ref: place_line(*ref) for ref in refs}
