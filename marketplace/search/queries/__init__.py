"""Searching, and what an index must follow."""

from marketplace.search.queries.changes import products_with_days_between
from marketplace.search.queries.engines import engine
from marketplace.search.queries.results import search
from marketplace.search.queries.shown import Shown, shown

__all__ = ["Shown", "engine", "products_with_days_between", "search", "shown"]
