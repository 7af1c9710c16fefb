"""Cleaning what was typed or pasted, before anything else looks at it."""

import unicodedata
from collections.abc import Callable

# Icelandic and African letters that look like Đ; texts that come from old Vietnamese fonts are full of them.
_LOOKALIKES = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"}
_DROPPED = {"Cc", "Cf", "Cs"}  # controls, invisible formatting (zero width, soft hyphen), half characters


class CharacterTable(dict[int, str]):
    """A table for ``str.translate`` that asks ``rule`` about a character when it meets it first, and never again."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        """Ask the rule, and remember."""
        self[code] = said = self._rule(chr(code))
        return said


def normalise(text: str) -> str:
    """Give `text` on one line in NFC: nothing invisible, single plain spaces, trimmed; case kept."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_VISIBLE)).split())


def normalise_lines(text: str) -> str:
    """Normalise each line of a longer text; keep its line breaks, at most one empty line together."""
    lines: list[str] = []
    for line in map(normalise, text.splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n")


def _visible(char: str) -> str:
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in _DROPPED else _LOOKALIKES.get(char, char)


_VISIBLE = CharacterTable(_visible)
