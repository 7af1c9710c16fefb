"""The reader's language is the URL's alone: Vietnamese, and English below ``/en/``, with the same addresses."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flask import Flask, current_app, has_app_context, has_request_context, request
from flask_babel import Babel, force_locale, gettext, lazy_gettext
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from werkzeug.exceptions import HTTPException

import marketplace
from marketplace.core.texts import speak_through, with_number

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PREFIX = "/en"
# What has no language, and one address only.
_WITHOUT = ("/static/", "/api/", "/anh/", "/healthz", "/readyz", "/metrics", "/robots.txt", "/sitemap.xml")
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


class EnglishBelow:
    """Moves ``/en`` from the path to the script's name: routes stay what they are, and ``url_for`` stays in English."""

    def __init__(self, application: "WSGIApplication") -> None:
        self.application = application

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        path = environ.get("PATH_INFO", "")
        if (path == PREFIX or path.startswith(f"{PREFIX}/")) and not path[len(PREFIX) :].startswith(_WITHOUT):
            environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + PREFIX
            environ["PATH_INFO"] = path[len(PREFIX) :] or "/"
        return self.application(environ, start_response)


class SpeakingFlask(Flask):
    """A Flask whose addresses lead to pages in the reader's language."""

    def url_for(self, endpoint: str, **values: Any) -> str:
        """The address of a page; what has no language keeps its one address."""
        address = super().url_for(endpoint, **values)
        return address_in(current_language(), address) if address.startswith("/") else address


def prepare_language(app: Flask) -> None:
    """Set up Flask-Babel; message ids are the Vietnamese texts themselves."""
    app.config["BABEL_DEFAULT_LOCALE"] = "vi"
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Asia/Ho_Chi_Minh"
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(Path(marketplace.__file__).parent / "translations")
    Babel(app, locale_selector=current_language)
    speak_through(_translated, current_language)
    app.wsgi_app = EnglishBelow(app.wsgi_app)  # type: ignore[method-assign]
    app.jinja_env.globals.update(
        gettext=_printed, language=current_language, other_language=other_language, alternates=alternates
    )


def _translated(text: str) -> str:
    speaks = has_app_context() and "babel" in current_app.extensions
    return str(gettext(text)) if speaks else text


@pass_context
def _printed(context: Context, text: str, /, **values: object) -> str:
    """What ``_("…")`` prints in a template; values are escaped, the text itself is ours."""
    said = with_number(str(gettext(text)), values)
    return (Markup(said) if context.eval_ctx.autoescape else said) % values  # noqa: S704  # our own text


def current_language() -> str:
    """``en`` below ``/en/`` or within ``language_context("en")``, else ``vi``."""
    spoken = _spoken.get()
    if spoken is not None:
        return spoken
    return "en" if has_request_context() and request.script_root.endswith(PREFIX) else "vi"


@contextmanager
def language_context(language: str) -> Iterator[None]:
    """Speak ``language`` (and lead to its pages) whatever the request's is: a mail in its reader's, a text to copy."""
    before = _spoken.set(language)
    try:
        with force_locale(language):
            yield
    finally:
        _spoken.reset(before)


def address_in(language: str, address: str) -> str:
    """The same page's address (a path, with its query) in ``language``."""
    bare = f"/{address.removeprefix(PREFIX).removeprefix('/')}" if _is_english(address) else address
    return bare if language != "en" or bare.startswith(_WITHOUT) else PREFIX + bare


def _is_english(address: str) -> bool:
    path = urlsplit(address).path
    return path == PREFIX or path.startswith(f"{PREFIX}/")


def present_path() -> str:
    """The path of the present request as the browser has it, ``/en`` included."""
    return request.script_root + request.path


def present_address() -> str:
    """The present path with its query."""
    query = request.query_string.decode("ascii", "replace")
    return f"{present_path()}?{query}" if query else present_path()


def other_language() -> tuple[str, str]:
    """The language that this page isn't in, and its address there, with the query.

    What a form answered stands at an address that may have no page of its own: then the page is meant where the form
    stands, else the front page.
    """
    other = "vi" if current_language() == "en" else "en"
    if request.method in ("GET", "HEAD") or _has_page(request.path):
        return other, address_in(other, present_address())
    stood = urlsplit(request.referrer or "")
    own = stood.netloc == request.host and stood.path.startswith("/") and not stood.path.startswith("//")
    return other, address_in(other, f"{stood.path}?{stood.query}".rstrip("?") if own else "/")


def _has_page(path: str) -> bool:
    try:
        current_app.url_map.bind("").match(path, method="GET")
    except HTTPException:
        return False
    return True


def alternates(canonical: str) -> tuple[tuple[str, str], ...]:
    """``(hreflang, whole address)`` of a public page in each language, and for whoever reads neither."""
    parts = urlsplit(canonical)
    site, path = f"{parts.scheme}://{parts.netloc}", canonical.removeprefix(f"{parts.scheme}://{parts.netloc}")
    vietnamese, english = site + address_in("vi", path), site + address_in("en", path)
    return ("vi", vietnamese), ("en", english), ("x-default", vietnamese)


def translate(text: str, /, **params: object) -> str:
    """The text marked with ``N_`` in the reader's language, its ``%(name)s`` places filled."""
    said = str(gettext(text))
    return with_number(said, params) % params if params else said


def lazy(text: str) -> str:
    """A marked text that is translated when it is printed: for labels that stand in a class."""
    return lazy_gettext(text)  # type: ignore[no-any-return]  # a lazy string behaves as one
