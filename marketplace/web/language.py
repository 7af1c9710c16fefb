"""The reader's language is the URL's alone: Vietnamese, and English below ``/en/``."""

from pathlib import Path

from flask import Flask, current_app, has_app_context, has_request_context, request
from flask_babel import Babel, gettext, lazy_gettext

import marketplace
from marketplace.core.texts import speak_through


def prepare_language(app: Flask) -> None:
    """Set up Flask-Babel; message ids are the Vietnamese texts themselves."""
    app.config["BABEL_DEFAULT_LOCALE"] = "vi"
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Asia/Ho_Chi_Minh"
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(Path(marketplace.__file__).parent / "translations")
    Babel(app, locale_selector=current_language)
    speak_through(_translated)


def _translated(text: str) -> str:
    speaks = has_app_context() and "babel" in current_app.extensions
    return str(gettext(text)) if speaks else text


def current_language() -> str:
    """``en`` below ``/en/``, else ``vi``."""
    if has_request_context() and (request.path == "/en" or request.path.startswith("/en/")):
        return "en"
    return "vi"


def translate(text: str, /, **params: object) -> str:
    """The text marked with ``N_`` in the reader's language, its ``%(name)s`` places filled."""
    return str(gettext(text, **params))


def lazy(text: str) -> str:
    """A marked text that is translated when it is printed: for labels that stand in a class."""
    return lazy_gettext(text)  # type: ignore[no-any-return]  # a lazy string behaves as one
