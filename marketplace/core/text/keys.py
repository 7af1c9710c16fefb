"""Keys that compare names: the same chain for what is stored and for what is asked."""

import re
import unicodedata
from functools import lru_cache

from marketplace.core.text.characters import CharacterTable, normalise
from marketplace.core.text.syllables import place_tones, unify_yi

_LONGEST_SLUG = 80
_REMEMBERED = 120  # characters: names and words come again and again, descriptions don't


def exact_key(text: str) -> str:
    """Give the key that keeps accents: "BÚN khô – Thuý" → "bún khô thúy".

    NFC, case fold, tone placement, i for y at a syllable's end; what is neither letter nor digit
    parts the words.
    """
    return _exact_key(text) if len(text) <= _REMEMBERED else unify_yi(spelt_words(text))


def fold(text: str) -> str:
    """Give the key without accents: "Mỳ Đình – 500g" → "mi dinh 500g"; ASCII for Vietnamese."""
    return _fold(text) if len(text) <= _REMEMBERED else unify_yi(_strip_marks(exact_key(text)))


@lru_cache(maxsize=1 << 15)
def _exact_key(text: str) -> str:
    return unify_yi(spelt_words(text))


@lru_cache(maxsize=1 << 15)
def _fold(text: str) -> str:
    return unify_yi(_strip_marks(exact_key(text)))


def syllables(text: str) -> list[str]:
    """Give the units that are indexed and searched, accents kept; `fold` each for the second field."""
    return exact_key(text).split()


def slugify(text: str) -> str:
    """Give the words for an address: "Mỳ gạo Chũ" → "my-gao-chu"; at most 80 characters, whole words.

    Spelt as people write it without accents, so y stays y here. Empty when nothing Latin is left.
    """
    plain = _strip_marks(unicodedata.normalize("NFKD", normalise(text)).casefold())
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) <= _LONGEST_SLUG:
        return slug
    return slug[: _LONGEST_SLUG + 1].rpartition("-")[0] or slug[:_LONGEST_SLUG]


def spelt_words(text: str) -> str:
    """Give the words of the exact key with y and i as they were written: what dictionaries sort by."""
    folded = unicodedata.normalize("NFKC", normalise(text)).casefold()
    return place_tones(_words(unicodedata.normalize("NFKC", folded)))


def _strip_marks(text: str) -> str:
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFD", text).translate(_UNMARKED)
    return unicodedata.normalize("NFC", plain).replace("đ", "d")


def _words(text: str) -> str:
    parted = text.translate(_PARTED)
    if _MARK in parted:
        parted = _with_marks(text, parted)
    return " ".join(parted.split())


def _with_marks(text: str, parted: str) -> str:
    """A mark belongs to the letter before it; after anything else it would be a word of nothing."""
    kept: list[str] = []
    for char, said in zip(text, parted, strict=True):
        if said != _MARK:
            kept.append(said)
        else:
            kept.append(char if kept and kept[-1] != " " else " ")
    return "".join(kept)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


_MARK = "\ue000"  # stands for any mark; a character that no text has
_UNMARKED = CharacterTable(lambda char: "" if _is_mark(char) else char)
_PARTED = CharacterTable(lambda char: _MARK if _is_mark(char) else char if char.isalnum() else " ")
