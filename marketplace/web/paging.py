"""Pages of long lists: which one is asked for, and the words that lead on."""

from urllib.parse import quote

from flask import request
from werkzeug.datastructures import MultiDict

from marketplace.core.texts import N_
from marketplace.core.views import Pager
from marketplace.web.language import present_path, translate

LAST_PAGE = 10_000


def page_number(text: str | None) -> int:
    """The page that an address asks for: 1 where it says nothing sensible."""
    number = int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1
    return max(1, min(number, LAST_PAGE))


def pager_of(number: int, per_page: int, total: int) -> Pager | None:
    """The pager of the present address; None when all stands on one page, the last where there are fewer."""
    last = max(1, -(-total // per_page))
    if last == 1:
        return None
    number = min(number, last)
    return Pager(
        text=translate(N_("Trang %(number)s / %(last)s"), number=number, last=last),
        previous_href=_address(number - 1) if number > 1 else None,
        next_href=_address(number + 1) if number < last else None,
    )


def _address(number: int) -> str:
    given = request.args.copy()
    given["trang"] = str(number)
    if number == 1:
        del given["trang"]
    query = "&".join(f"{key}={value}" for key, value in _quoted(given))
    return f"{present_path()}?{query}" if query else present_path()


def _quoted(given: MultiDict[str, str]) -> list[tuple[str, str]]:
    return [(quote(key), quote(value)) for key, value in given.items(multi=True)]
