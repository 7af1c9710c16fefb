"""Packs: read from a list's column, and taken off a product's name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.text import Pack, TextRefused, pack_in, parse_pack, strip_pack
from tests.core.text_samples import quick


@pytest.mark.parametrize(
    ("text", "pack"),
    [
        ("gói 500 g", Pack("gói 500\u00a0g", "gói", 500)),
        ("500g/gói", Pack("gói 500\u00a0g", "gói", 500)),
        ("Túi hút chân không 500GR", Pack("túi 500\u00a0g", "túi", 500)),
        ("túi 1kg", Pack("túi 1\u00a0kg", "túi", 1000)),
        ("0,5 kg/gói", Pack("gói 0,5\u00a0kg", "gói", 500)),
        ("(1.000 g)", Pack("1.000\u00a0g", None, 1000)),
        ("120g/cái", Pack("cái 120\u00a0g", "cái", 120)),
        ("chai 500ml", Pack("chai 500\u00a0ml", "chai", None, 500)),
        ("can 5 lít", Pack("can 5\u00a0lít", "can", None, 5000)),
        ("Gói", Pack("gói", "gói")),
        ("hộp 20 túi lọc", Pack("hộp 20 túi lọc", "hộp", count=20)),
        ("10 quả/hộp", Pack("10 quả/hộp", "hộp", count=10)),
        ("hộp 20 túi x 2g", Pack("hộp 20 túi x 2g", "hộp", 40, count=20)),
        ("hộp 20x2g", Pack("hộp 20x2g", "hộp", 40, count=20)),
        ("hộp 20 túi lọc 40g", Pack("hộp 20 túi lọc 40g", "hộp", 40, count=20)),
        ("hộp 40g (20 túi)", Pack("hộp 40g (20 túi)", "hộp", 40, count=20)),
        ("thùng 24 gói 500g", Pack("thùng 24 gói 500g", "thùng", 12_000, count=24)),
        ("lốc 6 chai 330ml", Pack("lốc 6 chai 330ml", "lốc", None, 1980, 6)),
        ("hộp 500g 20 gói", Pack("hộp 500g 20 gói", "hộp", 500, count=20)),
        ("Bánh chưng 800g", Pack("800\u00a0g", None, 800)),
        ("500g x 2", Pack("500g x 2", None, 1000, count=2)),
    ],
)
def test_packs(text: str, pack: Pack) -> None:
    assert parse_pack(text) == pack


@pytest.mark.parametrize(("text", "code"), [(" ", "pack_missing"), ("ST25", "pack_unknown"), ("0g", "pack_unknown")])
def test_what_is_no_pack_is_refused(text: str, code: str) -> None:
    with pytest.raises(TextRefused) as refused:
        parse_pack(text)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Bún khô 500g", "Bún khô"),
        ("Bún khô – gói 500 g", "Bún khô"),
        ("Bún khô 500g x 10 gói", "Bún khô"),
        ("Nem nướng - 120g/cái", "Nem nướng"),
        ("Miến dong (gói 500 g)", "Miến dong"),
        ("Trứng gà (10 quả)", "Trứng gà"),
        ("Trứng gà hộp 10 quả", "Trứng gà"),
        ("Trà hoa vàng (hộp 20 túi x 2g)", "Trà hoa vàng"),
        ("Gạo ST25 5kg", "Gạo ST25"),
        ("MẬT ONG CHAI 500ML", "MẬT ONG"),
        ("Combo 2kg bún khô", "Combo bún khô"),
        ("Bánh gai (10 cái/300g)", "Bánh gai"),
        ("Mắc ca – hộp/túi 500gram", "Mắc ca"),
        ("Mắm ruốc – hủ 450g", "Mắm ruốc"),
        ("Na 3 sao 3-5 quả/1kg (1 thùng 5kg)", "Na 3 sao"),
        ("Bí thơm - Combo 5kg", "Bí thơm"),
        ("Tinh dầu tràm - chai - 50ml", "Tinh dầu tràm"),
        ("Yến (Combo 4 hũ x 70ml/hũ)", "Yến"),
        ("Tổ yến ( Hộp 6 gói - 3.5Gram/gói)", "Tổ yến"),
    ],
)
def test_a_name_loses_its_pack(name: str, bare: str) -> None:
    assert strip_pack(name) == bare


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("Mật ong hoa nhãn 500 ml", "500 ml"),
        ("BÌNH ĐỊNH-CHẢ CÁ CHIÊN-1KG", "1KG"),
        ("Thịt lợn gác bếp (Gói 200gr)", "Gói 200gr"),
        ("Chả giò xốp 500gram", "500gram"),
        ("Tiêu - hộp100g", "hộp 100g"),
        ("Trà túi lọc, 40 túi lọc/hộp", "40 túi lọc/hộp"),
        ("Na 3-5 quả/1kg (1 thùng 5kg)", "1 thùng 5kg"),
        ("Gạo nếp", ""),
    ],
)
def test_the_pack_in_a_name(name: str, pack: str) -> None:
    assert pack_in(name) == pack


def test_a_word_with_other_accents_is_no_container() -> None:
    assert [parse_pack(text).container for text in ("40 túi lọc/hộp", "thịt lợn 1kg", "hủ 450g")] == ["hộp", None, "hũ"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Gạo Thái Bình 5kg", "Gạo Thái Bình"),
        ("Mat ong 500ml", "Mat ong"),
        ("Thit bo 1kg", "Thit bo"),
        ("Rượu ngô 29% 500 ml", "Rượu ngô 29%"),
    ],
)
def test_a_word_that_only_looks_like_a_container_stays(name: str, kept: str) -> None:
    assert strip_pack(name) == kept


@pytest.mark.parametrize("name", ["Trà túi lọc", "Set quà 3 hộp", "Bánh 5 lá", "Gà 7 món", "500g", "Miến dong"])
def test_a_name_without_a_pack_stays(name: str) -> None:
    assert strip_pack(name) == name


@pytest.mark.parametrize(
    "text", ["gói 99999999999999999999999 tấn", "hộp 99999999999999999999 túi", f"{'9' * 40} × 2 g", "1000 tấn"]
)
def test_a_pack_that_no_column_could_hold_is_refused(text: str) -> None:
    with pytest.raises(TextRefused) as refused:
        parse_pack(text)
    assert refused.value.code == "pack_too_large"


def test_a_trace_has_no_mass_to_divide_a_price_by() -> None:
    assert parse_pack("lọ 0,1 g").grams is None


@quick
@given(st.integers(1, 99_999), st.sampled_from(["g", "kg", "ml", "lít"]), st.sampled_from(["gói", "túi", "hũ", "chai"]))
def test_a_label_reads_as_its_pack(amount: int, unit: str, container: str) -> None:
    pack = parse_pack(f"{amount}{unit}/{container}")
    assert parse_pack(pack.label) == pack
    assert strip_pack(f"Bún khô {pack.label}") == "Bún khô"


@quick
@given(st.text(max_size=25) | st.text("0123456789 gkx×/().,túihộp-", max_size=20))
def test_no_text_breaks_it(text: str) -> None:
    strip_pack(text)
    try:
        pack = parse_pack(text)
    except TextRefused as refused:
        assert refused.code.startswith("pack_")
    else:
        assert pack.label
