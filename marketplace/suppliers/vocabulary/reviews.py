"""Words of reviewing: how an application stands, why something is asked, refused or suspended, how one was verified."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from marketplace.core.texts import N_, say
from marketplace.places.vocabulary import PlaceRef


class ApplicationState(StrEnum):
    """How an application stands."""

    OPEN = "open"
    CHANGES_ASKED = "changes_asked"
    PASSED = "passed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def is_settled(self) -> bool:
        """Whether nobody has anything to do any more."""
        return self in (ApplicationState.PASSED, ApplicationState.REFUSED, ApplicationState.WITHDRAWN)


CHANGE_REASONS: dict[str, str] = {
    "name": N_("Tên chưa giống giấy đăng ký"),
    "place": N_("Chưa rõ nơi sản xuất"),
    "contact": N_("Chưa liên hệ được"),
    "papers": N_("Thiếu giấy tờ"),
    "products": N_("Sản phẩm chưa rõ"),
    "other": N_("Cần hỏi thêm"),
}
REFUSAL_REASONS: dict[str, str] = {
    "double": N_("Nơi này đã có trên trang"),
    "outside": N_("Không thuộc địa bàn"),
    "false": N_("Thông tin không đúng"),
    "unreachable": N_("Không liên hệ được"),
    "other": N_("Lý do khác"),
}
# Beside the law's own grounds, what officers meet: the place is shut for a while, its people ask for it.
SUSPENSION_REASONS: dict[str, str] = {
    "asked": N_("Chủ thể đề nghị"),
    "inactive": N_("Tạm ngừng hoạt động"),
    "safety": N_("Vi phạm chất lượng, an toàn thực phẩm"),
    "misuse": N_("Dùng sai dấu OCOP, thông tin sai"),
    "complaints": N_("Nhiều phản ánh chưa giải quyết"),
    "state": N_("Theo yêu cầu của cơ quan nhà nước"),
    "other": N_("Lý do khác"),
}
CLOSING_REASONS: dict[str, str] = {
    "dissolved": N_("Đã giải thể"),
    "stopped": N_("Thôi sản xuất"),
    "moved": N_("Đã chuyển đi nơi khác"),
    "other": N_("Lý do khác"),
}
# How an officer made sure who somebody is; the paper itself is never kept (Luật 122/2025/QH15, Điều 17).
VERIFICATION_WAYS: dict[str, str] = {
    "registration": N_("Đã xem giấy đăng ký"),
    "visit": N_("Đã tới tận nơi"),
    "known": N_("Biết rõ từ trước"),
    "phone": N_("Đã gọi điện"),
}
_ALL = CHANGE_REASONS | REFUSAL_REASONS | SUSPENSION_REASONS | CLOSING_REASONS | VERIFICATION_WAYS


def reason_label(code: str) -> str:
    """The words of a reason's code; a code that is none of ours stays."""
    return say(_ALL[code]) if code in _ALL else code


@dataclass(frozen=True)
class NewApplication:
    """What somebody says of the organisation that isn't there yet. ``tax_code`` as typed, None where none was given."""

    name: str
    kind: str
    is_producer: bool
    is_outlet: bool
    place: PlaceRef
    phone: str | None = None
    has_zalo: bool = False
    email: str | None = None
    representative: str | None = None
    tax_code: str | None = None
    members_official: int | None = None
    about: str | None = None


@dataclass(frozen=True)
class Queue:
    """How many applications wait in an officer's areas, how many of them for longer than was promised."""

    waiting: int
    overdue: int


@dataclass(frozen=True)
class ApplicationMade:
    """Somebody asks to be passed, for the first time or again."""

    application_id: int


@dataclass(frozen=True)
class SupplierDecided:
    """An officer decided something about a supplier."""

    decision_id: int


def is_overdue(due_at: datetime, now: datetime) -> bool:
    """Whether what was promised for ``due_at`` is late."""
    return due_at < now
