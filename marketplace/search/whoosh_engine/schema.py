"""Fields of the index, and the terms that a text leaves in them."""

from dataclasses import dataclass, fields
from hashlib import blake2b
from itertools import pairwise
from typing import Any

from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, STORED, TEXT, Schema

from marketplace.core.text import fold
from marketplace.search.engine import Document, Facts
from marketplace.search.vocabulary import words_of

# Raised by hand when the same names mean something else, as after a change of core.text.
FORMAT_NUMBER = 1

# How much a word counts by where it stands: name, then maker, class, place, and what is told last.
BOOSTS = {"name": 12.0, "producer": 6.0, "english": 4.0, "class_words": 3.0, "place_words": 2.0, "text": 1.0}
FOLDED = "_folded"


@dataclass(frozen=True)
class Term:
    """Where to look for what, and how much finding it counts."""

    field: str
    text: str
    boost: float


def build_schema() -> Schema:
    """Every text twice, with accents and without. What Whoosh splits are our own words, parted by spaces."""
    analyzer = SpaceSeparatedTokenizer()
    texts = {name + suffix: TEXT(analyzer=analyzer, phrase=False) for name in BOOSTS for suffix in ("", FOLDED)}
    return Schema(product_id=ID(unique=True), facts=STORED, fingerprint=STORED, **texts)


def index_format() -> str:
    """Names the format of an index; one of another name must be built again."""
    parts = (FORMAT_NUMBER, sorted(build_schema().names()), [item.name for item in fields(Facts)])
    return blake2b(repr(parts).encode(), digest_size=8).hexdigest()


def row_of(document: Document) -> dict[str, Any]:
    """A document as Whoosh takes it. Facts are kept as a plain tuple: a pickle must not name our classes."""
    row: dict[str, Any] = {
        "product_id": str(document.product_id),
        "facts": tuple(getattr(document.facts, item.name) for item in fields(Facts)),
        "fingerprint": document.fingerprint,
    }
    for name in BOOSTS:
        words = words_of(getattr(document, name))
        row[name] = " ".join([*words, *pairs_of(words)])
        plain = [fold(word) for word in words]
        row[name + FOLDED] = " ".join([*plain, *pairs_of(plain)])
    return row


def pairs_of(words: list[str]) -> list[str]:
    """Neighbours as terms of their own; the sign between them occurs in no word."""
    return [f"{first}_{second}" for first, second in pairwise(words)]


def exact_terms(term: str) -> list[Term]:
    """Where a word, or a pair of words, may stand with its accents."""
    return [Term(name, term, boost) for name, boost in BOOSTS.items()]


def folded_terms(term: str) -> list[Term]:
    """Where it may stand with whatever accents."""
    return [Term(name + FOLDED, fold_term(term), boost) for name, boost in BOOSTS.items()]


def fold_term(term: str) -> str:
    """A word or pair without accents."""
    return "_".join(fold(word) for word in term.split("_"))
