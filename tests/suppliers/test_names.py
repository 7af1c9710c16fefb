"""Legal forms are read and left aside, so that one supplier is found under all its spellings."""

import pytest

from marketplace.suppliers.vocabulary import kind_from_name, match_key_of, strip_legal_form


@pytest.mark.parametrize(
    ("name", "rest", "kind"),
    [
        ("HTX Hồng Luân", "Hồng Luân", "htx"),
        ("Hợp tác xã Hồng Luân", "Hồng Luân", "htx"),
        ("HTX 20-10", "20-10", "htx"),
        ("Tổ hợp tác Đại Thắng", "Đại Thắng", "tht"),
        ("Cơ sở sản xuất Hoàng Ngọc Hường", "Hoàng Ngọc Hường", "hkd"),
        ("Công ty TNHH MTV Hà Diệp", "Hà Diệp", "dn"),
        ("Cty TNHH Hà Diệp", "Hà Diệp", "dn"),
        ("CT TNHH MTV HÀ DIỆP", "HÀ DIỆP", "dn"),
        ("CÔNGTY CỔ PHẦN Hà Diệp", "Hà Diệp", "dn"),
        ("Công ty TNHH một thành viên Hà Diệp", "Hà Diệp", "dn"),
        ("TNHH Hà Diệp", "Hà Diệp", "dn"),
        ("CT Hà Diệp", "CT Hà Diệp", None),
        ("Chi nhánh Công ty TNHH Hà Diệp", "Chi nhánh Công ty TNHH Hà Diệp", "dn"),
        ("Công ty CP Curmin Bắc Hà", "Curmin Bắc Hà", "dn"),
        ("Liên hiệp HTX Ba Bể", "Ba Bể", "lhhtx"),
        ("Hoàng Hải", "Hoàng Hải", None),
        ("HTX", "HTX", "htx"),
        ("Hội Nông dân xã Quảng Bạch", "Nông dân xã Quảng Bạch", "hoi"),
    ],
)
def test_legal_forms(name: str, rest: str, kind: str | None) -> None:
    assert (strip_legal_form(name), kind_from_name(name)) == (rest, kind)


def test_spellings_of_one_supplier_share_a_key() -> None:
    keys = {match_key_of(name) for name in ("HTX Hồng Luân", "Hợp tác xã  HỒNG LUÂN", "htx hong luan")}
    assert keys == {"hong luan"}
