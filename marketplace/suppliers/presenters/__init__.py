"""What the pages about suppliers print."""

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

__all__ = [
    "InvitationLine",
    "InvitationPage",
    "Member",
    "MemberLine",
    "OfficerPlace",
    "OfficerSupplierPage",
    "OfficerSupplierRow",
    "OfficerSuppliers",
    "SupplierMembers",
    "commune_chips",
    "conversation",
    "invitation_lines",
    "member_lines",
    "members_of_page",
    "place_of_page",
    "reached_at",
    "supplier_rows",
]
