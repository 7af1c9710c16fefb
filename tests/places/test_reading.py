"""Understanding places that people wrote."""

import pytest

from marketplace.places.queries import read_address, resolve_place
from marketplace.places.vocabulary import PlaceRef

pytestmark = pytest.mark.usefixtures("places")


@pytest.mark.parametrize(
    ("commune", "place_id", "legacy_id"),
    [
        ("Tân Lập", "2025:02038", "pre2025:02032"),
        ("tan lap", "2025:02038", "pre2025:02032"),
        ("Quảng Bạch", "2025:02038", "pre2025:02038"),
        ("Phương Viên", "2025:02020", "pre2025:02050"),
        ("Côn Minh (huyện Na Rì)", "2025:02185", "pre2025:02173"),
        ("Nông Hạ (huyện Chợ Mới)", "2025:02107", "pre2025:02107"),
        ("Rã Bản", "2025:02014", "pre2025:02059"),
        ("(Bắc Kạn)", None, "pre2025:06"),
        ("Chợ Đồn", None, "pre2025:064"),
        ("Không Có Đâu", None, "pre2025:06"),
    ],
)
def test_column_of_former_communes(commune: str, place_id: str | None, legacy_id: str) -> None:
    found = resolve_place(commune, "", "Bắc Kạn")
    assert (found.place_id, found.legacy_place_id, found.ambiguous) == (place_id, legacy_id, ())
    assert (found.province_id, found.text) == ("2025:19", f"{commune}, Bắc Kạn")


def test_present_name_with_present_province() -> None:
    found = resolve_place("Quảng Bạch", "", "Thái Nguyên")
    assert (found.place_id, found.legacy_place_id) == ("2025:02038", None)


def test_province_as_written_beats_what_it_has_become() -> None:
    # Two former communes Cao Sơn of Hòa Bình lie in today's Phú Thọ as well, one of them under other names.
    assert resolve_place("Xã Cao Sơn", "", "Phú Thọ").place_id == "2025:04876"
    assert resolve_place("Xã Cao Sơn", "Đà Bắc", "Phú Thọ").legacy_place_id == "pre2025:04876"


def test_former_names_with_the_present_province() -> None:
    found = resolve_place("Xã Tân Lập", "Chợ Đồn", "Thái Nguyên")
    assert (found.place_id, found.legacy_place_id) == ("2025:02038", "pre2025:02032")


def test_twenty_two_communes_are_called_tan_lap() -> None:
    found = resolve_place("Xã Tân Lập")
    former = {ref.legacy_place_id for ref in found.ambiguous} - {None}
    assert (found.place_id, found.province_id) == (None, None)
    assert len(former) == 22
    assert PlaceRef("2025:02038", "pre2025:02032") in found.ambiguous


def test_hint_decides_between_namesakes() -> None:
    found = resolve_place("Xã Tân Lập", prefer_district="pre2025:064")
    assert (found.place_id, found.legacy_place_id) == ("2025:02038", "pre2025:02032")


def test_hint_does_not_overrule_what_was_written() -> None:
    found = resolve_place("Xã Tân Lập", "huyện Bắc Quang", "Hà Giang", prefer_district="pre2025:064")
    assert found.legacy_place_id == "pre2025:01159"


def test_split_commune_keeps_its_former_key_and_asks() -> None:
    found = resolve_place("Đại Áng", "Thanh Trì", "Hà Nội")
    assert (found.place_id, found.legacy_place_id, found.province_id) == (None, "pre2025:00679", "2025:01")
    assert {ref.place_id for ref in found.ambiguous} == {"2025:00679", "2025:10183"}


@pytest.mark.parametrize(
    ("address", "place_id", "legacy_id"),
    [
        ("Xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn", "2025:02038", "pre2025:02032"),
        ("Thôn Nà Lịn, xã Tân Lập huyện Chợ Đồn tỉnh Bắc Kạn, Việt Nam", "2025:02038", "pre2025:02032"),
        ("X. Tan Lap, H. Cho Don, T. Bac Kan", "2025:02038", "pre2025:02032"),
        ("37 Nguyễn Văn Trỗi, phường Nghĩa Trung, TP. Gia Nghĩa, Đắk Nông", "2025:24617", "pre2025:24617"),
        ("Phường 02, quận 3, TP.HCM", "2025:27154", "pre2025:27157"),
        ("Thôn 2, xã Ninh Gia, tỉnh Lâm Đồng", "2025:24985", None),
        ("huyện Côn Đảo, tỉnh Bà Rịa - Vũng Tàu", "2025:26732", "pre2025:755"),
        ("thị xã Nghĩa Lộ, tỉnh Yên Bái", None, "pre2025:133"),
        ("xã Tân Lập, huyện Na Rì, tỉnh Bắc Kạn", None, "pre2025:066"),
    ],
)
def test_address_in_one_line(address: str, place_id: str | None, legacy_id: str | None) -> None:
    found = read_address(address)
    assert (found.place_id, found.legacy_place_id, found.ambiguous) == (place_id, legacy_id, ())


@pytest.mark.parametrize(
    ("text", "province_id", "legacy_id"),
    [
        ("Thái Nguyên", "2025:19", None),
        ("ha tinh", "2025:42", None),
        ("Thanh Hoá", "2025:38", None),
        ("Bà Rịa Vũng Tàu", "2025:79", "pre2025:77"),
        ("Thừa Thiên Huế", "2025:46", None),
        ("Thành phố Đồng Nai", "2025:75", None),
        ("Thành phố Bắc Kạn", "2025:19", "pre2025:058"),
    ],
)
def test_province_or_district_alone(text: str, province_id: str, legacy_id: str | None) -> None:
    found = read_address(text)
    assert (found.place_id, found.province_id, found.legacy_place_id) == (None, province_id, legacy_id)


def test_bare_name_may_be_a_commune_or_the_former_district() -> None:
    found = read_address("Chợ Đồn")
    assert set(found.ambiguous) == {PlaceRef("2025:02020", None), PlaceRef(None, "pre2025:064")}
    assert found.province_id == "2025:19"


def test_both_eras_of_one_commune_are_no_choice() -> None:
    found = read_address("Quảng Bạch")
    assert (found.place_id, found.legacy_place_id, found.ambiguous) == ("2025:02038", None, ())


@pytest.mark.parametrize("text", ["", "Số 8", " , ()", "Atlantis"])
def test_words_that_mean_no_place_keep_their_text(text: str) -> None:
    found = read_address(text)
    assert (found.place_id, found.legacy_place_id, found.province_id, found.ambiguous) == (None, None, None, ())
    assert found.text == text.strip()


def test_what_was_read_once_is_remembered() -> None:
    assert read_address("xã Tân Lập, huyện Chợ Đồn") is read_address("xã Tân Lập, huyện Chợ Đồn")
    assert resolve_place("Tân Lập", "", "Bắc Kạn") is resolve_place("Tân Lập", "", "Bắc Kạn")


@pytest.mark.parametrize(
    ("commune", "district", "province", "legacy_id"),
    [
        ("Xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn", "Chợ Đồn", "Bắc Kạn", "pre2025:02032"),
        ("Xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn", "", "", "pre2025:02032"),
        ("Tân Lập - Chợ Đồn", "", "BẮC CẠN", "pre2025:02032"),
        ("5", "3", "TP.HCM", "pre2025:27151"),
        ("Thôn 2, xã Thuận Hà", "Đăk Song", "Đắc Nông", "pre2025:24722"),
        ("Tân Lập", "Bắc Kạn", "Chợ Đồn", "pre2025:02032"),
    ],
)
def test_columns_filled_in_other_ways(commune: str, district: str, province: str, legacy_id: str) -> None:
    assert resolve_place(commune, district, province).legacy_place_id == legacy_id


def test_column_of_communes_tells_commune_from_district() -> None:
    assert resolve_place("Chợ Đồn", "", "Thái Nguyên").place_id == "2025:02020"
    assert resolve_place("", "Chợ Đồn", "Thái Nguyên").legacy_place_id == "pre2025:064"
