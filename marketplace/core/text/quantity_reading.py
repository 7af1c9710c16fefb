"""Reading a quantity: token by token, the number, its unit and how often."""

import re
from decimal import Decimal

from marketplace.core.text.characters import normalise
from marketplace.core.text.keys import fold
from marketplace.core.text.numerals import may_be_thousands, read_decimal
from marketplace.core.text.quantities import Every, Quantity, make_quantity
from marketplace.core.text.refusals import TextRefused
from marketplace.core.text.units import GRAMS, MILLILITRES, find_unit
from marketplace.core.texts import N_

_TOKEN = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9.,])|[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|[^\s,.:;~()]")
_ABOUT = {"khoảng", "khoang", "tầm", "chừng", "độ", "cỡ"}
_EACH = {"moi", "mot", "1", "hang", "tren"}
_EVERY = {
    "chuyen": Every.TRIP,
    "dot": Every.TRIP,
    "lan": Every.TRIP,
    "ngay": Every.DAY,
    "tuan": Every.WEEK,
    "thang": Every.MONTH,
    "qui": Every.QUARTER,
    "nam": Every.YEAR,
}
_COUNTED = ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"]
_SPOKEN = {"nua": Decimal("0.5")} | {word: Decimal(place) for place, word in enumerate(_COUNTED, 1)}
_MINUS = {"-", "\u2212", "\u2013"}


def parse_quantity(text: str) -> Quantity:
    """Read "2 tấn", "2tan", "50kg/tháng", "1,5 tạ", "nửa tấn", "2 tạ rưỡi", "300 gói mỗi chuyến".

    A dot before three digits parts thousands, a comma begins decimals; "1,500 kg" and "1,125 gói" could
    be either and are refused. Raises TextRefused: `quantity_missing`, `number_missing`, `number_ambiguous`,
    `quantity_unknown`, and those of `make_quantity`.
    """
    tokens = _TOKEN.findall(normalise(text).casefold()[:200])
    if not tokens:
        raise TextRefused("quantity_missing", N_("Xin ghi số lượng, ví dụ: 50 kg."))
    tokens, every = _take_every(tokens)
    sign, tokens = _take_sign(tokens)
    first = tokens[0] if tokens else ""
    amount, tokens = _take_number(tokens)
    half = bool(tokens) and fold(tokens[-1]) == "ruoi"
    unit = " ".join(tokens[:-1] if half else tokens)
    if amount is None:
        if not half:
            raise TextRefused("number_missing", N_("Thiếu con số. Ví dụ: 50 kg."))
        amount = Decimal(1)
    if re.search(r"[^\w\s]|[0-9]", unit):
        raise TextRefused(
            "quantity_unknown",
            N_("Không hiểu số lượng “%(text)s”. Ví dụ: 50 kg, 2 tấn mỗi tháng."),
            text=normalise(text)[:40],
        )
    _refuse_two_meanings(first, unit)
    return make_quantity(sign * (amount + Decimal("0.5") * half), unit, every)


def _take_every(tokens: list[str]) -> tuple[list[str], Every]:
    """Take "mỗi tháng" or "/tháng" off the end, or "mỗi tháng" off the beginning."""
    words = [fold(token) or token for token in tokens]
    if len(words) > 2 and words[0] in {"moi", "hang"} and words[1] in _EVERY:
        return tokens[2:], _EVERY[words[1]]
    if words[-1] not in _EVERY:
        return tokens, Every.ONCE
    end = len(words) - 1
    each = words[end - 1] if end and words[end - 1] in _EACH else ""
    end -= bool(each)
    slash = bool(end) and words[end - 1] == "/"
    if not each and not slash:
        return tokens, Every.ONCE
    once = words[-1] == "lan" and each in {"mot", "1"} and not slash
    return tokens[: end - slash], Every.ONCE if once else _EVERY[words[-1]]


def _take_sign(tokens: list[str]) -> tuple[int, list[str]]:
    while tokens and tokens[0] in _ABOUT:
        tokens = tokens[1:]
    return (-1, tokens[1:]) if tokens and tokens[0] in _MINUS else (1, tokens)


def _take_number(tokens: list[str]) -> tuple[Decimal | None, list[str]]:
    if not tokens:
        return None, tokens
    if len(tokens) > 2 and tokens[1] == "/":
        above, below = read_decimal(tokens[0]), read_decimal(tokens[2])
        return (above / below, tokens[3:]) if above is not None and below else (None, tokens)
    number = _SPOKEN.get(fold(tokens[0])) if tokens[0].isalpha() else read_decimal(tokens[0])
    return number, tokens if number is None else tokens[1:]


def _refuse_two_meanings(number: str, unit: str) -> None:
    # Decimals do not end in zero when people write them, and only mass and volume have three of them.
    measured = find_unit(unit) in {*GRAMS, *MILLILITRES}
    if not may_be_thousands(number) or (measured and not number.endswith("0")):
        return
    raise TextRefused(
        "number_ambiguous",
        N_("“%(number)s” là %(large)s hay %(small)s? Xin ghi lại cho rõ."),
        number=number,
        large=number.replace(",", "."),
        small=number.rstrip("0").rstrip(","),
    )
