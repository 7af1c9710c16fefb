"""Understanding a place that a person wrote. Pure: works on a gazetteer in memory.

Nothing is guessed; where several units fit all of them are given back.
"""

from marketplace.places.reading.columns import Reader
from marketplace.places.reading.gazetteer import Gazetteer, Unit

__all__ = ["Gazetteer", "Reader", "Unit"]
