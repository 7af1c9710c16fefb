"""Whether a text reads as Vietnamese: which share of its accented words are syllables of the language."""

import re
import unicodedata
from functools import lru_cache

from marketplace.core.text.syllables import split_tone

_LOOKED_AT = 200_000  # characters
# What parts words: spaces, digits, ASCII signs, typographic signs. Western letters and signs stay in their words.
_BETWEEN = re.compile("[\\x00-@\\[-`{-\\x7f\\u2000-\\u2bff]+")
_ONSET = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|q|r|s|t|th|tr|v|x"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et
ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh
oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn
ơp ơt u ua uân uâng uât uây uc uê uênh uêch ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn
uynh uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
"""
_SYLLABLE = re.compile(f"(?:{_ONSET})?(?:{'|'.join(_RHYMES.split())})")


def plausibility(text: str) -> float:
    """From 0 to 1; 1 where no word has an accent."""
    words = [word for word in _BETWEEN.split(text[:_LOOKED_AT]) if not word.isascii()]
    return sum(map(_is_syllable, words)) / len(words) if words else 1.0


@lru_cache(maxsize=20_000)
def _is_syllable(word: str) -> bool:
    letters, _ = split_tone(unicodedata.normalize("NFC", word).lower())
    return len(word) < 20 and _SYLLABLE.fullmatch(letters) is not None
