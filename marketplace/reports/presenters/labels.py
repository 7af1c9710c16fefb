"""Names of what a report shows: areas, periods, the parts of its breakdowns, where a lead stood."""

from collections.abc import Mapping

from marketplace.catalogue.vocabulary import ocop_class
from marketplace.core.periods import Period, parse_period
from marketplace.core.text import format_date
from marketplace.core.texts import N_, say
from marketplace.core.views import Pill
from marketplace.leads.vocabulary import UNANSWERED, Channel, LostReason, Stage
from marketplace.places.vocabulary import Area, Era, PlaceName, era_of
from marketplace.reports.vocabulary import UNKNOWN, History, Part, Scope, waiting_state

COUNTRY = N_("Cả nước")
_UNKNOWN = {"commune": N_("Chưa rõ xã"), "class": N_("Chưa phân nhóm"), "stars": N_("Không có sao")}
_DONE = (Stage.MEMORANDUM, Stage.FRAMEWORK_CONTRACT, Stage.CONTRACT, Stage.DELIVERED)
_PROVINCE_CODE = 2  # digits


def capital(text: str) -> str:
    """With a capital at the beginning; the rest stays."""
    return text[:1].upper() + text[1:]


def area_label(area: Area | None) -> str:
    """Of which area a report is: "Xã Quảng Bạch", "Huyện Chợ Đồn cũ", "Cả nước"."""
    if area is None:
        return say(COUNTRY)
    former = era_of(area.place_id) == Era.FORMER
    return capital(say("%(name)s cũ", name=area.name) if former else area.name)


def span_label(period: Period) -> str:
    """From which day to which: "1/7 đến 30/9/2026"."""
    return parse_period(f"{period.first}..{period.last}").title


def scope_label(scope: Scope, part: str | None = None) -> str:
    """The whole scope in a line."""
    known = say("biết đến %(day)s", day=format_date(scope.as_of))
    words = (scope.period.title, area_label(scope.area), part, known)
    return " · ".join(word for word in words if word)


def place_label(place_id: str | None, places: Mapping[str, PlaceName], *, whole_country: bool = False) -> str:
    """A commune as a row's title; with its province where several communes may have one name."""
    name = places.get(place_id or "")
    if not place_id or name is None:
        unknown = _UNKNOWN["commune"]
        return say(unknown)
    words = capital(name.brief if whole_country else name.short)
    if len(place_id.partition(":")[2]) == _PROVINCE_CODE:
        return say("%(province)s, chưa rõ xã", province=words)
    return say("%(name)s (cũ)", name=words) if era_of(place_id) == Era.FORMER else words


def part_label(part: Part, scope: Scope, places: Mapping[str, PlaceName], example: History | None) -> str:
    """The title of a part of a breakdown; ``example`` is any lead of it."""
    code, key = part.breakdown.code, part.key
    if code == "commune":
        return place_label(key, places, whole_country=scope.area is None)
    if key == UNKNOWN:
        return say(_UNKNOWN[code])
    if code == "stars":
        return say("%(n)s sao", n=key)
    if code == "month":
        return parse_period(key).title
    if code == "channel":
        return capital(Channel(key).label) if key in set(Channel) else key
    if code == "class":
        found = ocop_class(key)
        return f"{key}. {found.name}" if found else key
    return example.supplier if example else key


def pill_at(history: History, scope: Scope) -> Pill:
    """Where the lead stood at the end of what was known."""
    stage = history.stage
    if stage in UNANSWERED:
        late = history.asked and waiting_state(history, history.asked, scope) == "overdue"
        return Pill(say("Quá hạn"), "due") if late else Pill(say("Chờ trả lời"), "yours")
    if stage is Stage.LOST:
        return Pill(_lost_label(history.lost_because), "lost")
    return Pill(stage.label, "done" if stage in _DONE else "theirs")


def _lost_label(reason: LostReason | None) -> str:
    if reason in (None, LostReason.OTHER):
        return say("Không thành")
    return say("Không thành: %(reason)s", reason=reason.label[:1].lower() + reason.label[1:])
