"""What anybody may say of a listing, and what an officer makes of it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from marketplace.core.texts import N_

Subject = Literal["supplier", "product"]
REPORT_KINDS: dict[str, str] = {
    "wrong": N_("Thông tin sai"),
    "double": N_("Trùng với mục khác"),
    "closed": N_("Đã đóng, không còn bán"),
}
OWN = "own"  # not said by anybody, but asked for by the supplier's own people
REPORT_LABELS: dict[str, str] = {**REPORT_KINDS, OWN: N_("Chủ thể xin sửa")}
REPORT_OUTCOMES: dict[str, str] = {
    "mended": N_("Đã sửa"),
    "merged": N_("Đã gộp"),
    "closed": N_("Đã đóng"),
    "left": N_("Để nguyên"),
}
LONGEST_REPORT = 1000  # characters
REPORT_WINDOW = timedelta(hours=1)
# A neighbourhood shares a network address; a listing that a day's anger is aimed at still leaves room for the others.
REPORTS_FROM_NETWORK, REPORTS_ABOUT_ONE = 10, 20
CONTACT_KEPT_FOR = timedelta(days=30)  # after it was settled: somebody may ask back


@dataclass(frozen=True)
class NewReport:
    """What somebody says of a listing. ``other`` is the address of what it doubles, as typed."""

    kind: str
    words: str = ""
    other: str = ""
    contact: str | None = None


@dataclass(frozen=True)
class ReportSettled:
    """An officer settled a report."""

    report_id: int
