"""The class that a product's name proposes. Vietnamese names say first what a thing is, then how it was made.

``data/class_words.csv`` holds the words. ``begins``: a word with which a name, or a part of it, begins; ``anywhere``:
one that is clear wherever it stands; ``after X``: what turns a thing of class X into another ("chuối" is fruit,
"chuối sấy" is processed); ``skip``: packs and provinces that people write before the name.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from marketplace.catalogue.vocabulary.classes import ocop_class
from marketplace.core.text import exact_key, fold

_FILE = Path(__file__).resolve().parent.parent / "data" / "class_words.csv"
_LONGEST = 6  # words of the longest phrase
_PARTS = re.compile(r"\s-|-\s|[–—_():|,;/+\[\]]")
_CLEAR = 4  # letters that a word of one syllable needs where a name is written without accents

Phrases = dict[str, str]


@dataclass
class _Words:
    begins: Phrases = field(default_factory=dict)
    anywhere: Phrases = field(default_factory=dict)
    skip: Phrases = field(default_factory=dict)
    after: dict[str, list[tuple[str, frozenset[str]]]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Head:
    """What a name is about: its class, or the beginning of one, and the words that follow."""

    code: str
    rest: tuple[str, ...]


def propose_class(name: str) -> str | None:
    """The class that the words of a product's name suggest; a person confirms it. None where they say too little.

    A name without accents is read by its longer phrases alone: "bo" may be bơ, bò or bộ.
    """
    plain = name.isascii()
    words = _words(plain)
    parts = [tuple((fold if plain else exact_key)(part).split()) for part in _PARTS.split(name)]
    head = next(_heads(parts, words), None)
    if head is None:
        return None
    code = _turned(head, words)
    return code if ocop_class(code) else None


def _heads(parts: Sequence[tuple[str, ...]], words: _Words) -> Iterator[_Head]:
    """First what a part begins with, then what stands anywhere."""
    following = [tuple(word for part in parts[number + 1 :] for word in part) for number in range(len(parts))]
    for part, later in zip(parts, following, strict=True):
        at = 0
        while at < len(part):
            length, code = _longest_at(part, at, words.begins)
            passed, _ = _longest_at(part, at, words.skip)
            if length >= max(passed, 1):
                yield _Head(code, part[at + length :] + later)
            if not passed and not any(letter.isdigit() for letter in part[at]):
                break
            at += max(passed, 1)
    for part, later in zip(parts, following, strict=True):
        for at in range(len(part)):
            length, code = _longest_at(part, at, words.anywhere)
            if length:
                yield _Head(code, part[at + length :] + later)


def _turned(head: _Head, words: _Words) -> str:
    """The class after what the rest of the name says of how it was made; of several rules the first."""
    for code, phrases in words.after.get(head.code, ()):
        said = (_phrase(head.rest, at, length) for at in range(len(head.rest)) for length in range(1, _LONGEST + 1))
        if not phrases.isdisjoint(said):
            return code
    return head.code


def _longest_at(part: tuple[str, ...], at: int, phrases: Phrases) -> tuple[int, str]:
    """(words, class) of the longest phrase that stands here; (0, "") where none does."""
    for length in range(min(_LONGEST, len(part) - at), 0, -1):
        code = phrases.get(_phrase(part, at, length))
        if code is not None:
            return length, code
    return 0, ""


def _phrase(words: tuple[str, ...], at: int, length: int) -> str:
    return " ".join(words[at : at + length])


@cache
def _words(plain: bool) -> _Words:
    """The words as they are compared: with accents, or folded for names that have none."""
    found = _Words()
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            phrases = [text for word in row["words"].split(";") if (text := word.strip())]
            keys = [fold(text) for text in phrases if _is_clear(text)] if plain else [exact_key(t) for t in phrases]
            kind, _, before = row["rule"].partition(" ")
            if kind == "after":
                found.after.setdefault(before, []).append((row["code"], frozenset(keys)))
            else:
                getattr(found, kind).update(dict.fromkeys(keys, row["code"]))
    return found


def _is_clear(text: str) -> bool:
    return " " in text or (text.isascii() and len(text) >= _CLEAR)
