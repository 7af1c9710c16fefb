"""Keys that compare names: the same chain for what is stored and for what is asked."""

import re
import unicodedata

from marketplace.core.text.characters import normalise
from marketplace.core.text.syllables import place_tones, unify_yi

_LONGEST_SLUG = 80


def exact_key(text: str) -> str:
    """Give the key that keeps accents: "BÚN khô – Thuý" → "bún khô thúy".

    NFC, case fold, tone placement, i for y at a syllable's end; what is neither letter nor digit
    parts the words.
    """
    return unify_yi(spelt_words(text))


def fold(text: str) -> str:
    """Give the key without accents: "Mỳ Đình – 500g" → "mi dinh 500g"; ASCII for Vietnamese."""
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
    parts = unicodedata.normalize("NFD", text)
    plain = "".join(char for char in parts if not unicodedata.category(char).startswith("M"))
    return unicodedata.normalize("NFC", plain).replace("đ", "d")


def _words(text: str) -> str:
    kept: list[str] = []
    for char in text:
        # A mark belongs to the letter before it; after anything else it would be a word of nothing.
        mark = unicodedata.category(char).startswith("M") and kept[-1:] not in ([], [" "])
        kept.append(char if char.isalnum() or mark else " ")
    return " ".join("".join(kept).split())
