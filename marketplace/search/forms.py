"""Reading a request from an address: the page forgives whatever stands there, the API says what is wrong."""

import re
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from marketplace.catalogue.vocabulary import CERTIFICATE_KIND_LABELS, class_codes_under
from marketplace.core.text import parse_money
from marketplace.places.vocabulary import district_id_of, place_id_of
from marketplace.search.vocabulary import PARAMETERS, SearchRequest, Sort
from marketplace.web.parameters import (
    Reader,
    number_between,
    page_of_list,
    read_parameters,
    refused_parameter,
    words,
)

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
    readers = {**_READERS, "price_min": parse_money, "price_max": parse_money}
    return SearchRequest(**read_parameters(args, PARAMETERS, readers, repeatable=_REPEATABLE))


def read_api_query(args: MultiDict[str, str]) -> ApiRequest:
    """What a program asks for; raises Refused with the parameter's name as its field."""
    fields = read_parameters(args, API_PARAMETERS, _READERS, repeatable=_REPEATABLE, strict=True)
    with_facets = args.get("facets", "0")
    if with_facets not in ("0", "1"):
        raise refused_parameter("facets", with_facets)
    return ApiRequest(SearchRequest(**{"per_page": API_PER_PAGE, **fields}), with_facets == "1")


def _class_code(text: str) -> str:
    code = text.strip().removesuffix(".")
    if not class_codes_under(code):
        raise ValueError(text)
    return code


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
_READERS: dict[str, Reader] = {
    "text": words,
    "classes": _class_code,
    "stars": number_between(3, 5),
    "provinces": place_id_of,
    "communes": place_id_of,
    "districts": district_id_of,
    "producers": _slug,
    "certificates": _certificate,
    "price_min": number_between(0, 10**12),
    "price_max": number_between(0, 10**12),
    "months": number_between(1, 12),
    "sort": Sort,
    "page": page_of_list,
    "per_page": number_between(1, API_MOST_PER_PAGE),
}
