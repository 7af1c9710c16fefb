"""Suppliers and accounts of the demonstration."""

from marketplace.accounts.models import Account
from marketplace.accounts.services import grant_administration, grant_office, register_account
from marketplace.accounts.vocabulary import NewAccount
from marketplace.app.demonstration.files import Row, rows
from marketplace.core.actor import STRANGER
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.text import parse_phone
from marketplace.places.queries import place
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.services import add_member, register_supplier, verify_supplier
from marketplace.suppliers.vocabulary import NewSupplier


def load_suppliers() -> dict[str, Supplier]:
    """Enter the suppliers; by their key in the file."""
    return {row["key"]: _supplier(row) for row in rows("suppliers")}


def _supplier(row: Row) -> Supplier:
    supplier = register_supplier(
        STRANGER,
        NewSupplier(
            name=row["name"],
            kind=row["kind"],
            is_producer=row["kind"] != "diem_ban",
            is_outlet=row["is_outlet"] or row["kind"] == "diem_ban",
            place_id=row["place"],
            legacy_place_id=row["legacy_place"],
            province_id=place(row["place"]).province_id,
            address_line=row["address_line"],
            phone=parse_phone(row["phone"]),
            has_zalo=row["has_zalo"],
            representative=row["representative"],
            women_led=row["women_led"],
            members_official=row["members_official"],
            about=row["about"],
            state="claimed" if row["claimed"] else "unclaimed",
            source="demo",
            emails=tuple(row["emails"]),
        ),
    )
    supplier.short_name = row["short_name"]
    if row["verified"]:
        verify_supplier(STRANGER, supplier)
    return supplier


def load_accounts(suppliers: dict[str, Supplier]) -> dict[str, Account]:
    """Enter the accounts with what they may; by their address."""
    return {row["email"]: _account(row, suppliers) for row in rows("accounts")}


def _account(row: Row, suppliers: dict[str, Supplier]) -> Account:
    account = register_account(STRANGER, NewAccount(name=row["name"], email=row["email"], password=row["password"]))
    account.confirmed_at = now()
    for grant in row["grants"]:
        if grant["role"] == "administrator":
            grant_administration(STRANGER, account)
        else:
            grant_office(STRANGER, account, grant["place"], grant["level"])
    for membership in row["memberships"]:
        add_member(STRANGER, suppliers[membership["supplier"]], account, membership["role"])
    if secret := row.get("totp_secret"):
        account.totp_secret, account.totp_confirmed_at = secret, now()
    session.flush()
    return account
