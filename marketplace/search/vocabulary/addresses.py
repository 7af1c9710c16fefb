"""The one address of a state of the catalogue: parameter names, their order, and what is left out."""

from urllib.parse import quote, urlencode

from marketplace.search.vocabulary.requests import FILTERS, SearchRequest, Sort

# Field of a request → its parameter; other programs rely on these names (DESIGN section 6).
PARAMETERS = {
    "text": "q",
    "classes": "nhom",
    "stars": "sao",
    "provinces": "tinh",
    "communes": "xa",
    "districts": "huyen",
    "producers": "chu-the",
    "certificates": "chung-nhan",
    "price_min": "gia-tu",
    "price_max": "gia-den",
    "months": "thang",
    "sort": "sap-xep",
    "page": "trang",
}


def parameters_of(request: SearchRequest) -> list[tuple[str, str]]:
    """Names and values of a state in their fixed order; what is as usual is left out, alternatives are sorted."""
    pairs = [("q", request.text)] if request.text else []
    for field in FILTERS:
        given = getattr(request, field)
        values = sorted(given) if isinstance(given, tuple) else [given]
        pairs += [(PARAMETERS[field], str(value)) for value in values if value is not None]
    if request.sort is not Sort.RELEVANCE:
        pairs.append(("sap-xep", request.sort.value))
    if request.page > 1:
        pairs.append(("trang", str(request.page)))
    return pairs


def query_string(request: SearchRequest) -> str:
    """The canonical query with its question mark: equal states have equal addresses. Empty for the whole list."""
    # The colon of a place key may stand unescaped in a query (RFC 3986, 3.4) and reads better so.
    encoded = urlencode(parameters_of(request), quote_via=quote, safe=":")
    return f"?{encoded}" if encoded else ""
