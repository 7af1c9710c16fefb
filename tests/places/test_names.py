"""Units and their names, in both eras."""

import pytest

from marketplace.core.errors import Missing
from marketplace.places.queries import display_names, former_name, place, predecessors_of, provinces, successors_of

pytestmark = pytest.mark.usefixtures("places")

# Old code, old unit, new code, new unit: every commune of the former district Chợ Đồn.
CHO_DON = """
02020 thị trấn Bằng Lũng > 02020 xã Chợ Đồn
02050 xã Phương Viên > 02020 xã Chợ Đồn
02053 xã Ngọc Phái > 02020 xã Chợ Đồn
02065 xã Bằng Lãng > 02020 xã Chợ Đồn
02023 xã Xuân Lạc > 02026 xã Nam Cường
02026 xã Nam Cường > 02026 xã Nam Cường
02029 xã Đồng Lạc > 02026 xã Nam Cường
02032 xã Tân Lập > 02038 xã Quảng Bạch
02038 xã Quảng Bạch > 02038 xã Quảng Bạch
02035 xã Bản Thi > 02044 xã Yên Thịnh
02044 xã Yên Thịnh > 02044 xã Yên Thịnh
02047 xã Yên Thượng > 02044 xã Yên Thịnh
02062 xã Lương Bằng > 02071 xã Nghĩa Tá
02071 xã Nghĩa Tá > 02071 xã Nghĩa Tá
02080 xã Bình Trung > 02071 xã Nghĩa Tá
02068 xã Đại Sảo > 02083 xã Yên Phong
02077 xã Yên Mỹ > 02083 xã Yên Phong
02083 xã Yên Phong > 02083 xã Yên Phong
02041 xã Bằng Phúc > 01933 xã Đồng Phúc
02059 xã Đồng Thắng > 02014 xã Bạch Thông
"""


@pytest.mark.parametrize("row", CHO_DON.strip().splitlines())
def test_communes_of_cho_don_and_what_they_became(row: str) -> None:
    (old_code, old_name), (new_code, new_name) = (side.split(" ", 1) for side in row.split(" > "))
    assert former_name(f"pre2025:{old_code}") == f"{old_name}, huyện Chợ Đồn, tỉnh Bắc Kạn"
    assert [unit.id for unit in successors_of(f"pre2025:{old_code}")] == [f"2025:{new_code}"]
    assert display_names([f"2025:{new_code}"])[f"2025:{new_code}"].full == f"{new_name}, tỉnh Thái Nguyên"


def test_same_code_is_another_unit_in_the_other_era() -> None:
    names = display_names(["2025:02038", "pre2025:02038", "2025:80", "pre2025:80"])
    assert names["2025:02038"].full == "xã Quảng Bạch, tỉnh Thái Nguyên"
    assert names["pre2025:02038"].full == "xã Quảng Bạch, huyện Chợ Đồn, tỉnh Bắc Kạn"
    assert (names["2025:80"].full, names["pre2025:80"].full) == ("tỉnh Tây Ninh", "tỉnh Long An")
    assert {unit.id for unit in predecessors_of("2025:02038")} == {"pre2025:02032", "pre2025:02038"}


def test_brief_name_leaves_out_what_is_clear_but_not_the_kind_of_a_number() -> None:
    names = display_names(["2025:02038", "pre2025:27160"])
    assert names["2025:02038"].brief == "xã Quảng Bạch, Thái Nguyên"
    assert names["pre2025:27160"].brief == "phường 1, quận 3, Hồ Chí Minh"


def test_key_that_no_unit_has() -> None:
    assert display_names(["2025:99999"]) == {}
    with pytest.raises(Missing, match="2025:99999"):
        place("2025:99999")


def test_island_district_without_communes_became_a_special_zone() -> None:
    assert [(unit.kind, unit.name) for unit in successors_of("pre2025:755")] == [("đặc khu", "Côn Đảo")]


@pytest.mark.parametrize(
    ("old_id", "wrong"),
    [("pre2025:29902", "2025:29869"), ("pre2025:31268", "2025:31666"), ("pre2025:25462", "2025:27694")],
)
def test_namesakes_in_one_new_province_are_not_mixed_up(old_id: str, wrong: str) -> None:
    found = [unit.id for unit in successors_of(old_id)]
    assert len(found) == 1
    assert wrong not in found


def test_provinces_stand_in_the_order_of_a_vietnamese_dictionary() -> None:
    names = [unit.name for unit in provinces()]
    assert len(names) == 34
    assert names[:3] == ["An Giang", "Bắc Ninh", "Cà Mau"]
    assert names.index("Đà Nẵng") < names.index("Đắk Lắk") < names.index("Điện Biên") < names.index("Gia Lai")
