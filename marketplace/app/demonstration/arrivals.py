"""What waits in the demonstration: for officers and suppliers there is something to do in every queue.

Each act happens at its own moment before the loading, so that what was promised for earlier is overdue already.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from marketplace.accounts.models import Account
from marketplace.accounts.queries import grants_of
from marketplace.accounts.services import register_account
from marketplace.accounts.vocabulary import NewAccount
from marketplace.app.demonstration.files import Row, rows
from marketplace.app.demonstration.goods import Goods
from marketplace.app.demonstration.pictures import Drawings
from marketplace.app.demonstration.sheets import hand_in, hand_in_change
from marketplace.catalogue.queries.reports import reported_product, reported_supplier
from marketplace.catalogue.services import add_product, claim_certificate, put_offer, put_pack
from marketplace.catalogue.services.reports import report_listing
from marketplace.catalogue.services.reviewing import decline_certificate, return_product
from marketplace.catalogue.services.standing import suspend_supplier
from marketplace.catalogue.vocabulary import NewCertificate, NewOffer, NewPack, NewProduct, Words
from marketplace.catalogue.vocabulary.reports import NewReport
from marketplace.core.actor import STRANGER, Actor, Membership
from marketplace.core.clock import freeze, local
from marketplace.core.db import session
from marketplace.core.text import parse_phone, parse_quantity
from marketplace.inquiries.services import send_inquiry
from marketplace.inquiries.vocabulary import CONSENT_VERSION, NewInquiry
from marketplace.leads.vocabulary import Contact
from marketplace.places.queries import place
from marketplace.places.vocabulary import PlaceRef
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries.applications import open_application_of
from marketplace.suppliers.services import (
    apply,
    ask_for_changes,
    ask_for_correction,
    invite,
    make_claim,
    make_code,
    merge_suppliers,
    register_supplier,
)
from marketplace.suppliers.vocabulary import Addressee, NewClaim, NewSupplier
from marketplace.suppliers.vocabulary.reviews import NewApplication

OFFICER, MANAGER = "canbo-cho-don@example.org", "htx-hong-luan@example.org"
INVITED = Addressee(phone="+84900000077")
Act = Callable[[Row], None]


@dataclass
class Arrivals:
    """Carries out what ``arrivals.json`` says, oldest first."""

    suppliers: dict[str, Supplier]
    products: Goods
    accounts: dict[str, Account]
    drawings: Drawings
    told_until: datetime
    people: dict[str, Account] = field(default_factory=dict)

    def happen(self) -> None:
        """All of it."""
        with freeze(self.told_until - timedelta(days=90)):
            self.people = {row["key"]: self._person(row) for row in rows("arrivals", "people")}
        for days_ago, act, row in sorted(self._acts(), key=lambda entry: -entry[0]):
            with freeze(self.told_until - timedelta(days=days_ago)):
                act(row)
        officer = self._officer()
        make_code(officer, self.suppliers["dai-thang"], replaces_holders=False)
        invite(self._member(MANAGER, self.suppliers["hong-luan"]), self.suppliers["hong-luan"], INVITED, "member")

    def _acts(self) -> Iterator[tuple[float, Act, Row]]:
        told: tuple[tuple[str, Act], ...] = (
            ("applications", self._apply),
            ("claims", self._claim),
            ("reports", self._report),
            ("corrections", self._ask_correction),
            ("closed", self._close),
            ("pending", self._hand_in),
            ("edits", self._edit),
            ("declined", self._decline),
            ("questions", self._ask),
        )
        for key, act in told:
            yield from ((row["days_ago"], act, row) for row in rows("arrivals", key))
        yield from ((40, self._enter, row) for row in rows("arrivals", "lookalikes"))
        for row in rows("arrivals", "applications"):
            if asked := row.get("asked"):
                yield asked["days_ago"], self._ask_changes, row
        for row in rows("arrivals", "pending"):
            if returned := row["returned"]:
                yield returned["days_ago"], self._give_back, row

    def _person(self, row: Row) -> Account:
        """Whoever the file of accounts names can sign in; of the others nobody knows a password."""
        return self.accounts.get(row["email"]) or register_account(STRANGER, NewAccount(row["name"], row["email"]))

    def _officer(self) -> Actor:
        account = self.accounts[OFFICER]
        return Actor(account.id, account.name, grants=grants_of(account.id))

    def _member(self, email: str, supplier: Supplier) -> Actor:
        account = self.accounts[email]
        return Actor(account.id, account.name, memberships=(Membership(supplier.id, "manager"),))

    def _apply(self, row: Row) -> None:
        account = self.people[row["person"]]
        new = NewApplication(
            name=row["name"],
            kind=row["kind"],
            is_producer=True,
            is_outlet=False,
            place=PlaceRef(row["place"], row["legacy_place"]),
            phone=parse_phone(row["phone"]),
            has_zalo=True,
            email=account.email,
            representative=row["representative"],
            members_official=row["members"],
            about=row["about"] or None,
        )
        application = apply(Actor(account.id, account.name), new)
        self.suppliers[row["name"]] = session.get_one(Supplier, application.supplier_id)
        actor = Actor(account.id, account.name, memberships=(Membership(application.supplier_id, "manager", False),))
        for product in row["products"]:
            hand_in(actor, application.supplier_id, product, self.drawings)

    def _ask_changes(self, row: Row) -> None:
        asked, supplier = row["asked"], self.suppliers[row["name"]]
        application = open_application_of(self.people[row["person"]].id, supplier.match_key)
        assert application is not None
        ask_for_changes(self._officer(), application, supplier, asked["reason"], asked["words"])

    def _claim(self, row: Row) -> None:
        account = self.people[row["person"]]
        said = NewClaim(row["position"], row["reach"], row["words"])
        make_claim(Actor(account.id, account.name), account, self.suppliers[row["supplier"]], said)

    def _report(self, row: Row) -> None:
        address = self._address(row["about"], row["key"])
        about = (reported_product if row["about"] == "product" else reported_supplier)(STRANGER, address.split("/")[-1])
        assert about is not None
        other = self._address(row["about"], row["other"]) if "other" in row else ""
        report_listing(STRANGER, about, NewReport(row["kind"], row["words"], other, row["contact"]))

    def _address(self, about: str, key: str) -> str:
        return f"/san-pham/{self.products[key].slug}" if about == "product" else f"/chu-the/{self.suppliers[key].slug}"

    def _ask_correction(self, row: Row) -> None:
        supplier = self.suppliers[row["supplier"]]
        ask_for_correction(self._member(row["account"], supplier), supplier, row["words"])

    def _enter(self, row: Row) -> None:
        """Into the directory, where nobody speaks for it."""
        self.suppliers[row["name"]] = register_supplier(STRANGER, _entered(row))

    def _close(self, row: Row) -> None:
        """Merged into the one that it is, or hidden with a reason."""
        self._enter(row)
        supplier = self.suppliers[row["name"]]
        if row["into"]:
            merge_suppliers(self._officer(), supplier, self.suppliers[row["into"]])
        else:
            suspend_supplier(self._officer(), supplier, row["reason"], row["words"])

    def _hand_in(self, row: Row) -> None:
        """From a supplier that is here already."""
        supplier = self.suppliers[row["supplier"]]
        state = "published" if row.get("is_shown") else "pending"  # from a list, say: nobody has said its class yet
        new = NewProduct(Words(row["name"]), supplier.id, class_code=row["class"], state=state, source="demo")
        product = self.products[row["name"]] = add_product(STRANGER, new)
        pack = put_pack(STRANGER, product, NewPack(row["label"], None))
        asked = NewOffer(supplier_id=supplier.id, pack_id=pack.id, price_kind="le", price=row["price"])
        put_offer(STRANGER, asked)

    def _give_back(self, row: Row) -> None:
        returned = row["returned"]
        return_product(self._officer(), self.products[row["name"]], returned["reason"], returned["words"])

    def _edit(self, row: Row) -> None:
        product = self.products[row["product"]]
        maker = next(one for one in self.suppliers.values() if one.id == product.supplier_id)
        hand_in_change(self._member(row["account"], maker), product, row["fields"])

    def _decline(self, row: Row) -> None:
        claimed = NewCertificate(
            kind="ocop",
            product_id=self.products[row["product"]].id,
            stars=row["stars"],
            decision_no=row["decision"],
            issued_on=local(self.told_until).date() - timedelta(days=200),
            source="demo",
        )
        decline_certificate(self._officer(), claim_certificate(STRANGER, claimed), row["reason"], row["words"])

    def _ask(self, row: Row) -> None:
        """A question to whom nobody reads mails."""
        product = self.products[row["product"]]
        asked = NewInquiry(
            product_id=product.id,
            product_version_id=product.version_id or 0,
            supplier_ids=(self.suppliers[row["supplier"]].id,),
            quantity=parse_quantity(row["quantity"]),
            contact=Contact(name=row["name"], phone=parse_phone(row["phone"])),
            words=row["words"],
            wanted_by=None,
            place=row["place"],
            consent_version=CONSENT_VERSION,
        )
        send_inquiry(STRANGER, asked)


def _entered(row: Row) -> NewSupplier:
    return NewSupplier(
        name=row["name"],
        kind=row["kind"],
        place_id=row["place"],
        legacy_place_id=row["legacy_place"],
        province_id=place(row["place"]).province_id,
        phone=parse_phone(row["phone"]) if row["phone"] else None,
        state="unclaimed",
        source="demo",
    )
