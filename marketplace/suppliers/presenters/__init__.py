"""What the pages about suppliers print."""

from marketplace.suppliers.presenters.officer_pages import (
    Invited,
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
    "Invited",
    "Member",
    "OfficerPlace",
    "OfficerSupplierPage",
    "OfficerSupplierRow",
    "OfficerSuppliers",
    "commune_chips",
    "members_of_page",
    "place_of_page",
    "supplier_rows",
]
