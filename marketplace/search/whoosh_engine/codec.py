"""Writing segments in Whoosh's own format, with far fewer calls for each term than Whoosh's own writer makes.

Only the writing is ours: the segments say that Whoosh's codec made them, and Whoosh reads them as its own.
"""

import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from operator import sub
from pickle import dumps, load
from typing import Any
from zlib import crc32

from whoosh.codec.whoosh3 import (
    LENGTHS_COLUMN,
    WHOOSH3_HEADER_MAGIC,
    W3Codec,
    W3FieldWriter,
    W3PerDocWriter,
    W3Segment,
)
from whoosh.filedb.filetables import HashWriter, OrderedHashWriter
from whoosh.util.numeric import length_to_byte
from whoosh.util.numlists import GrowableArray

from marketplace.search.whoosh_engine.posting_lists import COUNT_BITS, MOST_COUNTED, PostingLists, Postings

_BLOCK = 128  # postings that a reader takes at once, as many as W3Codec writes together
_SHORT = 128  # postings of a list that may well be another term's too
_PICKLE = 3  # Whoosh reads any; its own 2 spells bytes out as text
_KEY = struct.Struct("!H")
_TERM = struct.Struct("!BfIBBfIIqi")  # W3TermInfo: not inlined, then statistics, then where the list lies
_BLOCK_LENGTH = struct.Struct("!i")
_ENTRY = struct.Struct("!ii")  # lengths of key and value in HashWriter
_SLOT = struct.Struct("!Iq")  # hash and place of a key there
_EMPTY = _SLOT.pack(0, 0)
_CRC = 1  # what HashWriter calls it


class SegmentCodec(W3Codec):  # type: ignore[misc]  # Whoosh is untyped
    """Whoosh's codec with writers of our own; one for each segment, since it holds the lengths of its fields."""

    length_stats = False  # nobody need read the lengths back: our writers share them

    def __init__(self) -> None:
        super().__init__()
        self.lengths: defaultdict[str, bytearray] = defaultdict(bytearray)

    def new_segment(self, storage: Any, indexname: str) -> Any:
        """A segment that names Whoosh's codec, for it is pickled into the table of contents."""
        return W3Segment(W3Codec(), indexname)

    def per_document_writer(self, storage: Any, segment: Any) -> "DocumentsWriter":
        """What keeps columns and lengths."""
        return DocumentsWriter(self, storage, segment)

    def field_writer(self, storage: Any, segment: Any) -> "TermsWriter":
        """What writes terms and their postings, once all documents are known."""
        return TermsWriter(self, storage, segment)


class DocumentsWriter(W3PerDocWriter):  # type: ignore[misc]  # as above
    """Whoosh's own, but a length is a byte in memory until the end. Nothing is stored: it would be deflated alone."""

    def add_field(self, fieldname: str, fieldobj: Any, value: None, length: int) -> None:
        """Keep a field's length; Whoosh calls this for the segments that it merges."""
        if length:
            self.note_length(fieldname, length)

    def note_length(self, field: str, length: int) -> None:
        """Keep a field's length in terms, rounded to a byte as Whoosh does."""
        lengths = self._codec.lengths[field]
        lengths.extend(bytes(self._docnum - len(lengths)))
        lengths.append(length_to_byte(length))
        self._fieldlengths[field] += length

    def close(self) -> None:
        """Write the columns; those of lengths are the bytes as they are."""
        for field, lengths in self._codec.lengths.items():
            lengths.extend(bytes(self._doccount - len(lengths)))
            self._create_column(f"_{field}_len", LENGTHS_COLUMN)
            self._get_column(f"_{field}_len")._dbfile.write(bytes(lengths))
        super().close()


class TermTable(OrderedHashWriter):  # type: ignore[misc]  # as above
    """Whoosh's own hash file, written in a few large pieces, and hashed by CRC instead of MD5."""

    def __init__(self, dbfile: Any) -> None:
        HashWriter.__init__(self, dbfile, hashtype=_CRC)
        self.index, self.lastkey = GrowableArray("H"), b""

    def add_field(self, prefix: bytes, infos: Iterable[tuple[bytes, bytes]]) -> None:
        """Enter a field's terms, in their order, each with what is kept of it."""
        place, entries = self.dbfile.tell(), []
        remember, buckets = self.index.append, self.buckets
        for term, info in infos:
            key = prefix + term
            entry = _ENTRY.pack(len(key), len(info)) + key + info
            entries.append(entry)
            remember(place)
            hashed = crc32(key)
            buckets[hashed & 255].append((hashed, place))
            place += len(entry)
        self.dbfile.write(b"".join(entries))

    def _write_hashes(self) -> None:
        """The tables of all buckets: half of the slots stay empty, and a taken one leads to the next."""
        for entries in self.buckets:
            count = 2 * len(entries)
            self.directory.append((self.dbfile.tell(), count))
            slots = [_EMPTY] * count
            for hashed, place in entries:
                slot = (hashed >> 8) % count
                while slots[slot] is not _EMPTY:
                    slot = (slot + 1) % count
                slots[slot] = _SLOT.pack(hashed, place)
            self.dbfile.write(b"".join(slots))


class TermsWriter(W3FieldWriter):  # type: ignore[misc]  # as above
    """Writes whole lists at once, and a short list of which several terms have the same only once."""

    def __init__(self, codec: Any, storage: Any, segment: Any) -> None:
        super().__init__(codec, storage, segment)
        self._tindex.dbfile.close()  # its header says MD5
        self._tindex: Any = TermTable(self._create_file(W3Codec.TERMS_EXT))
        self._fieldmap: dict[str, int] = {}
        self._tindex.extras["fieldmap"] = self._fieldmap

    def add_postings(self, schema: Any, lengths: None, items: PostingLists) -> None:
        """Write all terms of all fields."""
        written: dict[bytes, bytes] = {}
        before: bytearray | None = None
        for number, (field, terms) in enumerate(items.by_field()):
            self._fieldmap[field] = number
            lengths = self._codec.lengths.get(field)
            if lengths != before:  # a text with and without accents is equally long: their lists may be the same
                written, before = {}, lengths
            self._tindex.add_field(_KEY.pack(number), self._infos(terms, lengths, written))

    def _infos(
        self, terms: Iterable[tuple[str, Postings]], lengths: bytearray | None, written: dict[bytes, bytes]
    ) -> Iterator[tuple[bytes, bytes]]:
        """Write the lists of a field but those that are ``written``; each term with what the table keeps of it."""
        for term, postings in terms:
            same = postings.tobytes() if len(postings) <= _SHORT else b""
            info = written.get(same) if same else None
            if info is None:
                info = self._write(postings, lengths)
                if same:
                    written[same] = info
            yield term.encode(), info

    def _write(self, postings: Postings, lengths: bytearray | None) -> bytes:
        """Write a list; what the table of terms keeps of it."""
        if len(postings) == 1:
            return self._write_one(postings[0] >> COUNT_BITS, postings[0] & MOST_COUNTED, lengths)
        documents = [posting >> COUNT_BITS for posting in postings]
        counts = bytes([posting & MOST_COUNTED for posting in postings])
        own = bytes([lengths[document] for document in documents]) if lengths else bytes(len(documents))
        blocks = [WHOOSH3_HEADER_MAGIC]
        for start in range(0, len(documents), _BLOCK):
            end = start + _BLOCK
            blocks += _block(documents[start:end], counts[start:end], own[start:end], end >= len(documents))
        place, data = self._postfile.tell(), b"".join(blocks)
        self._postfile.write(data)
        first, last, size = documents[0], documents[-1], len(documents)
        return _TERM.pack(0, sum(counts), size, min(own), max(own), max(counts), first, last, place, len(data))

    def _write_one(self, document: int, count: int, lengths: bytearray | None) -> bytes:
        """The same of a list of one, as most are."""
        own = lengths[document] if lengths else 0
        block = _block((document,), bytes((count,)), bytes((own,)), True)
        place, data = self._postfile.tell(), b"".join((WHOOSH3_HEADER_MAGIC, *block))
        self._postfile.write(data)
        return _TERM.pack(0, count, 1, own, own, count, document, document, place, len(data))


def _block(documents: Sequence[int], counts: bytes, lengths: bytes, is_last: bool) -> tuple[bytes, bytes, bytes]:
    """Length, head and body of a block; the last one's length is negative.

    Whoosh takes any sequence of numbers for weights and distances: bytes are the smallest, and the soonest read.
    """
    most, distances = max(counts), [documents[0], *map(sub, documents[1:], documents)]
    weights = None if most == 1 else counts  # None is read as 1 each
    body = dumps((bytes(distances) if max(distances) < 256 else distances, weights, None), _PICKLE)
    head = dumps((len(documents), documents[-1], float(most), 0, min(lengths), max(lengths)), _PICKLE)
    length = len(head) + len(body)
    return _BLOCK_LENGTH.pack(-length if is_last else length), head, body


def read_lists(reader: Any) -> Iterator[tuple[str, str, Sequence[int], bytes]]:
    """All lists of a segment that was written here: field, term, documents, counts; many times as fast as Whoosh."""
    terms = reader._terms
    table, fields, postings = terms._tindex, terms._fieldunmap, terms._postfile
    entries = bytes(table.dbfile.get(table.startofdata, table.endofdata - table.startofdata))
    place = 0
    same: tuple[int, tuple[Sequence[int], bytes]] = (-1, ((), b""))
    while place < len(entries):
        key, info = _ENTRY.unpack_from(entries, place)
        begin = place + _ENTRY.size + _KEY.size
        end = place + _ENTRY.size + key
        (field,) = _KEY.unpack_from(entries, place + _ENTRY.size)
        *_, at, length = _TERM.unpack_from(entries, end)
        if same[0] != at:
            same = at, _list_in(postings.get(at, length))
        yield fields[field], entries[begin:end].decode(), *same[1]
        place = end + info


def _list_in(data: bytes) -> tuple[list[int], bytes]:
    documents: list[int] = []
    counts, length, file = bytearray(), 1, BytesIO(data)
    file.seek(len(WHOOSH3_HEADER_MAGIC))
    while length > 0:
        (length,) = _BLOCK_LENGTH.unpack(file.read(_BLOCK_LENGTH.size))
        size, *_ = load(file)  # noqa: S301  # Whoosh's format, our own file
        distances, weights, _ = load(file)  # noqa: S301
        document = 0
        for distance in distances:
            document += distance
            documents.append(document)
        counts += weights or bytes([1]) * size
    return documents, bytes(counts)
