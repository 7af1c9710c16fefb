"""Vietnamese on an English page is marked as such, so that a screen reader speaks it rightly (WCAG 3.1.2).

What stays Vietnamese there is data: names, places, people's own words. Presenters put lines together out of data and
interface words, so the marks are set where the line is whole: in the page. Vietnamese pages are left alone.
"""

import re
from collections.abc import Iterator

from flask import Flask, Response

from marketplace.web.language import current_language

# Comments, what holds no marks (scripts, the title, text areas), tags.
_PIECES = re.compile(
    r"(<!--.*?-->|<(?:script|style|title|textarea)\b.*?</(?:script|style|title|textarea)>|<[^>]*>)", re.S
)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_EMPTY = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_LETTERS = re.compile(r"[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1ef9]")
_WORD = re.compile(r"&#?\w+;|(?:[^\W\d_]|[\u0300-\u036f])+")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|kh|ph|th|tr|qu|gi|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?|htx|ubnd", re.I
)
# English words that are built like Vietnamese syllables.
_ENGLISH = frozenset((
    "a", "all", "also", "an", "and", "any", "as", "at", "both", "by", "can", "do", "each", "for", "from", "had",
    "has", "have", "he", "her", "him", "his", "i", "in", "is", "it", "may", "me", "my", "no", "not", "of", "on",
    "one", "or", "our", "out", "own", "per", "she", "so", "than", "that", "the", "them", "then", "they", "this",
    "to", "two", "up", "us", "was", "we", "were", "who", "with", "you",
))  # fmt: skip


def mark_vietnamese(app: Flask) -> None:
    """Mark the Vietnamese of every English page."""

    @app.after_request
    def mark(response: Response) -> Response:
        if current_language() == "en" and response.mimetype == "text/html":
            response.set_data(marked(response.get_data(as_text=True)))
        return response


def marked(html: str) -> str:
    """The page, with ``lang="vi"`` around the Vietnamese that no ``lang`` marks yet."""
    return "".join(_marked_pieces(html))


def _marked_pieces(html: str) -> Iterator[str]:
    within: list[str] = []  # the tags that are open inside an element marked as Vietnamese
    pieces = _PIECES.split(html)
    for place, piece in enumerate(pieces):
        tag = _TAG.match(piece) if place % 2 else None
        if tag is None:
            yield piece if within or place % 2 or not _LETTERS.search(piece) else _spans(piece, pieces[place - 1])
            continue
        name = tag[2].lower()
        if within and name not in _EMPTY and not piece.endswith("/>"):
            _step(within, name, closes=bool(tag[1]))
        elif not within and not tag[1] and ' lang="vi"' in piece and name not in _EMPTY:
            within.append(name)
        yield _with_language(piece, name, pieces[place + 1])


def _step(within: list[str], name: str, *, closes: bool) -> None:
    if not closes:
        within.append(name)
    elif name in within:
        while within.pop() != name:
            pass


def _with_language(piece: str, name: str, after: str) -> str:
    """A picture's alternative and an option hold no element, so they bear the mark themselves."""
    said = piece if name == "img" else after if name == "option" and not piece.startswith("</") else ""
    return f'<{name} lang="vi"{piece[len(name) + 1 :]}' if _LETTERS.search(said) and " lang=" not in piece else piece


def _spans(text: str, tag_before: str) -> str:
    """One element for the whole text, if there is more than Vietnamese in it: rows of boxes would lose its blanks."""
    if tag_before.startswith("<option"):
        return text
    inner = text.strip()
    found, end = [], 0
    for first, last in _runs(inner):
        found += [inner[end:first], f'<span lang="vi">{inner[first:last]}</span>']
        end = last
    whole = "".join([*found, inner[end:]])
    if not found:
        return text
    if found[0] or len(found) > 2 or end < len(inner):
        whole = f"<span>{whole}</span>"
    start = len(text) - len(text.lstrip())
    return f"{text[:start]}{whole}{text[start + len(inner) :]}"


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where Vietnamese begins and ends: accented words, what lies between, and names beside them ("Tân Phong")."""
    words = list(_WORD.finditer(text))
    kinds = [_kind(word[0]) for word in words]
    place = 0
    while place < len(words):
        if kinds[place] != "accented":
            place += 1
            continue
        first = last = place
        while first and kinds[first - 1] == "name":
            first -= 1
        ahead = place + 1
        while ahead < len(words) and kinds[ahead] != "english":
            last = ahead if kinds[ahead] == "accented" or (kinds[ahead] == "name" and last == ahead - 1) else last
            ahead += 1
        yield words[first].start(), words[last].end()
        place = ahead


def _kind(word: str) -> str:
    if _LETTERS.search(word):
        return "accented"
    if word.startswith("&"):
        return "between"
    if word.lower() in _ENGLISH or not _SYLLABLE.fullmatch(word):
        return "english"
    return "name" if word[0].isupper() else "between"
