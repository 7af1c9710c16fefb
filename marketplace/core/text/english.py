"""Quantities that readers of English type, put into the words that the reader of quantities knows."""

import re

_UNITS = {
    "t": "tấn", "ton": "tấn", "tonne": "tấn", "quintal": "tạ", "litre": "lít", "liter": "lít", "pack": "gói",
    "packet": "gói", "bag": "túi", "box": "hộp", "jar": "hũ", "bottle": "chai", "sack": "bao", "crate": "thùng",
    "tin": "lon", "basket": "giỏ", "bunch": "bó", "piece": "cái", "pair": "đôi", "dozen": "tá",
}  # fmt: skip
_TIMES = {"trip": "chuyến", "day": "ngày", "week": "tuần", "month": "tháng", "quarter": "quý", "year": "năm"}
_OFTEN = re.compile(rf"\b(?:a|an|per|each|every)\s+({'|'.join(_TIMES)})\b")
_WORD = re.compile(r"\b[a-z]+\b")


def from_english(text: str) -> str:
    """Put "2 tonnes each month" as "2 tấn mỗi tháng"; what is no English word of quantity stays."""
    often = _OFTEN.sub(lambda found: f"mỗi {_TIMES[found[1]]}", text.casefold())
    return _WORD.sub(lambda found: _unit(found[0]), often)


def _unit(word: str) -> str:
    singular = next((one for one in (word, word.removesuffix("s"), word.removesuffix("es")) if one in _UNITS), None)
    return _UNITS[singular] if singular else word
