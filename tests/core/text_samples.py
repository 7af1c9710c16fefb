"""Vietnamese syllables and texts that the tests of core.text draw from."""

import unicodedata

from hypothesis import settings
from hypothesis import strategies as st

from marketplace.core.text.syllables import place_tones

quick = settings(derandomize=True, deadline=None, max_examples=150)

_TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
_ONSETS = "b c d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x ch"
_OPEN = "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu oa oe oi ôi ơi ua uê ui uy ưa ưi ưu oai uôi ươi ươu"
_CLOSED = " an ăng âm ang ênh ich iêng oan oăn oang ong uân uôn uyên uynh ươn ươc ươp yên"


def _spell(onset: str, rhyme: str, tone: str) -> str:
    return place_tones(unicodedata.normalize("NFC", onset + rhyme + tone))


vietnamese_syllables = st.builds(
    _spell, st.sampled_from(["", *_ONSETS.split()]), st.sampled_from((_OPEN + _CLOSED).split()), st.sampled_from(_TONES)
)
vietnamese_words = st.lists(vietnamese_syllables, min_size=1, max_size=6).map(" ".join)
