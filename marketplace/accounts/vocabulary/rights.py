"""Rights as an administrator gives them."""

from dataclasses import dataclass
from typing import Literal

from marketplace.core.actor import GrantLevel, GrantRole
from marketplace.core.texts import N_

Scope = Literal["commune", "district", "province"]
ROLE_LABELS = {
    "reviewer": N_("Cán bộ xét duyệt"),
    "viewer": N_("Cán bộ chỉ xem"),
    "administrator": N_("Quản trị trang"),
}
SCOPE_LABELS = {
    "commune": N_("Xã ấy"),
    "district": N_("Cả vùng huyện cũ của xã ấy"),
    "province": N_("Cả tỉnh"),
}


@dataclass(frozen=True)
class Right:
    """A right to be given; ``place_id`` is the area of an officer."""

    role: GrantRole
    level: GrantLevel = "reviewer"
    place_id: str | None = None
