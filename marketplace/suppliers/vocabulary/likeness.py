"""When two suppliers are probably one: their tax codes, numbers, names and places weighed. Pure rules.

The weights were set on ``tests/suppliers/judged_doubles.csv``, and its test says how well they do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from marketplace.core.text import fold, likeness
from marketplace.core.texts import N_, say
from marketplace.suppliers.vocabulary.organisations import kind_from_name, match_key_of

PROBABLE = 0.8
_TAX_CODE_DIGITS = 10  # of an organisation; what follows numbers its branches

# What many organisations have in their names beside their own, without accents; the longest first.
_COMMON = tuple(
    fold(words)
    for words in (
        "san xuat kinh doanh", "xuat nhap khau", "nong lam nghiep", "nong nghiep", "lam nghiep", "nong san",
        "dich vu", "tong hop", "san xuat", "thuong mai", "che bien", "kinh doanh", "phat trien", "dau tu", "xay dung",
        "mot thanh vien", "huu han", "co phan", "kieu moi", "nong lam", "sxkd", "dvnn", "dvth", "sx", "kd", "tm", "dv",
        "nn", "cb", "xnk", "xd", "th", "mtv", "tnhh", "va", "xa", "huyen", "tinh", "thon", "ban",
    )
)  # fmt: skip
# Persons' names differ by a letter, and are two persons: "An" and "Ánh".
_MIDDLE_NAMES, _TITLES, _TWO_PERSONS = ("thi", "van"), ("ba", "ong", "anh", "chi", "co", "bac", "chu"), 0.7


class Why(StrEnum):
    """What two suppliers have in common that makes them probably one."""

    TAX_CODE = "tax_code"
    PHONE = "phone"
    NAME = "name"
    NEAR_NAME = "near_name"

    @property
    def label(self) -> str:
        """In words."""
        return say(_WHY[self])


_WHY = {
    Why.TAX_CODE: N_("cùng mã số thuế"),
    Why.PHONE: N_("cùng số điện thoại"),
    Why.NAME: N_("cùng tên"),
    Why.NEAR_NAME: N_("tên gần giống"),
}


@dataclass(frozen=True)
class Traits:
    """What is compared of a supplier; ``said`` are folded words of its places, which its name may leave out."""

    name: str
    kind: str | None = None
    place_id: str | None = None
    legacy_place_id: str | None = None
    province_id: str | None = None
    phone: str | None = None
    tax_code: str | None = None
    said: frozenset[str] = frozenset()


@lru_cache(maxsize=1 << 14)
def own_words(name: str) -> tuple[str, ...]:
    """The folded words that are a supplier's own, without legal form and trade; all where nothing else is left."""
    key = f" {match_key_of(name)} "
    rest = key
    for common in _COMMON:
        while f" {common} " in rest:
            rest = rest.replace(f" {common} ", " ")
    words = tuple((rest if rest.strip() else key).split())
    return words[1:] if words[0] in _TITLES and _is_person(words[1:]) else words


def _is_person(words: Sequence[str]) -> bool:
    return len(words) > 2 and words[1] in _MIDDLE_NAMES


def likeness_of(first: Traits, second: Traits) -> tuple[float, Why]:
    """How probably the two are one, from 0 to 1, and for what."""
    if _is_same_code(first.tax_code, second.tax_code):
        return 1.0, Why.TAX_CODE
    words = own_words(first.name), own_words(second.name)
    named = likeness(*words, said=first.said | second.said)
    if named < 1 and all(map(_is_person, words)):
        named = min(named, _TWO_PERSONS)
    named += _lessened(first, second)
    why = Why.NAME if match_key_of(first.name) == match_key_of(second.name) or words[0] == words[1] else Why.NEAR_NAME
    if first.phone and first.phone == second.phone and not _are_two_codes(first.tax_code, second.tax_code):
        return max(0.9, named), Why.PHONE
    return max(0.0, min(named, 1.0)), why


def _lessened(first: Traits, second: Traits) -> float:
    """What kind, place and tax code take off a likeness, or add to it."""
    kinds = first.kind or kind_from_name(first.name), second.kind or kind_from_name(second.name)
    other_kind = None not in kinds and kinds[0] != kinds[1]
    apart = -0.3 if _are_two_codes(first.tax_code, second.tax_code) else 0.0
    return _placed(first, second) + (-0.08 if other_kind else 0.0) + apart


def _placed(first: Traits, second: Traits) -> float:
    if first.province_id and second.province_id and first.province_id != second.province_id:
        return -0.4
    if _meet(first.place_id, second.place_id) or _meet(first.legacy_place_id, second.legacy_place_id):
        return 0.08
    known = first.place_id or first.legacy_place_id, second.place_id or second.legacy_place_id
    return -0.15 if all(known) else 0.0


def _meet(first: str | None, second: str | None) -> bool:
    return first is not None and first == second


def _is_same_code(first: str | None, second: str | None) -> bool:
    return bool(first and second and first == second)


def _are_two_codes(first: str | None, second: str | None) -> bool:
    """Two organisations by law; a branch has its head's code and a number."""
    return bool(first and second and first[:_TAX_CODE_DIGITS] != second[:_TAX_CODE_DIGITS])
