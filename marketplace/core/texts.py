"""Interface texts in modules that know no Flask: marked for extraction, and said in the reader's language.

A message id is the Vietnamese text itself. ``web/language.py`` hands in how a text is translated; where nobody has
(a pure test, a script) it stays Vietnamese.
"""

import re
from collections.abc import Callable, Mapping


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools and readers expect
    """Give `text` (a Vietnamese msgid) back unchanged; whoever shows it translates it."""
    return text


_translate: list[Callable[[str], str]] = []
_language: list[Callable[[], str]] = []
# In a translation only: "%(count)s [count: product|products]" (Vietnamese has one form, English two).
_COUNTED = re.compile(r"\[(\w+): ([^|\]]*)\|([^\]]*)\]")


def speak_through(translate: Callable[[str], str], language: Callable[[], str] = lambda: "vi") -> None:
    """Set how ``say`` finds a text in the reader's language, and which that is; done once, at the start."""
    _translate[:] = [translate]
    _language[:] = [language]


def in_english() -> bool:
    """Whether the reader reads English; everybody else reads Vietnamese."""
    return bool(_language) and _language[0]() == "en"


def in_language(path: str) -> str:
    """The path of a page in the reader's language: ``/en/san-pham`` for ``/san-pham`` in English."""
    return f"/en{path}" if in_english() else path


def say(text: str, /, **params: object) -> str:
    """A text in the reader's language, its ``%(name)s`` places filled from ``params``."""
    said = _translate[0](text) if _translate else text
    return with_number(said, params) % params if params else said


def with_number(said: str, params: Mapping[str, object]) -> str:
    """Choose between one and many: "[count: product|products]" by the value ``count``, as it is printed."""
    if "[" not in said:
        return said
    return _COUNTED.sub(lambda found: found[2] if str(params.get(found[1])) == "1" else found[3], said)
