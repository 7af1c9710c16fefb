"""The engine of this installation."""

from functools import cache
from pathlib import Path

from marketplace.core.settings import settings
from marketplace.search.engine import SearchEngine
from marketplace.search.whoosh_engine import WhooshEngine


def engine() -> SearchEngine:
    """The one of the present settings; it keeps its open index between searches."""
    return _embedded(settings().index_folder)


@cache
def _embedded(folder: Path) -> WhooshEngine:
    return WhooshEngine(folder)
