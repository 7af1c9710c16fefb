"""Words of the people who speak for a supplier: roles, invitations, and what happens when one comes or goes."""

from dataclasses import dataclass
from datetime import timedelta

from marketplace.core.emails import parse_email
from marketplace.core.text import parse_phone
from marketplace.core.texts import N_

# The purpose with which the links of invitations are signed.
MEMBER_INVITATION = "member-invitation"
INVITATION_LASTS = timedelta(days=14)
MOST_INVITATIONS_A_DAY = 20
MOST_MAILBOXES = 5

ROLE_LABELS = {"manager": N_("Quản lý"), "member": N_("Thành viên")}
ROLE_MEANINGS = {
    "manager": N_("Quản lý: thêm cả quyền mời người, sửa liên hệ, bàn giao"),
    "member": N_("Thành viên: trả lời người mua, đăng sản phẩm"),
}


@dataclass(frozen=True)
class Addressee:
    """To whom an invitation goes: an e-mail address (lower case) or a phone number (E.164)."""

    email: str | None = None
    phone: str | None = None

    @property
    def text(self) -> str:
        """The address or number as it is kept."""
        return self.email or self.phone or ""


@dataclass(frozen=True)
class MemberInvited:
    """Somebody was invited to speak for a supplier."""

    invitation_id: int


@dataclass(frozen=True)
class MemberAdded:
    """An account speaks for a supplier from now on."""

    account_id: int
    supplier_id: int


@dataclass(frozen=True)
class MembershipEnded:
    """An account speaks for a supplier no more; ``by_itself`` when it left, or handed over, of its own accord."""

    account_id: int
    supplier_id: int
    by_itself: bool


def addressee_of(text: str) -> Addressee:
    """What was typed, as an address or a number; raises TextRefused when it is neither."""
    return Addressee(email=parse_email(text)) if "@" in text else Addressee(phone=parse_phone(text))
