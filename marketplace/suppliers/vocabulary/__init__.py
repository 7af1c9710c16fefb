"""Words of suppliers."""

from marketplace.suppliers.vocabulary.members import (
    INVITATION_LASTS,
    MEMBER_INVITATION,
    MOST_INVITATIONS_A_DAY,
    MOST_MAILBOXES,
    ROLE_LABELS,
    ROLE_MEANINGS,
    Addressee,
    MemberAdded,
    MemberInvited,
    MembershipEnded,
    addressee_of,
)
from marketplace.suppliers.vocabulary.organisations import (
    NewSupplier,
    SupplierChanged,
    SupplierKind,
    SupplierLabel,
    kind_from_name,
    kind_label,
    match_key_of,
    strip_legal_form,
)

__all__ = [
    "INVITATION_LASTS",
    "MEMBER_INVITATION",
    "MOST_INVITATIONS_A_DAY",
    "MOST_MAILBOXES",
    "ROLE_LABELS",
    "ROLE_MEANINGS",
    "Addressee",
    "MemberAdded",
    "MemberInvited",
    "MembershipEnded",
    "NewSupplier",
    "SupplierChanged",
    "SupplierKind",
    "SupplierLabel",
    "addressee_of",
    "kind_from_name",
    "kind_label",
    "match_key_of",
    "strip_legal_form",
]
