"""Interface texts in modules that know no Flask: marked for extraction, and said in the reader's language.

A message id is the Vietnamese text itself. ``web/language.py`` hands in how a text is translated; where nobody has
(a pure test, a script) it stays Vietnamese.
"""

from collections.abc import Callable


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools and readers expect
    """Give `text` (a Vietnamese msgid) back unchanged; whoever shows it translates it."""
    return text


_translate: list[Callable[[str], str]] = []


def speak_through(translate: Callable[[str], str]) -> None:
    """Set how ``say`` finds a text in the reader's language; done once, by the application's start."""
    _translate[:] = [translate]


def say(text: str, /, **params: object) -> str:
    """A text in the reader's language, its ``%(name)s`` places filled from ``params``."""
    said = _translate[0](text) if _translate else text
    return said % params if params else said
