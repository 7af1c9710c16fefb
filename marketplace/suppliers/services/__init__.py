"""Every write of suppliers, one noun per file."""

from marketplace.suppliers.services.organisations import (
    add_member,
    doubt_phone,
    end_membership,
    put_contact,
    put_place,
    register_supplier,
    register_suppliers,
    update_supplier,
    verify_supplier,
)

__all__ = [
    "add_member",
    "doubt_phone",
    "end_membership",
    "put_contact",
    "put_place",
    "register_supplier",
    "register_suppliers",
    "update_supplier",
    "verify_supplier",
]
