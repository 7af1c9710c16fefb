"""The texts that a workbook's cells share: most of its words stand here once."""

import re
from collections.abc import Iterable

from marketplace.catalogue.imports.reading_file import limits
from marketplace.catalogue.imports.reading_file.archives import Archive
from marketplace.core.errors import Refused

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def shared_texts(archive: Archive, parts: Iterable[str]) -> list[str]:
    """The shared texts by their numbers. Raises Refused where there are too many, or they are too long."""
    reader = _Reader()
    for part in parts:
        archive.parse(part, reader.begin, reader.end, reader.hear)
    return reader.texts


def plain(text: str) -> str:
    """A stored text without the escapes of control characters, trimmed."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")
    return text.strip()


class _Reader:
    """Handlers for the parser."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.words: list[str] = []
        self.is_listening = self.is_aside = False
        self.heard = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "t":
            self.is_listening = not self.is_aside
        elif name == "rPh":  # how a text is pronounced: no part of it
            self.is_aside = True

    def end(self, name: str) -> None:
        if name == "t":
            self.is_listening = False
        elif name == "rPh":
            self.is_aside = False
        elif name == "si":
            if len(self.texts) >= limits.MOST_TEXTS:
                raise limits.too_many()
            self.texts.append(plain("".join(self.words)))
            self.words.clear()

    def hear(self, words: str) -> None:
        if self.is_listening:
            self.words.append(words)
            self.heard += len(words)
            if self.heard > limits.LARGEST_TEXT:
                raise Refused(limits.TOO_LARGE_UNPACKED)
