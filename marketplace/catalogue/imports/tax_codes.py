"""Tax codes as lists write them."""

import re

from marketplace.catalogue.imports.doubts import Doubtful
from marketplace.core.errors import Refused
from marketplace.core.texts import N_

BAD_TAX_CODE = N_("Mã số thuế có 10, 12 hoặc 13 chữ số; ở đây ghi “%(text)s”.")
WRONG_CHECK_DIGIT = N_("Mã số thuế %(code)s sai chữ số kiểm tra: có thể gõ nhầm một số.")

_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def read_tax_code(text: str) -> str | Doubtful:
    """10 digits, 10 and 3 for a branch, 12 for a person. Spreadsheets drop a leading zero: it is put back.

    A wrong check digit is only a doubt: the office that wrote it may be right. Raises Refused for other lengths.
    """
    digits = re.sub(r"\D", "", text)
    digits = digits.zfill(len(digits) + 1) if len(digits) in (9, 11) else digits
    if len(digits) not in (10, 12, 13):
        raise Refused(BAD_TAX_CODE, text=text[:40])
    code = f"{digits[:10]}-{digits[10:]}" if len(digits) == 13 else digits
    if len(digits) == 12 or has_check_digit(digits[:10]):
        return code
    return Doubtful(code, WRONG_CHECK_DIGIT, {"code": code})


def has_check_digit(digits: str) -> bool:
    """Whether the tenth digit is 10 less the remainder by 11 of the others, weighed 31 29 23 19 17 13 7 5 3."""
    weighed = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:9], strict=True))
    return 10 - weighed % 11 == int(digits[9])
