"""The names in an OLE compound file: enough to say which old or locked office file it is."""

import struct

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128  # bytes of one directory entry
_LAST_SECTOR = 0xFFFFFFFA  # sector numbers from here on mean "end", "free" and the like
_IN_HEADER = 109  # sectors of the allocation table
_MOST_SECTORS = 200  # of a directory; a workbook's has two or three


def stream_names(content: bytes) -> set[str]:
    """The names of streams and storages, as [MS-CFB] 2.6 lays them out; what is damaged gives fewer names."""
    if len(content) < _HEADER:
        return set()
    (shift,) = struct.unpack_from("<H", content, 30)
    (sector,) = struct.unpack_from("<I", content, 48)
    if shift not in (9, 12):
        return set()
    size = 1 << shift
    names: set[str] = set()
    for _ in range(_MOST_SECTORS):
        begin = (sector + 1) * size
        if sector >= _LAST_SECTOR or begin >= len(content):
            break
        names |= _names_in(content[begin : begin + size])
        sector = _next_sector(content, sector, size)
    return names


def _names_in(sector: bytes) -> set[str]:
    names = set()
    for begin in range(0, len(sector) - _ENTRY + 1, _ENTRY):
        (length,) = struct.unpack_from("<H", sector, begin + 64)
        if 2 <= length <= 64:
            names.add(sector[begin : begin + length - 2].decode("utf-16-le", "replace"))
    return names


def _next_sector(content: bytes, sector: int, size: int) -> int:
    """Follow the allocation table, whose own sectors are listed in the header and, of large files, in a chain."""
    index, offset = divmod(sector, size // 4)
    table = _table_sector(content, index, size)
    position = (table + 1) * size + 4 * offset
    if table >= _LAST_SECTOR or position + 4 > len(content):
        return _LAST_SECTOR
    (following,) = struct.unpack_from("<I", content, position)
    return int(following)


def _table_sector(content: bytes, index: int, size: int) -> int:
    """Where a part of the allocation table lies: 109 of them the header names, others sectors that hang together."""
    if index < _IN_HEADER:
        (table,) = struct.unpack_from("<I", content, 76 + 4 * index)
        return int(table)
    (sector,) = struct.unpack_from("<I", content, 68)
    links, place = divmod(index - _IN_HEADER, size // 4 - 1)
    for step in range(links + 1):
        begin = (sector + 1) * size
        if sector >= _LAST_SECTOR or begin + size > len(content):
            return _LAST_SECTOR
        (sector,) = struct.unpack_from("<I", content, begin + (4 * place if step == links else size - 4))
    return int(sector)
