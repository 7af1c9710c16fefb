"""Searching the database while there is no index: slower and unranked, but the same filters, counts and pages."""

from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from marketplace.catalogue.models import Product
from marketplace.catalogue.queries import is_shown
from marketplace.core.clock import today
from marketplace.core.db import session
from marketplace.core.text import fold
from marketplace.places.models import Place
from marketplace.search.documents import facts_of, published_listings
from marketplace.search.engine import Facts, Question, select_from
from marketplace.search.vocabulary import Reading, SearchResult
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries.merges import root_supplier_id

PORTION = 200  # listings read at once
_PRESENT, _FORMER = aliased(Place), aliased(Place)


def plain_search(question: Question) -> SearchResult:
    """Answer a question from the database: every word begins one of the name, the maker's name or the place's."""
    return select_from(((facts, 0.0) for facts in _facts(_matching(question.reading))), question)


def _facts(product_ids: list[int]) -> Iterator[Facts]:
    for start in range(0, len(product_ids), PORTION):
        yield from facts_of(published_listings(product_ids[start : start + PORTION], today()))


def _matching(reading: Reading) -> list[int]:
    keys = (Product.match_key, Supplier.match_key, _PRESENT.path_key, _FORMER.path_key)
    query = (
        select(Product.id)
        .outerjoin(Supplier, Supplier.id == root_supplier_id(Product.supplier_id))
        .outerjoin(_PRESENT, _PRESENT.id == func.coalesce(Product.place_id, Supplier.place_id))
        .outerjoin(_FORMER, _FORMER.id == Supplier.legacy_place_id)
        .where(is_shown(), *(_somewhere(word, keys) for word in reading.words))
        .order_by(Product.id)
    )
    return list(session.scalars(query))


def _somewhere(word: str, keys: Iterable[InstrumentedAttribute[str]]) -> ColumnElement[bool]:
    return or_(*((literal(" ") + key).contains(f" {fold(word)}", autoescape=True) for key in keys))
