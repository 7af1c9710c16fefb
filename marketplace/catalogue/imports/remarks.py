"""Contradictions within a row: a person must see them, for nobody else could say which side is right."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from marketplace.catalogue.imports.columns import SYNONYMS
from marketplace.catalogue.imports.days import split_decision
from marketplace.catalogue.imports.doubts import Problem
from marketplace.catalogue.imports.recognitions import PLAIN, Recognition
from marketplace.catalogue.imports.stars import standard_stars
from marketplace.catalogue.vocabulary import expiry_of
from marketplace.core.clock import today
from marketplace.core.text import Price, format_date, format_money
from marketplace.core.texts import N_

LOWEST_PRICE, HIGHEST_PRICE = 1_000, 50_000_000  # đồng; what lies outside is mostly a slip
PROGRAMME_BEGAN = date(2018, 5, 7)  # Quyết định 490/QĐ-TTg

OTHER_STARS = N_("Hạng hiện tại ghi %(now)s sao, lần công nhận cuối ghi %(last)s sao.")
NO_STARS = N_("Có quyết định mà không ghi mấy sao, nên chưa thành giấy chứng nhận.")
STARS_OF_NOW = N_("Lần công nhận cuối không ghi mấy sao; lấy theo hạng hiện tại: %(stars)s sao.")
OTHER_YEAR = N_("Ngày cấp là %(day)s, mà cột năm ghi %(year)s.")
OTHER_DAY = N_("Quyết định ghi ngày %(decided)s, mà cột ngày ghi %(day)s.")
OTHER_TERM = N_("Hạn ghi %(end)s; 36 tháng từ ngày cấp là %(due)s.")
OTHER_TERM_YEAR = N_("Hạn ghi %(end)s; 36 tháng từ năm %(year)s là năm %(due)s.")
OTHER_STANDARD = N_("Tiêu chuẩn ghi OCOP %(standard)s sao, cột sao ghi %(stars)s.")
STANDARD_ALONE = N_("Tiêu chuẩn ghi OCOP %(standard)s sao mà cột sao để trống, nên chưa có sao.")
REVERSED = N_("Lần 2 (%(second)s) đứng trước lần 1 (%(first)s); xếp lại theo ngày cấp.")
IN_FUTURE = N_("Ngày cấp %(day)s còn chưa tới.")
BEFORE_OCOP = N_("Ngày cấp %(day)s đứng trước khi có chương trình OCOP (7/5/2018).")
CHEAP = N_("Giá %(amount)s thấp lạ thường. Có thiếu “nghìn” không?")
DEAR = N_("Giá %(amount)s cao lạ thường. Có thừa số 0 không?")


def remarks_of(
    given: Mapping[str, Any], endings: Sequence[str], told: Sequence[Recognition], unread: Container[str]
) -> Iterator[Problem]:
    """What contradicts itself, or is most likely a slip, in what a row gives.

    ``endings`` are those of the fields that tell of decisions, ``told`` the decisions, ``unread`` fields that
    couldn't be read.
    """
    if "stars" not in unread:
        yield from _about_stars(given, endings, told)
        yield from _about_standard(given, told)
    for ending in endings:
        yield from _about_issue(given, ending)
    if told:
        yield from _about_end(told[-1])
    if len(endings) == 2:
        yield from _about_order(given, endings)
    for name in ("price", "price_to"):
        yield from _about_price(name, given.get(name))


def _remark(name: str, message: str, **params: object) -> Problem:
    return Problem(SYNONYMS[name][0], message, params)


def _about_stars(given: Mapping[str, Any], endings: Sequence[str], told: Sequence[Recognition]) -> Iterator[Problem]:
    """In a register the stars of now are beside those of each recognition; in a plain list there is one column."""
    if not endings:
        return
    now, last = given.get("stars"), given.get(f"stars{endings[-1]}")
    if last is None and now is None:
        yield _remark("stars", NO_STARS)
    elif last is None:
        yield _remark("stars", STARS_OF_NOW, stars=now)
    elif PLAIN not in endings and now is not None and told[-1].stars != now:
        yield _remark("stars", OTHER_STARS, now=now, last=told[-1].stars)


def _about_standard(given: Mapping[str, Any], told: Sequence[Recognition]) -> Iterator[Problem]:
    standard = standard_stars(given.get("standard") or "")
    stars = given.get("stars") or (told[-1].stars if told else None)
    if standard and stars and standard != stars:
        yield _remark("standard", OTHER_STANDARD, standard=standard, stars=stars)
    elif standard and not stars:
        yield _remark("standard", STANDARD_ALONE, standard=standard)


def _about_issue(given: Mapping[str, Any], ending: str) -> Iterator[Problem]:
    day, _year = given.get(f"issued{ending}") or (None, None)
    year = given.get(f"year{ending}")
    if day and year and day.year != year:
        yield _remark(f"year{ending}", OTHER_YEAR, day=format_date(day), year=year)
    _number, decided = split_decision(given.get(f"decision{ending}") or "")
    if day and decided and day != decided:
        yield _remark(f"decision{ending}", OTHER_DAY, decided=format_date(decided), day=format_date(day))
    if day and day > today():
        yield _remark(f"issued{ending}", IN_FUTURE, day=format_date(day))
    if day and day < PROGRAMME_BEGAN:
        yield _remark(f"issued{ending}", BEFORE_OCOP, day=format_date(day))


def _about_end(last: Recognition) -> Iterator[Problem]:
    """The rule says 36 months (Quyết định 26/2026/QĐ-TTg, Điều 4.3); many write the day before as the last one."""
    end = last.expires
    if end is None:
        return
    if last.issued:
        due = expiry_of(last.issued)
        if end >= last.issued and end not in (due, due - timedelta(days=1)):
            yield _remark("expires", OTHER_TERM, end=format_date(end), due=format_date(due))
    elif last.year and end.year != last.year + 3:
        yield _remark("expires", OTHER_TERM_YEAR, end=format_date(end), year=last.year, due=last.year + 3)


def _about_order(given: Mapping[str, Any], endings: Sequence[str]) -> Iterator[Problem]:
    first, second = ((given.get(f"issued{ending}") or (None, None))[0] for ending in endings)
    if first and second and second < first:
        yield _remark("issued_2", REVERSED, first=format_date(first), second=format_date(second))


def _about_price(name: str, price: Price | None) -> Iterator[Problem]:
    if price and price.amount < LOWEST_PRICE:
        yield _remark(name, CHEAP, amount=format_money(price.amount))
    elif price and price.amount > HIGHEST_PRICE:
        yield _remark(name, DEAR, amount=format_money(price.amount))
