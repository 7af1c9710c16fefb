"""Fields of the index, and the terms that a text leaves in them."""

from collections import Counter
from dataclasses import dataclass, fields
from hashlib import blake2b
from itertools import pairwise
from pickle import dumps, loads
from sys import intern
from typing import Any

from whoosh.columns import VarBytesColumn
from whoosh.fields import COLUMN, ID, TEXT, Schema
from whoosh.formats import Existence

from marketplace.core.text import fold
from marketplace.search.engine import Document, Facts
from marketplace.search.vocabulary import words_with_and_without_accents
from marketplace.search.whoosh_engine.posting_lists import Terms

# Raised by hand when the same names mean something else, as after a change of core.text.
FORMAT_NUMBER = 2

# How much a word counts by where it stands: name, then maker, class, place, and what is told last.
BOOSTS = {"name": 12.0, "producer": 6.0, "english": 4.0, "class_words": 3.0, "place_words": 2.0, "text": 1.0}
FOLDED = "_folded"
SHARED = frozenset({"producer", "class_words", "place_words"})  # many products have the same text there
PRODUCT_ID, FACTS = "product_id", "facts"


@dataclass(frozen=True)
class Term:
    """Where to look for what, and how much finding it counts."""

    field: str
    text: str
    boost: float


def build_schema() -> Schema:
    """Every text twice, with accents and without; of each posting how often the term stands there is its weight."""
    texts = {name + suffix: TEXT(phrase=False) for name in BOOSTS for suffix in ("", FOLDED)}
    for field in texts.values():
        field.format = Existence()
    return Schema(**{PRODUCT_ID: ID(unique=True), FACTS: COLUMN(VarBytesColumn())}, **texts)


def index_format() -> str:
    """Names the format of an index; one of another name must be built again."""
    parts = (FORMAT_NUMBER, sorted(build_schema().names()), [item.name for item in fields(Facts)])
    return blake2b(repr(parts).encode(), digest_size=8).hexdigest()


def kept_of(document: Document) -> bytes:
    """Facts and fingerprint; plain tuples, for what is kept must not name our classes."""
    return dumps((document.facts.values, document.fingerprint))


def row_of(kept: bytes) -> tuple[Facts, str]:
    """Read back what was kept."""
    values, fingerprint = loads(kept)  # noqa: S301  # our own file
    # Codes and slugs of thousands of products are a few hundred texts: each is kept once.
    once: list[Any] = [intern(value) if type(value) is str else value for value in values]
    return Facts(*once), fingerprint


def terms_of(text: str) -> tuple[Terms, Terms]:
    """Words and pairs of a text, with accents and without: equally many."""
    words, plain = words_with_and_without_accents(text)
    exact = _counted([*words, *pairs_of(words)])
    return exact, exact if plain == words else _counted([*plain, *pairs_of(plain)])


def _counted(terms: list[str]) -> Terms:
    once = set(terms)
    if len(once) == len(terms):
        return Terms(terms, (), len(terms))
    more = [(term, count) for term, count in Counter(terms).items() if count > 1]
    return Terms(tuple(once.difference(term for term, _ in more)), more, len(terms))


def pairs_of(words: list[str]) -> list[str]:
    """Neighbours as terms of their own; the sign between them occurs in no word."""
    return list(map("_".join, pairwise(words)))


def exact_terms(term: str) -> list[Term]:
    """Where a word, or a pair of words, may stand with its accents."""
    return [Term(name, term, boost) for name, boost in BOOSTS.items()]


def folded_terms(term: str) -> list[Term]:
    """Where it may stand with whatever accents."""
    return [Term(name + FOLDED, fold_term(term), boost) for name, boost in BOOSTS.items()]


def fold_term(term: str) -> str:
    """A word or pair without accents."""
    return "_".join(fold(word) for word in term.split("_"))
