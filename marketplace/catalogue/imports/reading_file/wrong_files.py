"""Files that are no lists: what each is by its first bytes, and what its owner can do."""

import re

from marketplace.catalogue.imports.reading_file import ole
from marketplace.core.errors import Refused
from marketplace.core.texts import N_

EMPTY = N_("Tệp này trống.")
NO_LIST = N_("Tệp này không phải là danh sách: cần .xlsx, .csv, .tsv hoặc .txt.")
PICTURE = N_("Đây là ảnh, chưa đọc thành bảng được. Xin chép các dòng vào mẫu Excel rồi gửi lại.")
PDF = N_("Đây là tệp PDF. Xin gửi chính bảng Excel đã in ra nó, hoặc chép các dòng vào mẫu.")
LETTER = N_("Đây là văn bản Word. Xin chép bảng trong đó sang Excel, lưu thành .xlsx rồi gửi lại.")
SLIDES = N_("Đây là bài trình chiếu. Xin chép bảng trong đó sang Excel, lưu thành .xlsx rồi gửi lại.")
OLD_WORKBOOK = N_("Đây là sổ Excel kiểu cũ (.xls). Xin mở bằng Excel, chọn “Lưu thành” .xlsx rồi gửi lại.")
BINARY_WORKBOOK = N_("Đây là sổ Excel kiểu .xlsb. Xin mở bằng Excel, chọn “Lưu thành” .xlsx rồi gửi lại.")
LOCKED = N_("Sổ này có mật khẩu nên không mở được. Xin mở bằng Excel, bỏ mật khẩu, lưu lại rồi gửi.")
OPEN_DOCUMENT = N_("Đây là bảng tính .ods. Xin mở bằng LibreOffice hoặc Excel, lưu thành .xlsx rồi gửi lại.")
WEB_PAGE = N_("Tệp này là trang web mang tên bảng tính. Xin mở bằng Excel, chọn “Lưu thành” .xlsx rồi gửi lại.")
UNKNOWN_LETTERS = N_(
    "Không nhận ra bảng mã chữ của tệp này. Xin mở bằng Excel, đổi chữ sang Unicode, lưu thành .xlsx rồi gửi lại."
)
PACKED = N_("Đây là tệp nén. Xin mở ra và gửi riêng tệp danh sách ở trong.")

_PICTURES = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\x00|MM\x00\*|BM....\x00\x00\x00\x00"
    rb"|....ftyp(?:heic|heix|hevc|mif1|msf1|avif)",
    re.DOTALL,
)
_PACKED = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00")
_WEB_PAGE = re.compile(rb"<(?:!doctype|html|table|head|body|\?xml)", re.IGNORECASE)
# Of the streams in an OLE file; a locked workbook of today is packed into one too.
_OLE_KINDS = (
    ("EncryptedPackage", LOCKED),
    ("Workbook", OLD_WORKBOOK),
    ("Book", OLD_WORKBOOK),
    ("WordDocument", LETTER),
    ("PowerPoint Document", SLIDES),
)
# Of the parts in a ZIP file.
_ZIP_KINDS = (("word/", LETTER), ("ppt/", SLIDES), ("xl/workbook.bin", BINARY_WORKBOOK))
_OPEN_DOCUMENTS = (("spreadsheet", OPEN_DOCUMENT), ("text", LETTER), ("presentation", SLIDES))


def refuse_wrong_file(content: bytes) -> None:
    """Raise Refused for what can be told by the first bytes; a ZIP file may yet be a workbook."""
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xfe\xff"):
        raise Refused(EMPTY)
    if _PICTURES.match(content):
        raise Refused(PICTURE)
    if b"%PDF-" in content[:1024]:
        raise Refused(PDF)
    if content.startswith(ole.SIGNATURE):
        names = ole.stream_names(content)
        raise Refused(next((reason for name, reason in _OLE_KINDS if name in names), NO_LIST))
    if content.startswith(b"{\\rtf"):
        raise Refused(LETTER)
    if content.startswith(_PACKED):
        raise Refused(PACKED)
    if _WEB_PAGE.match(content.removeprefix(b"\xef\xbb\xbf").lstrip()):
        raise Refused(WEB_PAGE)


def refuse_wrong_archive(names: list[str], kind: bytes) -> None:
    """Raise Refused unless a ZIP file's parts are a workbook's; ``kind`` is what its part "mimetype" says."""
    if "xl/workbook.xml" in names:
        return
    for beginning, reason in _ZIP_KINDS:
        if any(name.startswith(beginning) for name in names):
            raise Refused(reason)
    if kind.startswith(b"application/vnd.oasis.opendocument."):
        said = kind.decode("latin-1").rpartition(".")[2]
        raise Refused(next((reason for name, reason in _OPEN_DOCUMENTS if said.startswith(name)), NO_LIST))
    raise Refused(NO_LIST if any(name.startswith("xl/") for name in names) else PACKED)
