"""By what a figure can be taken apart; the parts of a breakdown always add up to the figure."""

from collections.abc import Callable
from dataclasses import dataclass

from marketplace.core.texts import N_
from marketplace.reports.vocabulary.histories import History

UNKNOWN = "-"  # key of the part of which nothing is known


@dataclass(frozen=True)
class Breakdown:
    """``code`` names it in JSON, ``param`` in addresses; ``key_of`` gives the part to which a lead belongs."""

    code: str
    param: str
    title: str
    head: str
    key_of: Callable[[History], str]


@dataclass(frozen=True)
class Part:
    """One part of a breakdown: the leads whose key it is."""

    breakdown: Breakdown
    key: str

    def has(self, history: History) -> bool:
        """Whether the lead belongs to it."""
        return self.breakdown.key_of(history) == self.key


BY_COMMUNE = Breakdown("commune", "xa", N_("Theo xã"), N_("Xã"), lambda lead: lead.home or UNKNOWN)
BY_CHANNEL = Breakdown("channel", "kenh", N_("Theo cách tới"), N_("Cách tới"), lambda lead: lead.channel)
BY_CLASS = Breakdown(
    "class", "nhom", N_("Theo nhóm sản phẩm"), N_("Nhóm sản phẩm"), lambda lead: lead.class_code or UNKNOWN
)
BY_SUPPLIER = Breakdown("supplier", "chu-the", N_("Theo người bán"), N_("Người bán"), lambda lead: lead.supplier_slug)
BREAKDOWNS = (BY_COMMUNE, BY_CHANNEL, BY_CLASS, BY_SUPPLIER)
