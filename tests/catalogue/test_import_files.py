"""Bytes that are a list in some dress, and bytes that are none."""

import io
import unicodedata
import zipfile
from random import Random

import pytest
import xlsxwriter

from marketplace.catalogue.imports.columns import find_header
from marketplace.catalogue.imports.reading_file import limits, read_table
from marketplace.catalogue.imports.rows import read_rows
from marketplace.core.errors import Refused

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


def workbook(lines: list[list[str]]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    book.add_worksheet("Bìa")  # an empty cover sheet
    sheet = book.add_worksheet("Danh sách")
    for number, line in enumerate(lines):
        sheet.write_row(number + 2, 1, line)
    book.close()
    return buffer.getvalue()


def names(content: bytes) -> list[str]:
    rows = read_table(content).rows
    return [row.get("name") for row in read_rows(rows, find_header(rows, "name"))]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_separator_and_encoding(separator: str, encoding: str) -> None:
    assert names(as_text(separator).encode(encoding)) == ["Bún khô", "Gạo, nếp"]


def test_old_windows_files_are_read() -> None:
    assert names(in_cp1258(as_text(";"))) == ["Bún khô", "Gạo, nếp"]


def test_decomposed_letters_are_the_same_letters() -> None:
    assert names(unicodedata.normalize("NFD", as_text(";")).encode()) == ["Bún khô", "Gạo, nếp"]


def test_the_first_sheet_with_words_in_it_is_read() -> None:
    assert names(workbook(LINES)) == ["Bún khô", "Gạo, nếp"]


def test_repeated_headers_and_empty_lines_are_no_rows() -> None:
    table = [LINES[0], LINES[1], ["", "", ""], LINES[0], LINES[2]]
    assert [row.number for row in read_rows(table, find_header(table, "name"))] == [2, 5]


def test_headers_are_known_in_any_dress_and_the_rest_is_named() -> None:
    header = find_header([["Danh sách năm 2026"], ["stt", "TÊN  SP", "Sản lượng", "xã (CŨ)", "Tên hàng"]], "name")
    assert (header.row, dict(header.columns)) == (1, {"name": 1, "commune": 3})
    assert header.unused == ("Sản lượng", "Tên hàng"), "a second column of one meaning is not dropped in silence"


def archive(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(name, "<w:document/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        archive("word/document.xml"),
        archive("xl/workbook.xml"),
        b"%PDF-1.7\n\x00\x01",
        b"\xff\xfea",
        "Tên sản phẩm\x00;Chủ thể".encode(),
        ("a;" * 300).encode(),
    ],
    ids=["letter", "hollow workbook", "pdf", "half a character", "control characters", "too wide"],
)
def test_what_is_no_list_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        read_table(content)


def test_limits_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ROWS", 2)
    for content in (as_text(";").encode(), workbook(LINES)):
        with pytest.raises(Refused, match="nhiều nhất 2 dòng"):
            read_table(content)
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    with pytest.raises(Refused, match="quá lớn"):
        read_table(as_text(";").encode())


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_UNPACKED", 1000)
    with pytest.raises(Refused, match="nén quá nhiều"):
        read_table(workbook(LINES))


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
