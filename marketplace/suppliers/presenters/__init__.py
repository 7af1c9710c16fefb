"""What the pages about suppliers print."""

from marketplace.suppliers.presenters.claims import (
    ClaimDoor,
    ClaimPage,
    ClaimRow,
    CodePage,
    Message,
    OfficerClaim,
    claim_rows,
    message_lines,
    officer_claim,
    state_pill,
)
from marketplace.suppliers.presenters.members import (
    InvitationLine,
    InvitationPage,
    MemberLine,
    SupplierMembers,
    invitation_lines,
    member_lines,
    reached_at,
)
from marketplace.suppliers.presenters.messages import conversation
from marketplace.suppliers.presenters.officer_pages import (
    Member,
    OfficerPlace,
    OfficerSupplierPage,
    OfficerSupplierRow,
    OfficerSuppliers,
    commune_chips,
    members_of_page,
    place_of_page,
    supplier_rows,
)
from marketplace.suppliers.presenters.own_data import own_data_of

__all__ = [
    "ClaimDoor",
    "ClaimPage",
    "ClaimRow",
    "CodePage",
    "InvitationLine",
    "InvitationPage",
    "Member",
    "MemberLine",
    "Message",
    "OfficerClaim",
    "OfficerPlace",
    "OfficerSupplierPage",
    "OfficerSupplierRow",
    "OfficerSuppliers",
    "SupplierMembers",
    "claim_rows",
    "commune_chips",
    "conversation",
    "invitation_lines",
    "member_lines",
    "members_of_page",
    "message_lines",
    "officer_claim",
    "own_data_of",
    "place_of_page",
    "reached_at",
    "state_pill",
    "supplier_rows",
]
