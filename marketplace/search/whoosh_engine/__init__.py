"""The embedded engine: an index of Whoosh in a folder."""

from marketplace.search.whoosh_engine.engine import WhooshEngine

__all__ = ["WhooshEngine"]
