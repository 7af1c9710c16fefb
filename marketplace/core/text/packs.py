"""Packs: what one retail unit holds, and the names of products without it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from marketplace.core.text.characters import normalise
from marketplace.core.text.numerals import format_number, read_decimal
from marketplace.core.text.refusals import TextRefused
from marketplace.core.text.units import (
    CONTAINERS,
    GRAMS,
    MILLILITRES,
    PIECES,
    find_unit,
    to_grams,
    to_millilitres,
    unit_spelt,
)
from marketplace.core.texts import N_

LARGEST_PACK = 10**8  # grams (100 tấn), millilitres or pieces in one retail unit
_NO_BREAK = "\u00a0"
_NUMBERED = re.compile(r"(?<![\w.,])(?P<number>[0-9]+(?:[.,][0-9]+)*)\s*(?P<word>[^\W\d_]+)")
_WORD = re.compile(r"(?P<slash>/\s*)?(?P<word>[^\W\d_]+)")
_CROSS = re.compile(r"(?<=[\w\s])[x×*](?=\s*[0-9])")
_BARE_COUNT = re.compile(
    r"(?<![\w.,])(?P<before>[0-9]+)\s*×\s*(?=[0-9])|(?<=[^\W\d_])\s*×\s*(?P<after>[0-9]+)(?!\s*[\w.,])"
)
_TIMES = re.compile(r"\s*(?:(?:lọc|loc)?\s*×\s*)?")


@dataclass(frozen=True)
class Pack:
    """One retail unit: `label` as shown, its container, mass or volume in all, pieces inside where said."""

    label: str
    container: str | None = None
    grams: int | None = None
    millilitres: int | None = None
    count: int | None = None


@dataclass(frozen=True)
class _Numbered:
    amount: Decimal
    unit: str
    start: int
    end: int

    @property
    def sized(self) -> bool:
        return self.unit in GRAMS or self.unit in MILLILITRES


def parse_pack(text: str) -> Pack:
    """Read "gói 500 g", "500g/gói", "(1.000 g)", "chai 500ml", "hộp 20 túi lọc", "hộp 20 túi x 2 g".

    Mass and volume are those of the whole pack: a size right after a number of pieces, or after ×, is
    that of one piece. Less than half a gram or millilitre counts as none. Raises TextRefused `pack_missing`,
    `pack_unknown` or `pack_too_large`.
    """
    typed = normalise(text)
    if typed.startswith("(") and typed.endswith(")"):
        typed = typed[1:-1].strip()
    if not typed:
        raise TextRefused("pack_missing", N_("Xin ghi quy cách, ví dụ: gói 500 g."))
    lower = _CROSS.sub("×", typed.casefold())
    numbered = _numbered(lower)
    size = next((part for part in numbered if part.sized), None)
    inner = next((part for part in numbered if not part.sized), None) or _bare_count(lower)
    container = _container(lower, numbered)
    if not (size or inner or container):
        raise TextRefused(
            "pack_unknown",
            N_("Không hiểu quy cách “%(text)s”. Ví dụ: gói 500 g, chai 500 ml, hộp 20 túi."),
            text=typed[:40],
        )
    total = _total(lower, size, inner)
    return Pack(
        label=_label(typed, container, size, inner),
        container=container,
        grams=_within(to_grams(total, size.unit)) if size else None,
        millilitres=_within(to_millilitres(total, size.unit)) if size else None,
        count=int(inner.amount) if inner else None,
    )


def _within(amount: int | None) -> int | None:
    if amount and amount > LARGEST_PACK:
        raise _too_large()
    return amount or None


def _too_large() -> TextRefused:
    return TextRefused("pack_too_large", N_("Quy cách quá lớn. Xin xem lại số và đơn vị."))


def _numbered(lower: str) -> list[_Numbered]:
    parts = []
    for found in _NUMBERED.finditer(lower):
        amount, unit = read_decimal(found["number"]), _unit(found["word"])
        whole = amount is not None and amount == amount.to_integral_value()
        if amount and unit and (whole or unit in GRAMS or unit in MILLILITRES):
            if amount > LARGEST_PACK:
                raise _too_large()
            parts.append(_Numbered(amount, unit, found.start(), found.end()))
    return parts


def _bare_count(lower: str) -> _Numbered | None:
    """Give the 20 of "20 × 2 g", or the 2 of "500 g × 2", as a number of pieces without a name."""
    found = _BARE_COUNT.search(lower)
    if not found:
        return None
    group = "before" if found["before"] else "after"
    if len(found[group]) > len(str(LARGEST_PACK)):
        raise _too_large()
    return _Numbered(Decimal(found[group]), "", found.start(group), found.end(group))


def _container(lower: str, numbered: list[_Numbered]) -> str | None:
    """Give the first container that no number counts; a piece ("120g/cái") only after a slash.

    A word with accents is the container of just these accents: "lợn" is no "lon", "lọc" no "lốc".
    """
    for found in _WORD.finditer(lower):
        word = found["word"]
        unit = _unit(word) if word.isascii() else unit_spelt(word)
        counted = any(part.start <= found.start("word") < part.end for part in numbered)
        if not counted and (unit in CONTAINERS or (unit in PIECES and found["slash"])):
            return unit
    return None


def _unit(word: str) -> str | None:
    # In a pack "can" is the canister; as a unit of trade it is an unaccented "cân" (kg).
    return "can" if word == "can" else find_unit(word)


def _total(lower: str, size: _Numbered | None, inner: _Numbered | None) -> Decimal:
    if not size:
        return Decimal(0)
    if not inner:
        return size.amount
    first, second = sorted((size, inner), key=lambda part: part.start)
    between = lower[first.end : second.start]
    each = bool(_TIMES.fullmatch(between)) and (first is inner or between.strip() != "")
    return size.amount * inner.amount if each else size.amount


def _label(typed: str, container: str | None, size: _Numbered | None, inner: _Numbered | None) -> str:
    if inner or not size:
        return typed[0].casefold() + typed[1:]
    amount = f"{format_number(size.amount)}{_NO_BREAK}{size.unit}"
    return f"{container} {amount}" if container else amount
