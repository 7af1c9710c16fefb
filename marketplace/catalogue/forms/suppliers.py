"""What a program asks of the suppliers."""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from marketplace.places.vocabulary import district_id_of, place_id_of
from marketplace.web.parameters import Reader, number_between, page_of_list, read_parameters, words

PER_PAGE, MOST_PER_PAGE = 20, 100

_NAMES = {
    "text": "q",
    "provinces": "province",
    "communes": "commune",
    "districts": "district",
    "page": "page",
    "per_page": "per_page",
}
_READERS: dict[str, Reader] = {
    "text": words,
    "provinces": place_id_of,
    "communes": place_id_of,
    "districts": district_id_of,
    "page": page_of_list,
    "per_page": number_between(1, MOST_PER_PAGE),
}


@dataclass(frozen=True)
class SuppliersRequest:
    """Values of one filter are alternatives, filters among each other all hold; places are keys, pages begin at 1."""

    text: str = ""
    provinces: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    page: int = 1
    per_page: int = PER_PAGE

    @property
    def offset(self) -> int:
        """How many results stand before this page."""
        return (self.page - 1) * self.per_page

    @property
    def places(self) -> tuple[tuple[str, ...], ...]:
        """The filters by place that are on."""
        return tuple(keys for keys in (self.provinces, self.communes, self.districts) if keys)


def read_suppliers_query(args: MultiDict[str, str]) -> SuppliersRequest:
    """Raises Refused with the name of the parameter that is wrong as its field."""
    repeatable = ("provinces", "communes", "districts")
    return SuppliersRequest(**read_parameters(args, _NAMES, _READERS, repeatable=repeatable, strict=True))
