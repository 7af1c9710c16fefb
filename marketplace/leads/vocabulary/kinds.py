"""The codes in which facts about leads are kept, and their Vietnamese labels."""

from enum import StrEnum

from marketplace.core.texts import N_, say


class EventKind(StrEnum):
    """What may happen to a lead (DESIGN section 3, Biểu 1 of the connection register)."""

    CREATED = "created"
    ASKED_AGAIN = "asked_again"
    SEEN = "seen"
    CONTACTED = "contacted"
    SAMPLED = "sampled"
    QUOTED = "quoted"
    MEMORANDUM = "memorandum"
    FRAMEWORK_CONTRACT = "framework_contract"
    CONTRACT = "contract"
    DELIVERED = "delivered"
    LOST = "lost"
    REOPENED = "reopened"
    MARKED_SPAM = "marked_spam"
    CORRECTED = "corrected"


class Channel(StrEnum):
    """How a lead came in."""

    FORM = "form"
    API = "api"
    DEMAND = "demand"
    PHONE = "phone"
    ZALO = "zalo"
    VISIT = "visit"
    FAIR = "fair"
    OFFICER = "officer"

    @property
    def label(self) -> str:
        """As it stands after "hỏi": "hỏi 21/11, qua trang này"."""
        return say(_CHANNELS[self])


class LostReason(StrEnum):
    """Why nothing came of a lead: a state with its reason, never an absence."""

    PRICE = "price"
    QUANTITY = "quantity"
    DISTANCE = "distance"
    SEASON = "season"
    QUALITY = "quality"
    CERTIFICATE = "certificate"
    NO_ANSWER = "no_answer"
    BOUGHT_ELSEWHERE = "bought_elsewhere"
    OTHER = "other"

    @property
    def label(self) -> str:
        """As a choice in a form."""
        return say(LOST_REASON_LABELS[self])


class Stage(StrEnum):
    """Where a lead stands, derived from its events."""

    CREATED = "created"
    SEEN = "seen"
    CONTACTED = "contacted"
    SAMPLED = "sampled"
    QUOTED = "quoted"
    MEMORANDUM = "memorandum"
    FRAMEWORK_CONTRACT = "framework_contract"
    CONTRACT = "contract"
    DELIVERED = "delivered"
    LOST = "lost"
    SPAM = "spam"

    @property
    def label(self) -> str:
        """As a pill or a filter."""
        return say(_STAGES[self])


class SaidBy(StrEnum):
    """Who told us of an event; an officer speaks *for* the supplier."""

    SUPPLIER = "supplier"
    BUYER = "buyer"
    OFFICER = "officer"
    SYSTEM = "system"


class Evidence(StrEnum):
    """What an event rests on: told, confirmed by the other side, or a document that was seen."""

    TOLD = "told"
    CONFIRMED = "confirmed"
    DOCUMENT = "document"


class Deliverable(StrEnum):
    """Whether a quoting supplier can deliver by the day that was asked for."""

    YES = "yes"
    LATER = "later"

    @property
    def label(self) -> str:
        """As a choice in a form; whoever shows it translates it."""
        return _DELIVERABLE[self]


_CHANNELS = {
    Channel.FORM: N_("qua trang này"),
    Channel.API: N_("qua chương trình khác"),
    Channel.DEMAND: N_("từ nhu cầu mua"),
    Channel.PHONE: N_("qua điện thoại"),
    Channel.ZALO: N_("qua Zalo"),
    Channel.VISIT: N_("tới tận nơi"),
    Channel.FAIR: N_("tại hội chợ"),
    Channel.OFFICER: N_("cán bộ giới thiệu"),
}
LOST_REASON_LABELS = {
    LostReason.PRICE: N_("Giá"),
    LostReason.QUANTITY: N_("Không đủ hàng"),
    LostReason.DISTANCE: N_("Xa, cước cao"),
    LostReason.SEASON: N_("Trái mùa"),
    LostReason.QUALITY: N_("Chất lượng chưa hợp"),
    LostReason.CERTIFICATE: N_("Thiếu giấy chứng nhận"),
    LostReason.NO_ANSWER: N_("Khách không trả lời nữa"),
    LostReason.BOUGHT_ELSEWHERE: N_("Khách mua nơi khác"),
    LostReason.OTHER: N_("Lý do khác"),
}
_STAGES = {
    Stage.CREATED: N_("Mới"),
    Stage.SEEN: N_("Đã đọc"),
    Stage.CONTACTED: N_("Đã liên hệ"),
    Stage.SAMPLED: N_("Đã gửi mẫu"),
    Stage.QUOTED: N_("Đã báo giá"),
    Stage.MEMORANDUM: N_("Biên bản ghi nhớ"),
    Stage.FRAMEWORK_CONTRACT: N_("Hợp đồng nguyên tắc"),
    Stage.CONTRACT: N_("Hợp đồng"),
    Stage.DELIVERED: N_("Đã giao"),
    Stage.LOST: N_("Không thành"),
    Stage.SPAM: N_("Thư rác"),
}
_DELIVERABLE = {Deliverable.YES: N_("Được"), Deliverable.LATER: N_("Cần thêm ngày")}
