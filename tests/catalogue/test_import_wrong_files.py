"""Files that are no lists: each is refused for what it is, with what its owner can do."""

import io
import struct
import tracemalloc
import zipfile

import pytest

from marketplace.catalogue.imports.reading_file import limits, read_table
from marketplace.core.errors import Refused
from tests.catalogue.workbooks import repacked, replaced, text_cell, unpacked, with_sheet, workbook

LINES = [["Tên sản phẩm", "Chủ thể"], ["Bún khô", "HTX Một"]]
DOCTYPE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'


def archive(*names: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "<x/>")
        for name, text in parts.items():
            file.writestr(name, text)
    return buffer.getvalue()


def ole(*streams: str) -> bytes:
    """A compound file whose second directory sector has the streams: the allocation table must be followed to it."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, 1)  # the directory begins in sector 1
    struct.pack_into("<I", header, 76, 0)  # the allocation table is sector 0
    table = struct.pack("<128I", 0xFFFFFFFD, 2, 0xFFFFFFFE, *[0xFFFFFFFF] * 125)
    entries = b"".join(entry(name) for name in ("Root Entry", "", "", "", *streams))
    return bytes(header) + table + entries.ljust(1024, b"\0")


def entry(name: str) -> bytes:
    text = name.encode("utf-16-le")
    return text.ljust(64, b"\0") + struct.pack("<H", len(text) + 2 if name else 0) + bytes(62)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "trống"),
        (b"  \r\n ", "trống"),
        (b"\xef\xbb\xbf", "trống"),
        ("\ufeff\n".encode("utf-16-le"), "trống"),
        (b";;;\n;;;\n", "trống"),
        (workbook([]), "trống"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "Đây là ảnh"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "Đây là ảnh"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "Đây là ảnh"),
        (b"\x00\x00\x00\x18ftypheic", "Đây là ảnh"),
        (b"%PDF-1.7\n\x00\x01", "PDF"),
        (b"\n\n%PDF-1.4 ", "PDF"),
        (archive("word/document.xml", "[Content_Types].xml"), "văn bản Word"),
        (archive("ppt/presentation.xml"), "bài trình chiếu"),
        (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), r"\.ods.*lưu thành \.xlsx"),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), "văn bản Word"),
        (archive("xl/workbook.bin"), r"\.xlsb"),
        (archive("list.csv"), "tệp nén"),
        (b"Rar!\x1a\x07\x01\x00", "tệp nén"),
        (ole("Workbook"), r"\.xls\).*Lưu thành"),
        (ole("EncryptedPackage", "EncryptionInfo"), "mật khẩu"),
        (ole("WordDocument"), "văn bản Word"),
        (ole("Something"), "không phải là danh sách"),
        (ole("Workbook")[:900], "không phải là danh sách"),
        (b"{\\rtf1 abc}", "văn bản Word"),
        (b"<html><table><tr><td>T\xc3\xaan</td></tr></table></html>", "trang web"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "trang web"),
        (archive("xl/workbook.xml"), "bị hỏng"),
        (b"PK\x03\x04 no archive at all", "bị hỏng"),
        ("Tên sản phẩm\x00;Chủ thể".encode(), "không phải là danh sách"),
        (bytes(range(256)) * 4, "không phải là danh sách"),
    ],
)
def test_each_wrong_file_has_its_own_sentence(content: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        read_table(content)


def test_the_directory_of_a_large_file_is_found_through_its_chain_of_tables() -> None:
    """109 sectors of the allocation table stand in the header; the next one is named by a sector of its own."""
    first, table, link = 109 * 128, 2, 1  # the directory begins where the 110th table tells on
    content = bytearray(512 * (first + 3))
    content[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", content, 30, 9)
    struct.pack_into("<I", content, 48, first)
    struct.pack_into("<I", content, 68, link)
    struct.pack_into("<I", content, 512 * (link + 1), table)
    struct.pack_into("<I", content, 512 * (table + 1), first + 1)
    content[512 * (first + 2) : 512 * (first + 2) + 128] = entry("EncryptedPackage")
    with pytest.raises(Refused, match="mật khẩu"):
        read_table(bytes(content))


def test_a_directory_that_goes_round_in_circles_ends() -> None:
    circle = bytearray(ole("Workbook"))
    struct.pack_into("<I", circle, 512 + 8, 1)  # the second directory sector points to the first
    with pytest.raises(Refused, match="xls"):
        read_table(bytes(circle))


@pytest.mark.parametrize(
    "part",
    ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "docProps/core.xml",
     "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/theme/theme1.xml"],
)  # fmt: skip
def test_no_part_may_declare_entities(part: str) -> None:
    spoilt = replaced(workbook(LINES), part, "?>", f"?>{DOCTYPE}")
    with pytest.raises(Refused, match="DOCTYPE"):
        read_table(spoilt)


def test_a_declaration_in_another_encoding_is_seen_too() -> None:
    part = (
        unpacked(workbook(LINES))["docProps/core.xml"].decode().replace("UTF-8", "UTF-16").replace("?>", f"?>{DOCTYPE}")
    )
    with pytest.raises(Refused, match="DOCTYPE"):
        read_table(repacked(workbook(LINES), {"docProps/core.xml": part.encode("utf-16")}))


def test_what_a_workbook_declares_to_unpack_is_looked_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_UNPACKED", 1000)
    with pytest.raises(Refused, match="nén quá nhiều"):
        read_table(workbook(LINES))


def bomb(cells: str, times: int) -> bytes:
    """A workbook whose sheet has these cells many times over; little as it lies there."""
    content = with_sheet("<row r='1'>" + text_cell("A1", "Tên") + "</row>BOMB")
    sheet = unpacked(content)["xl/worksheets/sheet1.xml"].decode()
    return repacked(content, {"xl/worksheets/sheet1.xml": sheet.replace("BOMB", cells * times).encode()})


def lie_about_size(content: bytes, part: str) -> bytes:
    """The same, its directory saying that the part unpacks to 100 bytes."""
    lie = bytearray(content)
    at = content.rindex(part.encode())
    struct.pack_into("<I", lie, at - 46 + 24, 100)
    return bytes(lie)


def test_bombs_are_refused_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    empty_cells = bomb("<row><c/><c/><c/></row>", 200_000)
    shared = b"<sst>" + b"<si><t>a</t></si>" * 200_000 + b"</sst>"
    strings = repacked(workbook(LINES), {"xl/sharedStrings.xml": shared})
    assert max(map(len, (empty_cells, strings))) < 60_000
    for name, most in (("LARGEST_UNPACKED", 4_000_000), ("MOST_TEXTS", 100_000)):
        monkeypatch.setattr(limits, name, most)
    tracemalloc.start()
    for content in (empty_cells, lie_about_size(empty_cells, "xl/worksheets/sheet1.xml"), strings):
        with pytest.raises(Refused):
            read_table(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_tag_that_never_ends_is_not_waited_for() -> None:
    with pytest.raises(Refused, match="nén quá nhiều"):
        read_table(bomb(f"<row spans='{' ' * 20_000_000}'/>", 1))


def test_parts_that_nobody_reads_count_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_UNPACKED", 100_000)
    assert read_table(workbook(LINES)).rows == LINES
    with pytest.raises(Refused, match="nén quá nhiều"):
        read_table(repacked(workbook(LINES), {"xl/media/image1.png": bytes(200_000)}))


def test_a_part_counts_as_often_as_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    content = bomb("<row/>", 5_000)
    again = "".join(f'<sheet name="{number}" sheetId="{number}" r:id="rId1"/>' for number in range(2, 100))
    monkeypatch.setattr(limits, "LARGEST_UNPACKED", 500_000)
    assert read_table(content).rows == [["Tên"]]
    with pytest.raises(Refused, match="nén quá nhiều"):
        read_table(replaced(content, "xl/workbook.xml", "</sheets>", f"{again}</sheets>"))


def test_what_takes_too_long_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ELEMENTS", 1000)
    with pytest.raises(Refused, match="nén quá nhiều"):
        read_table(bomb("<c/>", 1000))


def test_texts_shared_by_many_cells_are_counted_as_often_as_they_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_TEXT", 100_000)
    with pytest.raises(Refused, match="nén quá nhiều"):
        read_table(workbook([["Tên sản phẩm"], *[["a" * 30_000]] * 4]))


@pytest.mark.parametrize(
    "content",
    [
        with_sheet(f"<row r='1'>{text_cell('BUI1', 'x')}</row>"),
        with_sheet("<row r='1'>" + "<c t='str'><v>a</v></c>" * 50_000 + "</row>"),
        with_sheet(f"<row r='60000'>{text_cell('A60000', 'x')}</row>"),
        with_sheet(
            f"<row r='1'>{text_cell('A1', 'x')}</row>",
            "<mergeCells>" + "<mergeCell ref='A1:A9'/>" * 100_001 + "</mergeCells>",
        ),
    ],
    ids=["far to the right", "50 000 columns", "far below", "merged cells"],
)
def test_sheets_beyond_the_limits_are_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="nhiều nhất 50000 dòng, 200 cột"):
        read_table(content)


def test_locked_parts_and_strange_packing_are_refused() -> None:
    locked = bytearray(workbook(LINES))
    at = locked.rindex(b"PK\x01\x02")
    locked[at + 8] |= 1
    with pytest.raises(Refused, match="mật khẩu"):
        read_table(bytes(locked))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as file:
        for name, part in unpacked(workbook(LINES)).items():
            file.writestr(name, part)
    with pytest.raises(Refused, match="bị hỏng"):
        read_table(buffer.getvalue())
