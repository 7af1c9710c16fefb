"""Files that are no lists, or are made to hurt whoever opens them, as real as they come; all made here."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable

import xlsxwriter
from PIL import Image

from tests.catalogue.test_import_wrong_files import ole
from tests.catalogue.workbooks import NAMESPACE, repacked, replaced, text_cell, with_sheet, workbook

LINES = [["Tên sản phẩm", "Chủ thể", "Giá"], ["Bún khô", "HTX Ví Dụ", "38000"]]
GIGABYTE = 1024**3
_PIECE = 16 * 1024**2
_SHEET = "xl/worksheets/sheet1.xml"


def _picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (400, 300), "#335577").save(buffer, "JPEG")
    return buffer.getvalue()


def _letter() -> bytes:
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": "<w:document><w:tbl><w:t>Tên sản phẩm</w:t></w:tbl></w:document>",
    }
    return _zip((name, zipfile.ZIP_DEFLATED, text.encode()) for name, text in parts.items())


def _zip(parts: Iterable[tuple[str, int, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, method, content in parts:
            archive.writestr(name, content, method)
    return buffer.getvalue()


def _bomb(filler: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    """A workbook whose sheet unpacks to more than a gigabyte of one character; it lies there as a megabyte."""
    pieces = GIGABYTE // _PIECE
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = packer.compress(before) + packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(filler * _PIECE) + packer.flush(zlib.Z_FULL_FLUSH)  # stands alone, so it can be repeated
    tail = packer.compress(after) + packer.flush()
    packed = head + piece * pieces + tail
    content = repacked(workbook(LINES), {_SHEET: b"?" * len(packed)})
    plain = _zip((name, zipfile.ZIP_STORED, part) for name, part in _parts(content))
    return _as_deflated(plain, packed, len(before) + GIGABYTE + len(after))


def _parts(content: bytes) -> Iterable[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def _as_deflated(content: bytes, packed: bytes, size: int) -> bytes:
    """Put the packed bytes in the place of the sheet, and say in both directories that they are packed, and what to."""
    lie = bytearray(content.replace(b"?" * len(packed), packed))
    name = _SHEET.encode()
    for at, offset in ((content.index(name) - 30, 8), (content.rindex(name) - 46, 10)):
        lie[at + offset : at + offset + 2] = zipfile.ZIP_DEFLATED.to_bytes(2, "little")
        lie[at + offset + 6 : at + offset + 10] = bytes(4)  # nobody comes so far as to compare the sum
        lie[at + offset + 14 : at + offset + 18] = size.to_bytes(4, "little")
    return bytes(lie)


def _bomb_that_lies() -> bytes:
    """It declares to unpack to a hundred bytes; between its rows there is a gigabyte of spaces."""
    before = f'<worksheet xmlns="{NAMESPACE}"><sheetData><row r="1">{text_cell("A1", "Tên")}</row>'.encode()
    bomb = bytearray(_bomb(b" ", before, b"</sheetData></worksheet>"))
    for at in (bomb.index(_SHEET.encode()) - 30 + 22, bomb.rindex(_SHEET.encode()) - 46 + 24):
        bomb[at : at + 4] = (100).to_bytes(4, "little")
    return bytes(bomb)


def _many_rows() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number in range(60_000):
            sheet.write_row(number, 0, LINES[min(number, 1)])
    return buffer.getvalue()


def _formulas() -> bytes:
    cells = "".join(text_cell(f"{letter}1", title) for letter, title in zip("ABC", LINES[0], strict=True))
    row = text_cell("A2", "Bún khô") + text_cell("B2", "HTX Ví Dụ") + '<c r="C2"><f>19000*2</f></c>'
    return with_sheet(f'<row r="1">{cells}</row><row r="2">{row}</row>')


def _entities() -> bytes:
    declared = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    return replaced(workbook(LINES), _SHEET, "?>", f"?>{declared}")


# File name → how it is made, and what the one who hands it in is told.
WRONG: dict[str, tuple[Callable[[], bytes], str]] = {
    "anh.xlsx": (_picture, "Đây là ảnh.* chép các dòng vào mẫu Excel"),
    "thu.xlsx": (_letter, "văn bản Word.*chép bảng trong đó sang Excel"),
    "khoa.xlsx": (lambda: ole("EncryptedPackage", "EncryptionInfo"), "mật khẩu.*bỏ mật khẩu, lưu lại rồi gửi"),
    "cu.xls": (lambda: ole("Workbook"), r"\.xls\).*“Lưu thành” \.xlsx rồi gửi lại"),
    "bom.xlsx": (lambda: _bomb(b"\0"), "nén quá nhiều dữ liệu.*chép riêng danh sách sang một sổ mới"),
    "bom-noi-doi.xlsx": (_bomb_that_lies, "Sổ Excel này bị hỏng. Xin mở bằng Excel, lưu lại"),
    "rong.xlsx": (lambda: with_sheet(f"<row r='1'>{'<c t=$str$><v>a</v></c>'.replace('$', chr(34)) * 50_000}</row>"),
                  "nhiều nhất 50000 dòng, 200 cột. Xin chia thành vài tệp"),
    "rong.csv": (lambda: b"Ten san pham" + b";" * 50_000 + b"a\n", "nhiều nhất 50000 dòng, 200 cột"),
    "dai.xlsx": (_many_rows, "nhiều nhất 50000 dòng"),
    "thuc-the.xlsx": (_entities, "DOCTYPE.* không được mở"),
    "cong-thuc.xlsx": (_formulas, "1 ô công thức chưa có kết quả, ví dụ ô C2. Xin mở tệp bằng Excel, lưu lại rồi gửi"),
    "khong.csv": (lambda: b"", "Tệp này trống"),
    "nang.csv": (lambda: b"Ten san pham\n" + b"a" * (21 * 1024**2), "quá lớn: nhiều nhất 20 MB. Xin chia"),
    "dau-de.csv": (lambda: "Họ tên;Ngày sinh\nNông Văn Ví Dụ;1990\n".encode(), "Không thấy hàng tiêu đề.*tải mẫu về"),
    "hong.csv": (lambda: "Tên sản phẩm;Chủ thể\nBún;HTX\n".encode() + b"\xff\xfe\xc3", "đã hỏng|bảng mã|không phải"),
    "chi-tieu-de.csv": (lambda: "Tên sản phẩm;Chủ thể\n".encode(), "không có dòng nào dưới hàng tiêu đề"),
}  # fmt: skip
