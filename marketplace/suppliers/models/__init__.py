"""Tables of suppliers."""

from marketplace.suppliers.models.coming_in import Claim, ClaimCode, MemberInvitation, SupplierApplication
from marketplace.suppliers.models.doubles import DistinctPair, SupplierMerge
from marketplace.suppliers.models.organisations import Mailbox, MembershipRow, Supplier, SupplierSlug
from marketplace.suppliers.models.reviews import ReviewMessage, SupplierDecision

__all__ = [
    "Claim",
    "ClaimCode",
    "DistinctPair",
    "Mailbox",
    "MemberInvitation",
    "MembershipRow",
    "ReviewMessage",
    "Supplier",
    "SupplierApplication",
    "SupplierDecision",
    "SupplierMerge",
    "SupplierSlug",
]
