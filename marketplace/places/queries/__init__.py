"""Every read of places."""

from marketplace.places.queries.areas import area_of, keys_inside
from marketplace.places.queries.choices import is_choice, place_choices, search_places
from marketplace.places.queries.districts import former_districts_of
from marketplace.places.queries.gazetteers import UNITS_STAMP, read_address, resolve_place
from marketplace.places.queries.names import (
    display_names,
    former_name,
    place,
    predecessors_of,
    province_ids,
    provinces,
    successors_of,
)
from marketplace.places.queries.words import search_words, search_words_of

__all__ = [
    "UNITS_STAMP",
    "area_of",
    "display_names",
    "former_districts_of",
    "former_name",
    "is_choice",
    "keys_inside",
    "place",
    "place_choices",
    "predecessors_of",
    "province_ids",
    "provinces",
    "read_address",
    "resolve_place",
    "search_places",
    "search_words",
    "search_words_of",
    "successors_of",
]
