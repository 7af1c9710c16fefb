"""Reading a request from an address: the page forgives whatever stands there, the API says what is wrong."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from marketplace.catalogue.vocabulary import CERTIFICATE_KIND_LABELS, class_codes_under
from marketplace.core.errors import Refused
from marketplace.core.text import TextRefused, normalise, parse_money
from marketplace.core.texts import N_
from marketplace.places.vocabulary import Era, Level, level_of, place_id_of
from marketplace.search.vocabulary import PARAMETERS, SearchRequest, Sort
from marketplace.web.paging import LAST_PAGE

LONGEST_TEXT = 200  # characters
MOST_VALUES = 40  # of one filter
API_PER_PAGE, API_MOST_PER_PAGE = 20, 100
_SLUG = re.compile(r"[a-z0-9-]{1,120}")

# The same fields under the names that the API gives them.
API_PARAMETERS = {
    "text": "q",
    "classes": "class",
    "stars": "stars",
    "provinces": "province",
    "communes": "commune",
    "districts": "district",
    "producers": "producer",
    "certificates": "certificate",
    "price_min": "price_min",
    "price_max": "price_max",
    "months": "month",
    "sort": "sort",
    "page": "page",
    "per_page": "per_page",
}


@dataclass(frozen=True)
class ApiRequest:
    """What a program asks for."""

    search: SearchRequest
    with_facets: bool


def read_address(args: MultiDict[str, str]) -> SearchRequest:
    """The state of the catalogue that an address names; what can't be understood there is passed over."""
    return SearchRequest(**_fields(args, PARAMETERS, {**_READERS, "price_min": parse_money, "price_max": parse_money}))


def read_api_query(args: MultiDict[str, str]) -> ApiRequest:
    """What a program asks for; raises Refused with the parameter's name as its field."""
    fields = _fields(args, API_PARAMETERS, _READERS, strict=True)
    with_facets = args.get("facets", "0")
    if with_facets not in ("0", "1"):
        raise _refused("facets", with_facets)
    return ApiRequest(SearchRequest(**{"per_page": API_PER_PAGE, **fields}), with_facets == "1")


def _fields(
    args: MultiDict[str, str], names: dict[str, str], readers: dict[str, Callable[[str], Any]], *, strict: bool = False
) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for field, name in names.items():
        values = []
        for text in args.getlist(name)[:MOST_VALUES]:
            try:
                values += [readers[field](text)] if text.strip() else []
            except (Refused, TextRefused, ValueError) as error:
                if strict:
                    raise _refused(name, text) from error
        if values:
            fields[field] = tuple(dict.fromkeys(values)) if field in _REPEATABLE else values[0]
    return fields


def _refused(name: str, text: str) -> Refused:
    return Refused(N_("Tham số %(name)s không nhận giá trị “%(text)s”."), field=name, name=name, text=text[:80])


def _number_between(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        digits = text.strip()
        if not (digits.isascii() and digits.isdigit() and len(digits) < 16 and least <= int(digits) <= most):
            raise ValueError(text)
        return int(digits)

    return read


def _class_code(text: str) -> str:
    code = text.strip().removesuffix(".")
    if not class_codes_under(code):
        raise ValueError(text)
    return code


def _district(text: str) -> str:
    """There were districts in the former era alone, so their bare code means that one."""
    key = place_id_of(f"{Era.FORMER}:{text.strip().removeprefix(f'{Era.FORMER}:')}")
    if level_of(key) is not Level.DISTRICT:
        raise ValueError(text)
    return key


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise ValueError(text)
    return text


def _certificate(text: str) -> str:
    if text not in CERTIFICATE_KIND_LABELS or text == "ocop":  # OCOP is asked for by its stars
        raise ValueError(text)
    return text


_REPEATABLE = frozenset(
    {"classes", "stars", "provinces", "communes", "districts", "producers", "certificates", "months"}
)
_READERS: dict[str, Callable[[str], Any]] = {
    "text": lambda text: normalise(text)[:LONGEST_TEXT],
    "classes": _class_code,
    "stars": _number_between(3, 5),
    "provinces": place_id_of,
    "communes": place_id_of,
    "districts": _district,
    "producers": _slug,
    "certificates": _certificate,
    "price_min": _number_between(0, 10**12),
    "price_max": _number_between(0, 10**12),
    "months": _number_between(1, 12),
    "sort": Sort,
    "page": _number_between(1, LAST_PAGE),
    "per_page": _number_between(1, API_MOST_PER_PAGE),
}
