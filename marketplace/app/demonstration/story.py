"""The demonstration's year of leads: each fact is recorded at its own moment, in the order of time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from marketplace.accounts.models import Account
from marketplace.app.demonstration.files import Row, rows
from marketplace.catalogue.models import Product
from marketplace.core.actor import STRANGER, Actor
from marketplace.core.clock import ZONE, freeze, local
from marketplace.core.text import Quantity, parse_phone, parse_quantity
from marketplace.inquiries.queries import leads_of_thread
from marketplace.inquiries.services import send_inquiry
from marketplace.inquiries.vocabulary import CONSENT_VERSION, NewInquiry
from marketplace.leads.models import Lead
from marketplace.leads.queries import events_of
from marketplace.leads.services import find_party, open_lead, record_event, take_back
from marketplace.leads.vocabulary import Contact, NewEvent, NewLead
from marketplace.suppliers.models import Supplier

Act = Callable[[], None]


@dataclass
class Telling:
    """Tells the story until ``told_until``; what would lie after it isn't told."""

    suppliers: dict[str, Supplier]
    products: dict[str, Product]
    accounts: dict[str, Account]
    told_until: datetime
    buyers: dict[str, Row] = field(default_factory=lambda: {row["key"]: row for row in rows("leads", "buyers")})
    leads: dict[str, Lead] = field(default_factory=dict)

    def tell(self) -> None:
        """Carry out all acts, oldest first."""
        acts = [act for row in rows("leads") for act in self._acts(row)]
        for moment, _order, act in sorted(acts, key=lambda entry: entry[:2]):
            if moment <= self.told_until:
                with freeze(moment):
                    act()

    def _acts(self, row: Row) -> list[tuple[datetime, int, Act]]:
        began = self._moment(row)
        opened: tuple[datetime, int, Act] = (began, 0, lambda: self._open(row, began))
        followed = [
            (began + timedelta(days=event["days_after"]), number, self._act(row["key"], event))
            for number, event in enumerate(row["events"], start=1)
        ]
        return [opened, *followed]

    def _moment(self, row: Row) -> datetime:
        before = self.told_until - timedelta(days=row["days_ago"])
        if "at" not in row:
            return before
        return datetime.combine(local(before).date(), time.fromisoformat(row["at"]), ZONE)

    def _open(self, row: Row, began: datetime) -> None:
        buyer = self.buyers[row["buyer"]]
        quantity = parse_quantity(row["quantity_text"])
        if row["channel"] == "form":
            self._ask(row, buyer, quantity, began)
        else:
            self._type_in(row, buyer, quantity)

    def _contact(self, buyer: Row) -> Contact:
        return Contact(
            name=buyer["name"],
            organisation=buyer["organisation"],
            phone=parse_phone(buyer["phone"]),
            email=buyer["email"],
        )

    def _actor(self, buyer: Row) -> Actor:
        """The account of a buyer who has one."""
        row = next((row for row in rows("accounts") if row.get("buyer") == buyer["key"]), None)
        return Actor(self.accounts[row["email"]].id, row["name"]) if row else STRANGER

    def _ask(self, row: Row, buyer: Row, quantity: Quantity, began: datetime) -> None:
        product = self.products[row["product"]]
        supplier = self.suppliers[row["supplier"]]
        assert product.version_id is not None
        days = row.get("wanted_by_days")
        wanted_by: date | None = local(began).date() + timedelta(days=days) if days else None
        thread = send_inquiry(
            self._actor(buyer),
            NewInquiry(
                product_id=product.id,
                product_version_id=product.version_id,
                supplier_ids=(supplier.id,),
                quantity=quantity,
                contact=self._contact(buyer),
                words=row["words"],
                wanted_by=wanted_by,
                place=row.get("delivery"),
                consent_version=CONSENT_VERSION,
                buyer_kind=buyer["kind"],
                buyer_province_id=buyer["province"],
            ),
        )
        self.leads[row["key"]] = leads_of_thread(thread)[0]

    def _type_in(self, row: Row, buyer: Row, quantity: Quantity) -> None:
        party = find_party(self._actor(buyer), self._contact(buyer))
        self.leads[row["key"]] = open_lead(
            STRANGER,
            NewLead(
                channel=row["channel"],
                supplier_id=self.suppliers[row["supplier"]].id,
                party_id=party.id,
                product_id=self.products[row["product"]].id,
                quantity=quantity,
                words=row["words"],
                said_by="officer" if row["channel"] == "officer" else "supplier",
                buyer_kind=buyer["kind"],
                buyer_province_id=buyer["province"],
            ),
        )

    def _act(self, key: str, event: Row) -> Act:
        return lambda: self._happen(self.leads[key], event)

    def _happen(self, lead: Lead, event: Row) -> None:
        if event["kind"] == "corrected":
            events = events_of([lead.id])[lead.id]
            wrong = next(row for row in reversed(events) if row.kind == event["corrects"])
            take_back(STRANGER, lead, wrong)
            return
        text = event.get("quantity_text")
        record_event(
            STRANGER,
            lead,
            NewEvent(
                kind=event["kind"],
                said_by=event["said_by"],
                evidence=event["evidence"],
                value=event.get("value") if event["kind"] != "quoted" else None,
                quantity=parse_quantity(text) if text else None,
                price=event.get("price_per_kg") if event["kind"] == "quoted" else None,
                price_unit="kg" if event.get("price_per_kg") else None,
                reason=event.get("reason"),
                words=event.get("words"),
            ),
        )
