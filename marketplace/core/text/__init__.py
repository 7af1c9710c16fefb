"""Reading and writing what Vietnamese people type: names, money, amounts, phones, dates."""

from marketplace.core.text.characters import normalise, normalise_lines
from marketplace.core.text.keys import exact_key, fold, slugify, syllables
from marketplace.core.text.refusals import TextRefused
from marketplace.core.text.sorting import sort_key
from marketplace.core.text.syllables import place_tones

__all__ = [
    "TextRefused",
    "exact_key",
    "fold",
    "normalise",
    "normalise_lines",
    "place_tones",
    "slugify",
    "sort_key",
    "syllables",
]
