"""Cleaning what was typed or pasted, before anything else looks at it."""

import unicodedata

# Icelandic and African letters that look like Đ; texts that come from old Vietnamese fonts are full of them.
_LOOKALIKES = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})
_DROPPED = {"Cc", "Cf", "Cs"}  # controls, invisible formatting (zero width, soft hyphen), half characters


def normalise(text: str) -> str:
    """Give `text` on one line in NFC: nothing invisible, single plain spaces, trimmed; case kept."""
    visible = "".join(_visible(char) for char in text.translate(_LOOKALIKES))
    return " ".join(unicodedata.normalize("NFC", visible).split())


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
    return "" if unicodedata.category(char) in _DROPPED else char
