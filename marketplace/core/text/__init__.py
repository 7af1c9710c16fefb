"""Reading and writing what Vietnamese people type: names, money, amounts, phones, dates."""

from marketplace.core.text.characters import normalise, normalise_lines
from marketplace.core.text.dates import (
    format_date,
    format_day,
    format_moment,
    parse_date,
    parse_date_or_year,
    short_month,
    weekday_name,
)
from marketplace.core.text.english import from_english
from marketplace.core.text.keys import exact_key, fold, slugify, syllables
from marketplace.core.text.money import (
    LARGEST_AMOUNT,
    Price,
    format_millions,
    format_money,
    parse_money,
    parse_price,
)
from marketplace.core.text.nearness import likeness
from marketplace.core.text.numerals import format_number
from marketplace.core.text.pack_stripping import pack_in, strip_pack
from marketplace.core.text.packs import Pack, parse_pack
from marketplace.core.text.phones import (
    format_phone,
    is_mobile,
    mask_phone,
    parse_phone,
    parse_phones,
    zalo_link,
)
from marketplace.core.text.quantities import (
    EVERY_LABELS,
    Every,
    Quantity,
    format_grams,
    format_quantity,
    make_quantity,
    price_per_kg,
    read_back,
)
from marketplace.core.text.quantity_reading import parse_quantity
from marketplace.core.text.refusals import TextRefused
from marketplace.core.text.shared_words import without_shared_ending
from marketplace.core.text.sorting import sort_key
from marketplace.core.text.syllables import place_tones
from marketplace.core.text.units import UNITS, find_unit, to_grams, to_millilitres, unit_name

__all__ = [
    "EVERY_LABELS",
    "LARGEST_AMOUNT",
    "UNITS",
    "Every",
    "Pack",
    "Price",
    "Quantity",
    "TextRefused",
    "exact_key",
    "find_unit",
    "fold",
    "format_date",
    "format_day",
    "format_grams",
    "format_millions",
    "format_moment",
    "format_money",
    "format_number",
    "format_phone",
    "format_quantity",
    "from_english",
    "is_mobile",
    "likeness",
    "make_quantity",
    "mask_phone",
    "normalise",
    "normalise_lines",
    "pack_in",
    "parse_date",
    "parse_date_or_year",
    "parse_money",
    "parse_pack",
    "parse_phone",
    "parse_phones",
    "parse_price",
    "parse_quantity",
    "place_tones",
    "price_per_kg",
    "read_back",
    "short_month",
    "slugify",
    "sort_key",
    "strip_pack",
    "syllables",
    "to_grams",
    "to_millilitres",
    "unit_name",
    "weekday_name",
    "without_shared_ending",
    "zalo_link",
]
