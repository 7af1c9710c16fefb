"""Texts from before Unicode, and texts whose letters are lost."""

import pytest

from marketplace.catalogue.imports.reading_file import read_table
from marketplace.catalogue.imports.reading_file.old_fonts import from_vn3, from_vni
from marketplace.catalogue.imports.reading_file.vietnamese import plausibility
from marketplace.core.errors import Refused
from tests.catalogue.workbooks import workbook

# Typed by hand in the old fonts, as any other program shows it.
VN3 = [
    ["Tªn s¶n phÈm", "Chñ thÓ", "X·"],
    ["Bón kh«", "HTX Hång Lu©n", "T©n LËp"],
    ["G¹o nÕp", "Tæ hîp t¸c Mét", "S¶ng Méc"],
]
VNI = [
    ["Teân saûn phaåm", "Chuû theå", "Xaõ"],
    ["Buùn khoâ", "HTX Hoàng Luaân", "Taân Laäp"],
    ["Gaïo neáp", "Toå hôïp taùc Moät", "Saûng Moäc"],
]
TODAY = [
    ["Tên sản phẩm", "Chủ thể", "Xã"],
    ["Bún khô", "HTX Hồng Luân", "Tân Lập"],
    ["Gạo nếp", "Tổ hợp tác Một", "Sảng Mộc"],
]


@pytest.mark.parametrize("lines", [VN3, VNI], ids=["TCVN3", "VNI"])
@pytest.mark.parametrize("dress", ["eight bits", "unicode", "workbook"])
def test_texts_of_old_fonts_are_read(lines: list[list[str]], dress: str) -> None:
    text = "\n".join(";".join(line) for line in lines)
    contents = {"eight bits": text.encode("latin-1"), "unicode": text.encode(), "workbook": workbook(lines)}
    assert read_table(contents[dress]).rows == TODAY


def test_every_letter_of_the_old_tables() -> None:
    words = "Cộng hòa xã hội chủ nghĩa Việt Nam: Độc lập - Tự do - Hạnh phúc"
    assert from_vn3("Céng hßa x· héi chñ nghÜa ViÖt Nam: §éc lËp - Tù do - H¹nh phóc") == words
    assert from_vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam: Ñoäc laäp - Töï do - Haïnh phuùc") == words
    assert from_vni("ÑÖÔØNG, THÒT, KYÕ, lyù, tyû, myõ, kî, só, nghæ, nhì, beøo, baèng, aên, aám, aån, aåu") == (
        "ĐƯỜNG, THỊT, KỸ, lý, tỷ, mỹ, kỵ, sĩ, nghỉ, nhì, bèo, bằng, ăn, ấm, ẩn, ẩu"
    )
    assert from_vn3("¡n ¢m £ ¤ng ¥n ¦u §i") == "Ăn Âm Ê Ông Ơn Ưu Đi"


def test_only_the_columns_in_an_old_font_are_converted() -> None:
    lines = [
        [*VN3[0], "Địa chỉ", "Giá"],
        [*VN3[1], "thôn Nà Ngà, xã Quảng Bạch", "45 nghìn"],
        [*VN3[2], "Bản Lác", "6 tệ"],
    ]
    lines.append(["sè", "è", "", "Hà Nội", "số"])  # letters of both: read as those around them
    assert read_table(workbook(lines)).rows[1:] == [
        ["Bún khô", "HTX Hồng Luân", "Tân Lập", "thôn Nà Ngà, xã Quảng Bạch", "45 nghìn"],
        ["Gạo nếp", "Tổ hợp tác Một", "Sảng Mộc", "Bản Lác", "6 tệ"],
        ["số", "ố", "", "Hà Nội", "số"],
    ]


def test_western_signs_in_texts_of_today_stay() -> None:
    lines = [
        ["Tên sản phẩm", "Mô tả"],
        ["Cà phê Jalapeño®", "½ kg · 100 µg"],
        ["Rosé", "«Crème brûlée»"],
        ["Bún", "30°C"],
    ]
    assert read_table(workbook(lines)).rows == lines
    assert read_table("\n".join(";".join(line) for line in lines).encode()).rows == lines
    assert read_table(workbook([["Ten san pham", "Gia"], ["Jalapeño", "45000"]])).rows[1] == ["Jalapeño", "45000"]


@pytest.mark.parametrize(
    "content",
    [
        "Òåñòîâûé ñïèñîê;Öåíà\nÂåðìèøåëü;Ðèñ".encode("latin-1"),
        workbook([["TÃªn sáº£n pháº©m", "GiÃ¡"], ["BÃºn khÃ´", "Gáº¡o náº¿p"]]),
    ],
    ids=["another country's", "spoilt for good"],
)
def test_letters_that_read_as_nothing_are_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(Refused, match=r"Không nhận ra bảng mã chữ.*Unicode, lưu thành \.xlsx"):
        read_table(content)


def test_a_few_broken_letters_are_refused_with_their_line() -> None:
    content = "\n".join(["Tên sản phẩm;Chủ thể", "Bún khô;HTX Hồng Luân"] * 5).encode()
    with pytest.raises(Refused, match="hỏng, ví dụ ở dòng 11"):
        read_table(content + b"\nG\xe1\xba;HTX")


def test_letters_that_a_program_left_out_are_missed() -> None:
    lost = "\n".join(";".join(line) for line in TODAY).encode("cp1252", "replace")
    assert b"T\xean s?n ph?m" in lost
    with pytest.raises(Refused, match=r"thành dấu “\?”.*CSV UTF-8"):
        read_table(lost)
    assert read_table("Tên sản phẩm;Mô tả\nBún;https://example.org/a?b=c\n".encode()).rows[1][0] == "Bún"


@pytest.mark.parametrize(
    ("text", "share"),
    [("Bún khô Hồng Luân", 1), ("Tªn s¶n", 0), ("nghiêng khuỷu quýt", 1), ("abc 500", 1), ("ngọc ê°", 0.5)],
)
def test_vietnamese_is_told_by_its_syllables(text: str, share: float) -> None:
    assert plausibility(text) == share
