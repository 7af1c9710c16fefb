"""Bytes that are a list of separated text, in whatever dress."""

import unicodedata
from random import Random

import pytest

from marketplace.catalogue.imports.reading_file import limits, read_table
from marketplace.core.errors import Refused
from tests.catalogue.workbooks import names_of, workbook

TONES = "\u0300\u0309\u0303\u0301\u0323"
LINES = [["Tên sản phẩm", "Chủ thể", "Giá"], ["Bún khô", "HTX Hồng Luân", "38000"], ["Gạo, nếp", "HTX Một", ""]]


def as_text(separator: str) -> str:
    return "\n".join(separator.join(f'"{cell}"' if "," in cell else cell for cell in line) for line in LINES)


def in_cp1258(text: str) -> bytes:
    """As old Vietnamese Windows wrote it: letters that the page lacks are a letter and its tone."""
    parts = []
    for char in unicodedata.normalize("NFC", text):
        try:
            parts.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            letters = unicodedata.normalize("NFD", char)
            tone = next(mark for mark in letters if mark in TONES)
            letter = unicodedata.normalize("NFC", letters.replace(tone, ""))
            parts.append((letter + tone).encode("cp1258"))
    return b"".join(parts)


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_any_separator_and_encoding(separator: str, encoding: str) -> None:
    assert names_of(as_text(separator).encode(encoding)) == ["Bún khô", "Gạo, nếp"]


def test_utf_16_of_the_other_byte_order_with_its_mark() -> None:
    assert names_of(b"\xfe\xff" + as_text(";").encode("utf-16-be")) == ["Bún khô", "Gạo, nếp"]


def test_old_windows_files_are_read() -> None:
    assert names_of(in_cp1258(as_text(";"))) == ["Bún khô", "Gạo, nếp"]


def test_decomposed_letters_are_the_same_letters() -> None:
    assert names_of(unicodedata.normalize("NFD", as_text(";")).encode()) == ["Bún khô", "Gạo, nếp"]


def test_what_a_program_took_for_western_letters_is_undone() -> None:
    spoilt = as_text(";").encode().decode("latin-1").encode()
    assert names_of(spoilt) == ["Bún khô", "Gạo, nếp"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_cells_in_quotes_may_have_line_breaks(ending: str) -> None:
    text = ending.join(["Tên sản phẩm;Mô tả", f'"Bún ""khô""";"Sợi nhỏ.{ending}Phơi nắng."', "Gạo;"])
    rows = read_table(text.encode()).rows
    assert [len(rows), rows[1][0], rows[2]] == [3, 'Bún "khô"', ["Gạo"]]
    assert rows[1][1].split() == ["Sợi", "nhỏ.", "Phơi", "nắng."]


def test_a_quote_that_nothing_closes_is_refused_with_its_line() -> None:
    for lines in (['Bún;"HTX Một', "Gạo;HTX Hai"], ['Gạo;"', *["Bún;HTX Một"] * 80, '";HTX Hai']):
        with pytest.raises(Refused, match="Từ dòng 2 có một dấu ngoặc kép mở"):
            read_table("\n".join(["Tên sản phẩm;Chủ thể", *lines]).encode())


def test_commas_in_the_cells_of_a_list_parted_otherwise_part_nothing() -> None:
    text = "Tên sản phẩm\tThành phần\nBún\tgạo, nước, muối, bột\nMiến\tdong, nước, muối, bột\n"
    assert read_table(text.encode()).rows[1] == ["Bún", "gạo, nước, muối, bột"]


def test_a_list_of_names_alone_keeps_its_commas() -> None:
    names = ["Bún khô, loại một", "Gạo, nếp", "Miến, dong"]
    assert names_of("\n".join(["Tên sản phẩm", *names]).encode()) == names


def test_a_title_block_and_the_hint_of_a_spreadsheet_stand_above_the_header() -> None:
    text = "sep=;\nDANH SÁCH SẢN PHẨM, NĂM 2026\n\n" + as_text(";")
    assert names_of(text.encode()) == ["Bún khô", "Gạo, nếp"]


def test_formulas_in_text_are_text() -> None:
    row = read_table("Tên sản phẩm;Mô tả\n=1+1;@SUM(A1)\n+Bún;-gạo\n".encode()).rows
    assert row[1:] == [["=1+1", "@SUM(A1)"], ["+Bún", "-gạo"]]


def test_limits_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ROWS", 2)
    for content in (as_text(";").encode(), workbook(LINES)):
        with pytest.raises(Refused, match="nhiều nhất 2 dòng"):
            read_table(content)
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    with pytest.raises(Refused, match="quá lớn"):
        read_table(as_text(";").encode())


def test_empty_lines_and_cells_at_the_ends_count_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ROWS", 3)
    monkeypatch.setattr(limits, "MOST_COLUMNS", 3)
    text = as_text(";") + ";;;;;;\n" + ";;;;;;;;\n" * 50
    assert len(read_table(text.encode()).rows) == 3


@pytest.mark.parametrize("content", [("a;" * 300).encode(), ";" * 20_000_000], ids=["wide", "of nothing but signs"])
def test_what_is_too_wide_is_refused(content: bytes | str) -> None:
    with pytest.raises(Refused, match="quá rộng"):
        read_table(content if isinstance(content, bytes) else content.encode())


def test_a_cell_that_is_a_book_is_refused_by_its_name() -> None:
    with pytest.raises(Refused, match="Ô B2 dài quá"):
        read_table(f"Tên sản phẩm;Mô tả\nBún;{'a' * 40_000}\n".encode())


def test_damaged_workbooks_are_read_or_refused_but_never_crash() -> None:
    random, whole = Random(938), workbook(LINES)
    refused = 0
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(8):
            damaged[random.randrange(4, len(damaged))] = random.randrange(256)
        try:
            read_table(bytes(damaged))
        except Refused:
            refused += 1
    assert refused > 0
