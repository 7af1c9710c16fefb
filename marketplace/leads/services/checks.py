"""What is refused of an event before it is appended, each reason beside its field."""

from collections.abc import Sequence
from datetime import datetime

from marketplace.core.clock import local, now, today
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.leads.models import LeadEvent
from marketplace.leads.vocabulary import CLOSED, Deliverable, EventKind, LostReason, NewEvent, may_follow, stage_of

LARGEST_AMOUNT = 10**15  # đồng; as far as an amount can be typed
_CLOSED = N_("Đầu mối này đã khép lại. Hãy mở lại rồi ghi tiếp.")
_DELIVERED = N_("Hàng đã giao thì không ghi là không thành được. Nếu lần giao ghi nhầm, hãy rút lại.")
_STILL_OPEN = N_("Đầu mối này vẫn đang mở.")
_NOT_NOW = N_("Bước này không ghi được lúc này.")
_FUTURE = N_("Ngày này chưa tới.")
_TOO_EARLY = N_("Ngày này trước ngày khách hỏi (%(day)s).")
_POSITIVE = N_("Hãy ghi một số lớn hơn 0.")
_TOO_LARGE = N_("Số tiền lớn quá. Xin xem lại.")
_VALUE_NEEDED = N_("Hợp đồng trị giá bao nhiêu? Ví dụ: 45tr, 45.000.000.")
_PRICE_NEEDED = N_("Giá bao nhiêu? Ví dụ: 66k, 66.000.")
_REASON_NEEDED = N_("Hãy chọn một lý do.")
_UNKNOWN_CHOICE = N_("Hãy chọn một trong các ý.")


def check(events: Sequence[LeadEvent], new: NewEvent) -> EventKind:
    """Give the kind of an event that may follow ``events``; raises Refused with the field that is wrong."""
    kind = EventKind(new.kind)
    _check_transition(events, kind)
    _check_moment(events, new)
    _check_amounts(new)
    _check_needed(new, kind)
    return kind


def _check_transition(events: Sequence[LeadEvent], kind: EventKind) -> None:
    stage = stage_of(events)
    if kind in may_follow(stage):
        return
    if stage in CLOSED:
        raise Refused(_CLOSED)
    if kind is EventKind.LOST:
        raise Refused(_DELIVERED)
    raise Refused(_STILL_OPEN if kind is EventKind.REOPENED else _NOT_NOW)


def _check_moment(events: Sequence[LeadEvent], new: NewEvent) -> None:
    moment: datetime = new.occurred_at or now()
    # Noon of today stands for a day without an hour, and may still lie ahead in the morning.
    is_ahead = local(moment).date() > today() if new.day_only else moment > now()
    if is_ahead:
        raise Refused(_FUTURE, field="on")
    asked = local(min(event.occurred_at for event in events)).date()
    if local(moment).date() < asked:
        raise Refused(_TOO_EARLY, field="on", day=f"{asked.day}/{asked.month}/{asked.year}")


def _check_amounts(new: NewEvent) -> None:
    for field, amount in (("value", new.value), ("price", new.price)):
        if amount is not None and amount <= 0:
            raise Refused(_POSITIVE, field=field)
        if amount is not None and amount > LARGEST_AMOUNT:
            raise Refused(_TOO_LARGE, field=field)
    if new.quantity is not None and new.quantity.amount <= 0:
        raise Refused(_POSITIVE, field="quantity")


def _check_needed(new: NewEvent, kind: EventKind) -> None:
    if kind is EventKind.CONTRACT and new.value is None:
        raise Refused(_VALUE_NEEDED, field="value")
    if kind is EventKind.QUOTED and new.price is None:
        raise Refused(_PRICE_NEEDED, field="price")
    if kind is EventKind.LOST and new.reason not in set(LostReason):
        raise Refused(_REASON_NEEDED, field="reason")
    if new.deliverable is not None and new.deliverable not in set(Deliverable):
        raise Refused(_UNKNOWN_CHOICE, field="deliverable")
