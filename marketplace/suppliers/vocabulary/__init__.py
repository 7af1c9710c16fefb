"""Words of suppliers."""

from marketplace.suppliers.vocabulary.organisations import (
    MemberAdded,
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
    "MemberAdded",
    "NewSupplier",
    "SupplierChanged",
    "SupplierKind",
    "SupplierLabel",
    "kind_from_name",
    "kind_label",
    "match_key_of",
    "strip_legal_form",
]
