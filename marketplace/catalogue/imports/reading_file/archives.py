"""A workbook's ZIP file: its parts are streamed through an XML parser that resolves nothing, within limits."""

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePosixPath
from types import TracebackType
from xml.parsers import expat

from marketplace.catalogue.imports.reading_file import limits
from marketplace.catalogue.imports.reading_file.wrong_files import LOCKED, refuse_wrong_archive
from marketplace.core.errors import Refused
from marketplace.core.texts import N_

DAMAGED = N_("Sổ Excel này bị hỏng. Xin mở bằng Excel, lưu lại thành .xlsx rồi gửi lại.")
STRANGE = N_("Sổ này có khai báo lạ (DOCTYPE) mà Excel không bao giờ ghi, nên không được mở.")

_CHUNK = 64 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CENTRAL = b"PK\x01\x02"

Begin = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Words = Callable[[str], None]


class PartEnds(Exception):
    """Raised by a handler that has seen all that it wants of a part."""


class Archive:
    """The parts of a workbook. Counts what it really unpacks: what a ZIP file declares may be a lie."""

    def __init__(self, content: bytes) -> None:
        if content.count(_CENTRAL) > limits.MOST_PARTS:
            raise Refused(limits.TOO_LARGE_UNPACKED)
        self._file = zipfile.ZipFile(io.BytesIO(content))
        self._unpacked = 0
        self._elements = 0
        self._read: set[str] = set()
        self.names = self._file.namelist()
        refuse_wrong_archive(self.names, self._beginning("mimetype"))
        entries = self._file.infolist()
        if any(entry.flag_bits & 1 for entry in entries):
            raise Refused(LOCKED)
        if any(entry.compress_type not in _METHODS for entry in entries):
            raise Refused(DAMAGED)
        if sum(entry.file_size for entry in entries) > limits.LARGEST_UNPACKED:
            raise Refused(limits.TOO_LARGE_UNPACKED)

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def parse(self, name: str, begin: Begin, end: End | None = None, words: Words | None = None) -> None:
        """Stream a part through handlers that get local names; one may raise PartEnds. No DOCTYPE is allowed."""
        self._read.add(name)
        parser = self._parser(begin, end, words)
        fed = 0
        try:
            with self._file.open(name) as part:
                while chunk := part.read(_CHUNK):
                    self._unpacked += len(chunk)
                    if self._unpacked > limits.LARGEST_UNPACKED:
                        raise Refused(limits.TOO_LARGE_UNPACKED)
                    parser.Parse(chunk, False)
                    fed += len(chunk)
                    if fed - parser.CurrentByteIndex > limits.LARGEST_TOKEN:
                        raise Refused(limits.TOO_LARGE_UNPACKED)
                parser.Parse(b"", True)
        except PartEnds:
            return

    def refuse_declarations_of_unread_parts(self) -> None:
        """Look at the beginning of all XML parts that weren't read: none has a DOCTYPE."""
        for name in self.names:
            if name not in self._read and PurePosixPath(name).suffix in (".xml", ".rels"):
                self.parse(name, _end_at_once)

    def _parser(self, begin: Begin, end: End | None, words: Words | None) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        local: dict[str, str] = {}

        def begins(name: str, attributes: dict[str, str]) -> None:
            self._elements += 1
            if self._elements > limits.MOST_ELEMENTS:
                raise Refused(limits.TOO_LARGE_UNPACKED)
            begin(local.get(name) or local.setdefault(name, name.rpartition(" ")[2]), attributes)

        parser.StartElementHandler = begins
        if end is not None:
            ends = end
            parser.EndElementHandler = lambda name: ends(local.get(name, ""))
        if words is not None:
            parser.CharacterDataHandler = words
        return parser

    def _beginning(self, name: str) -> bytes:
        if name not in self.names:
            return b""
        with self._file.open(name) as part:
            return part.read(200)


def _end_at_once(name: str, attributes: dict[str, str]) -> None:
    raise PartEnds


def _refuse_doctype(name: str, system: str | None, public: str | None, internal: bool) -> None:
    raise Refused(STRANGE)
