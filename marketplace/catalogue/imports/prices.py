"""Prices as lists write them: one amount, two, or an invitation to ask."""

import re
from typing import Final, Literal

from marketplace.catalogue.imports.doubts import Doubtful
from marketplace.core.text import Price, fold, format_money, parse_price
from marketplace.core.texts import N_

IN_THOUSANDS = N_("Cột này tính bằng nghìn đồng, nên “%(text)s” thành %(amount)s.")

ASK: Final = "ask"  # what a cell says that invites to ask

# Asking is how a price that moves is said; such a cell names no price.
_ASK = {
    "lien he", "lh", "thoa thuan", "gia thoa thuan", "theo thoi gia", "theo thoi diem", "thoi gia", "theo thi truong",
    "gia lien he", "theo gia thi truong", "tuy thoi diem", "theo mua", "thuong luong", "chua co", "chua xac dinh",
    "theo mua vu", "bao gia", "vui long lien he", "lien he truc tiep",
}  # fmt: skip
_RANGE = re.compile(
    r"(?:(?:giá\s+)?từ\s+)?(?P<low>[0-9][0-9.,]*(?: [0-9]{3})*)\s*(?P<scale>[^\W\d_]*)\s*"
    r"(?:-|–|—|~|đến|tới)\s*(?P<high>[0-9].*)",
    re.IGNORECASE,
)
_BARE = re.compile(r"[0-9.,\s–—~-]+")
_NUMBER = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_DEAR = 10_000_000  # đồng, from which somebody may have typed đồng into a column of thousands
_AFTER_NUMBER = re.compile(r"[0-9.,\s]*[0-9](?P<rest>.*)", re.DOTALL)


def read_price(text: str) -> Price | tuple[Price, Price] | Literal["ask"]:
    """ "45k/kg", "35.000 - 40.000đ", "35-40k": one price or two, the lower first; "ask" for "liên hệ".

    Raises TextRefused for what is no amount.
    """
    if fold(text) in _ASK:
        return ASK
    found = _RANGE.fullmatch(text)
    if not found:
        return parse_price(text)
    rest = _AFTER_NUMBER.fullmatch(found["high"])
    scale = found["scale"] or (rest["rest"] if rest else "")
    return parse_price(found["low"] + scale), parse_price(found["high"])


def read_thousands(text: str) -> Price | tuple[Price, Price] | Doubtful | Literal["ask"]:
    """As ``read_price``, in a column whose title says that it counts thousands of đồng."""
    if not _BARE.fullmatch(text):
        return read_price(text)
    said = read_price(_NUMBER.sub(r"\g<0> nghìn", text))
    lowest = said[0] if isinstance(said, tuple) else said
    if isinstance(lowest, Price) and lowest.amount >= _DEAR:
        return Doubtful(said, IN_THOUSANDS, {"text": text, "amount": format_money(lowest.amount)})
    return said
