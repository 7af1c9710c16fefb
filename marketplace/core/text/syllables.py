"""The Vietnamese syllable: where its tone mark stands, and i or y at its end."""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of dictionaries
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_ONSET = (
    r"(?:ngh|ng|nh|ch|gh|kh|ph|th|tr|qu(?=[aăâeêioôơuưy])|gi(?=[aăâeêoôơuưy])"
    r"|[bcdđghjklmnprstvwxz])?"
)
_SYLLABLE = re.compile(rf"({_ONSET})([aăâeêioôơuưy]{{1,3}})(ng|nh|ch|[cmnpt])?")
_OPEN_I = re.compile(r"((?:ngh|ng|nh|ch|gh|kh|ph|th|tr|qu|[bcdđghklmnprstvx]))[yỳỷỹýỵ]")
_Y_TO_I = str.maketrans("yỳỷỹýỵ", "iìỉĩíị")


def place_tones(text: str) -> str:
    """Give `text` in NFC with each tone mark where the older spelling has it: hoà → hòa, thuý → thúy.

    A mark on the wrong vowel (qúy, hòan) is put right too: quý, hoàn. Words that are not built like
    Vietnamese syllables stay as they are.
    """
    return _WORD.sub(lambda word: _placed(word[0]), unicodedata.normalize("NFC", text))


def unify_yi(text: str) -> str:
    """Write i for a y that is the only vowel and the end of its syllable: sỹ → sĩ, mỳ → mì, quý → quí.

    `text` is lower case with tones placed. Both spellings of such a syllable are one word; ay and ai, uy
    and ui are not, nor is a lone y, so these stay.
    """
    return _WORD.sub(lambda word: _with_i(word[0]), text)


def split_tone(word: str) -> tuple[str, int]:
    """Take the tone off a word: its letters in NFC, and 0 level, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng."""
    parts = unicodedata.normalize("NFD", word)
    tones = [char for char in parts if char in _TONES]
    letters = "".join(char for char in parts if char not in _TONES)
    return unicodedata.normalize("NFC", letters), _TONES.index(tones[-1]) + 1 if tones else 0


@lru_cache(maxsize=20_000)
def _placed(word: str) -> str:
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    tones = [char for char in parts if char in _TONES]
    letters, _ = split_tone(word)
    syllable = _SYLLABLE.fullmatch(letters.lower())
    if len(tones) != 1 or not syllable:
        return word
    end = syllable.start(2) + _toned(syllable[2], closed=bool(syllable[3])) + 1
    return unicodedata.normalize("NFC", letters[:end] + tones[0] + letters[end:])


def _toned(vowels: str, closed: bool) -> int:
    """Say which of a syllable's one to three vowels carries the tone."""
    marked = [place for place, vowel in enumerate(vowels) if vowel in "ăâêôơư"]
    if marked:
        return marked[-1]  # ươ carries it on ơ
    if len(vowels) == 2:
        return 1 if closed else 0
    return len(vowels) // 2


@lru_cache(maxsize=20_000)
def _with_i(word: str) -> str:
    return word[:-1] + word[-1].translate(_Y_TO_I) if _OPEN_I.fullmatch(word) else word
