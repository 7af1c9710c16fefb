"""What English pages say: their texts, and which Vietnamese words may stand in them."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po
from sqlalchemy import String, select

import marketplace
from marketplace.catalogue.imports.columns.synonyms import SYNONYMS
from marketplace.core.db import Base, session, transaction
from marketplace.core.settings import settings

ROOT = Path(__file__).parents[2]
FOLDER = Path(marketplace.__file__).parent / "translations" / "en" / "LC_MESSAGES"
KEYWORDS = {**DEFAULT_KEYWORDS, **parse_keywords(["N_", "say", "translate", "lazy"])}
LETTERS = re.compile(r"[À-ÖØ-öø-ỹ]")
WORD = re.compile(r"[^\W\d_]+")
_NO_TEXTS = {"script", "style", "textarea"}
# Columns whose words are interface words as well: the kinds of places, and what a page showed before.
_NOT_DATA = {"place.kind", "outbox.payload", "audit.details"}


def ids_of_the_code() -> dict[str, str]:
    """Every message id, with a file that has it."""
    found = dict[str, str]()
    for mapping in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["babel"]["mappings"]:
        for path in sorted(ROOT.glob(mapping["pattern"].replace("**.", "**/*."))):
            with path.open("rb") as file:
                for _line, text, _comments, _context in extract(mapping["method"], file, KEYWORDS):
                    found.setdefault(text if isinstance(text, str) else text[0], str(path.relative_to(ROOT)))
    return found


@cache
def catalogue() -> Catalog:
    """The translations, as they are written."""
    with (FOLDER / "messages.po").open("rb") as file:
        return read_po(file, locale="en")


class Texts(HTMLParser):
    """The texts of a page: ``all`` by node as it is read, ``vietnamese`` what is marked as such."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all, self.vietnamese = list[str](), list[str]()
        self._open: list[tuple[str, bool]] = []
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._silent += tag in _NO_TEXTS
        self._open.append((tag, given.get("lang") == "vi"))
        for name in ("aria-label", "placeholder", "title", "alt"):
            if given.get(name):
                self.all.append(str(given[name]))
        if tag in ("meta", "link", "input", "img", "br", "hr", "source", "wbr"):
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _NO_TEXTS
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._silent or not data.strip():
            return
        self.all.append(" ".join(data.split()))
        if any(vietnamese for _, vietnamese in self._open):
            self.vietnamese.append(data)


def data_words() -> str:
    """All that stands in the database, and the site's own name: what an English page may say in Vietnamese."""
    texts = [settings().site_name, settings().site_owner or "", "Tiếng Việt"]
    texts += [title for titles in SYNONYMS.values() for title in titles]  # how lists call their columns
    with transaction(write=False):
        for table in Base.metadata.tables.values():
            for column in table.columns:
                if isinstance(column.type, String) and f"{table.name}.{column.name}" not in _NOT_DATA:
                    texts += [text for text in session.scalars(select(column).distinct()) if text]
    return f" {' | '.join(' '.join(WORD.findall(text.lower())) for text in texts)} "


def strange(text: str, data: str) -> Iterator[str]:
    """Pairs of neighbouring Vietnamese words (or lone ones) that no data has: so the interface says them."""
    for part in re.split(r"[^\w\s]|\d", text.lower()):
        words = WORD.findall(part)
        for pair in pairwise(words) if len(words) > 1 else [tuple(words)]:
            if pair and all(LETTERS.search(word) for word in pair) and f" {' '.join(pair)} " not in data:
                yield " ".join(pair)
