"""By what a figure can be taken apart; the parts of a breakdown always add up to the figure."""

from collections.abc import Callable
from dataclasses import dataclass

from marketplace.core.clock import local
from marketplace.core.periods import PeriodKind, parse_period
from marketplace.core.text import TextRefused
from marketplace.core.texts import N_
from marketplace.reports.vocabulary.lines import Line

UNKNOWN = "-"  # key of the part of which nothing is known


@dataclass(frozen=True)
class Breakdown:
    """``code`` names it in JSON, ``param`` in addresses; ``key_of`` gives the part to which a line belongs.

    ``in_order``: the parts follow each other by their keys, not by how much happened in them. ``may_be``: whether a
    text of an address can be a key at all.
    """

    code: str
    param: str
    title: str
    head: str
    key_of: Callable[[Line], str]
    in_order: bool = False
    may_be: Callable[[str], bool] = bool


@dataclass(frozen=True)
class Part:
    """One part of a breakdown: the lines whose key it is."""

    breakdown: Breakdown
    key: str

    def has(self, line: Line) -> bool:
        """Whether the line belongs to it."""
        return self.breakdown.key_of(line) == self.key


def _month(line: Line) -> str:
    """The month in which it happened, there: "2026-11"."""
    return f"{local(line.event.occurred_at):%Y-%m}"


def _is_month(key: str) -> bool:
    try:
        return parse_period(key).kind is PeriodKind.MONTH
    except TextRefused:
        return False


def _stars(line: Line) -> str:
    """Those that were in force when it was asked."""
    return str(line.history.stars or UNKNOWN)


BY_COMMUNE = Breakdown("commune", "xa", N_("Theo xã"), N_("Xã"), lambda line: line.history.home or UNKNOWN)
BY_MONTH = Breakdown("month", "thang", N_("Theo tháng"), N_("Tháng"), _month, in_order=True, may_be=_is_month)
BY_SUPPLIER = Breakdown(
    "supplier", "chu-the", N_("Theo người bán"), N_("Người bán"), lambda line: line.history.supplier_slug
)
BY_CLASS = Breakdown(
    "class", "nhom", N_("Theo nhóm sản phẩm"), N_("Nhóm sản phẩm"), lambda line: line.history.class_code or UNKNOWN
)
BY_STARS = Breakdown("stars", "sao", N_("Theo hạng sao"), N_("Hạng sao"), _stars, in_order=True)
BY_CHANNEL = Breakdown("channel", "kenh", N_("Theo cách tới"), N_("Cách tới"), lambda line: line.history.channel)
BREAKDOWNS = (BY_COMMUNE, BY_MONTH, BY_SUPPLIER, BY_CLASS, BY_STARS, BY_CHANNEL)
BY_PARAM = {breakdown.param: breakdown for breakdown in BREAKDOWNS}
