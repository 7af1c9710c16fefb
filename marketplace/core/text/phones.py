"""Phone numbers: kept as E.164, typed and shown as in Vietnam."""

import re

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

from marketplace.core.text.characters import normalise
from marketplace.core.text.refusals import TextRefused
from marketplace.core.texts import N_

# The prefixes of 11-digit mobile numbers before 2018, and the two area codes of the region before 2017.
_RENUMBERED = {
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037",
    "0168": "038", "0169": "039", "0120": "070", "0121": "079", "0122": "077", "0126": "076",
    "0128": "078", "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0186": "056", "0188": "058", "0199": "059", "0280": "0208", "0281": "0209",
}  # fmt: skip
_SEPARATORS = re.compile(r"[\s.\-–()]+")
_BETWEEN = re.compile(r"[/;,|\n]|\bhoặc\b|\bvà\b|\s[-–]\s(?=\s*(?:\+?84|0)[0-9](?:[ .-]?[0-9]){7})", re.IGNORECASE)
_MOBILE_DIGITS = 10
_LANDLINE_DIGITS = 11


def parse_phone(text: str) -> str:
    """Give one number as E.164: "0912.345.678", "84912345678", "0168…" (now 038…), "1900 6017", "+86 …".

    Raises TextRefused: `phone_missing`, `phone_too_short`, `phone_too_long` (both say how many digits
    there are) or `phone_unknown`.
    """
    typed = _SEPARATORS.sub("", normalise(text))
    if not typed:
        raise TextRefused("phone_missing", N_("Xin ghi số điện thoại."))
    if not re.fullmatch(r"\+?[0-9]+", typed):
        raise _unknown(text)
    national = _national(typed)
    number = _parsed(national, text)
    if not phonenumbers.is_valid_number(number):
        raise _wrong_length(national) or _unknown(text)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def parse_phones(text: str) -> list[str]:
    """Give every number of "0912… / 0209…" as E.164 in order, each once; refuses as `parse_phone`."""
    parts = [part for part in _BETWEEN.split(text) if normalise(part)]
    return list(dict.fromkeys(map(parse_phone, parts or [""])))


def format_phone(e164: str) -> str:
    """Write a number as its reader dials it: 0900 000 045, 0209 3871 234, 1900 6017, +86 138 0013 8000."""
    number = phonenumbers.parse(e164)
    home = number.country_code == 84
    style = PhoneNumberFormat.NATIONAL if home else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


def mask_phone(e164: str) -> str:
    """Write a number of which only the first two and the last three digits can be read: 09•• ••• 045."""
    shown = format_phone(e164)
    ends = 3 if shown.startswith("+") else 2
    return shown[:ends] + re.sub(r"[0-9]", "•", shown[ends:-3]) + shown[-3:]


def zalo_link(e164: str) -> str:
    """Give the address of a number's Zalo page; whether there is one nobody can tell beforehand."""
    number = phonenumbers.parse(e164)
    home = number.country_code == 84
    digits = f"0{number.national_number}" if home else e164.removeprefix("+")
    return f"https://zalo.me/{digits}"


def is_mobile(e164: str) -> bool:
    """Say whether a number can receive messages."""
    kind = phonenumbers.number_type(phonenumbers.parse(e164))
    return kind in {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}


def _national(typed: str) -> str:
    """Bring a Vietnamese number to 0…, with the prefix that it has today; leave foreign ones."""
    digits = re.sub(r"^(?:\+|00)?84(?=0?[1-9][0-9]{7,})0?", "0", typed)
    if re.fullmatch(r"[35789][0-9]{8}", digits):
        return f"0{digits}"  # a spreadsheet took it for a number and dropped the zero
    renumbered = _RENUMBERED.get(digits[:4])
    if renumbered and len(digits) == 11:
        return renumbered + digits[4:]
    return digits


def _parsed(national: str, text: str) -> PhoneNumber:
    try:
        return phonenumbers.parse(national, "VN")
    except phonenumbers.NumberParseException:
        raise _wrong_length(national) or _unknown(text) from None


def _wrong_length(national: str) -> TextRefused | None:
    digits = len(national)
    if re.match(r"0[35789]", national):
        need, kind = _MOBILE_DIGITS, "mobile"
    elif national.startswith("02"):
        need, kind = _LANDLINE_DIGITS, "landline"
    else:
        return None
    if digits == need:
        return None
    code = "phone_too_short" if digits < need else "phone_too_long"
    return TextRefused(code, _LENGTH_MESSAGES[kind, code], need=need, digits=digits)


_LENGTH_MESSAGES = {
    ("mobile", "phone_too_short"): N_("Số di động có %(need)s chữ số; ở đây mới có %(digits)s."),
    ("mobile", "phone_too_long"): N_("Số di động có %(need)s chữ số; ở đây có tới %(digits)s."),
    ("landline", "phone_too_short"): N_("Số máy bàn có %(need)s chữ số; ở đây mới có %(digits)s."),
    ("landline", "phone_too_long"): N_("Số máy bàn có %(need)s chữ số; ở đây có tới %(digits)s."),
}


def _unknown(text: str) -> TextRefused:
    return TextRefused(
        "phone_unknown",
        N_("“%(text)s” không phải số điện thoại. Ví dụ: 0900 000 045."),
        text=normalise(text)[:40],
    )
