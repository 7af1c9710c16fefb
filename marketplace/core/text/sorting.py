"""A key that puts names into the order of a Vietnamese dictionary."""

import unicodedata

from marketplace.core.text.keys import spelt_words
from marketplace.core.text.syllables import split_tone

_VARIANTS = {"ă": "a1", "â": "a2", "đ": "d1", "ê": "e1", "ô": "o1", "ơ": "o2", "ư": "u1"}


def sort_key(text: str) -> str:
    """Give a string of 0–9 and a–z that any database sorts as a Vietnamese dictionary would.

    Syllable by syllable: letters first (a ă â b c d đ e ê …), then the tone (level, huyền, hỏi, ngã, sắc,
    nặng); digits stand before letters. Two characters per letter and per syllable, so a column needs a
    little over twice the length of the name. No sign but letters and digits occurs, because collations
    disagree about signs.
    """
    return "".join(_syllable(word) for word in spelt_words(text).split())


def _syllable(word: str) -> str:
    letters, tone = split_tone(word)
    return "".join(map(_letter, letters)) + f"0{tone}"


def _letter(char: str) -> str:
    if char in _VARIANTS:
        return _VARIANTS[char]
    base = unicodedata.normalize("NFD", char)[0]
    if "a" <= base <= "z":
        return f"{base}0"
    if "0" <= base <= "9":
        return f"1{base}"
    if unicodedata.category(base).startswith("M"):
        return ""
    return f"z9{ord(base):06x}"
