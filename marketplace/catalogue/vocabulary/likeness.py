"""When two products of one producer, or of unknown ones in one province, are probably one. Pure rules."""

import re
from collections.abc import Collection

from marketplace.core.text import fold, likeness, strip_pack
from marketplace.core.texts import N_, say

PROBABLE = 0.8
SAME_NAME, NEAR_NAME = "name", "near_name"

# What sellers add to a name without meaning another product; folded.
_PRAISE = frozenset(["dac", "san", "sach", "ngon", "thom", "ocop", "truyen", "thong"])
_WHY = {SAME_NAME: N_("cùng tên"), NEAR_NAME: N_("tên gần giống")}


def product_likeness(first: str, second: str, said: Collection[str] = ()) -> tuple[float, str]:
    """How probably two products are one, and for what. ``said``: words of the producer's name and of its places."""
    words = _words_of(first), _words_of(second)
    why = SAME_NAME if words[0] == words[1] else NEAR_NAME
    return likeness(*words, said=_PRAISE | set(said)), why


def why_label(why: str) -> str:
    """In words."""
    return say(_WHY[why])


def _words_of(name: str) -> list[str]:
    return re.sub(r"\b[345] sao\b", "", fold(strip_pack(name))).split()
