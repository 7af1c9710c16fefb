"""Tax codes: whether the last digit of one fits the nine before it."""

_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_WHOLE, _WITH_BRANCH = 10, 13


def tax_code_of(typed: str | None) -> str | None:
    """A code as it is kept: letters and digits alone; None where nothing was typed."""
    return "".join(filter(str.isalnum, typed or "")) or None


def is_tax_code_doubtful(code: str | None) -> bool:
    """Whether the check digit of a code of 10 digits, or 13 with a branch, is wrong: d10 is 10 - (weighted sum mod 11).

    A reason to look twice, never to refuse. Personal numbers of households (12 digits) have no such digit.
    """
    digits = [int(letter) for letter in code or "" if letter.isascii() and letter.isdigit()]
    if len(digits) not in (_WHOLE, _WITH_BRANCH):
        return False
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return digits[9] != 10 - total % 11
