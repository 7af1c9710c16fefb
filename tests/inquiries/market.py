"""A product that two suppliers sell, and buyers who ask."""

import re
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import select
from werkzeug.test import TestResponse

from marketplace.catalogue.models import Pack
from marketplace.core.db import session, transaction
from marketplace.core.links import private_token
from marketplace.inquiries.models import Inquiry
from marketplace.inquiries.vocabulary import ANSWER, TRACK
from marketplace.leads.models import Lead, LeadEvent
from marketplace.suppliers.models import Mailbox, Supplier
from tests import factories
from tests.browse import Browser

FORM = "/san-pham/bun-kho-hong-luan/hoi-hang"
MAKER, NEIGHBOUR = "htx-hong-luan", "htx-hong-ha"
ASKED = {
    "quantity": "2 tấn",
    "phone": "0900 000 045",
    "words": "Cần sợi nhỏ, đóng bao 10 kg.",
    "by": "15/12/2026",
    "place": "Hà Nội",
    "name": "Chị Thu",
    "email": "thu@example.org",
    "suppliers": MAKER,
    "consent": "y",
}


@dataclass(frozen=True)
class Market:
    """HTX Hồng Luân makes dried noodles and has two mailboxes; HTX Hồng Hà, which sells them too, has none."""

    maker: Supplier
    neighbour: Supplier
    product_id: int


def open_market() -> Market:
    """The market, ready to be asked."""
    with transaction(write=True):
        maker = factories.make_supplier("HTX Hồng Luân", mailbox="htx@example.org", phone="+84900000012")
        session.add(Mailbox(supplier_id=maker.id, address="giam-doc@example.org", added_at=maker.created_at))
        neighbour = factories.make_supplier("HTX Hồng Hà", phone="+84900000013")
        product = factories.make_product(maker)
        pack = session.scalars(select(Pack).where(Pack.product_id == product.id)).one()
        factories.make_offer(neighbour, pack, 40_000)
    return Market(maker, neighbour, product.id)


def ask(client: Browser, **fields: Any) -> TestResponse:
    """Send the form as it was filled in; a field that is None isn't sent."""
    given = {**ASKED, **fields}
    return client.post(FORM, data={name: value for name, value in given.items() if value is not None})


def track_path(answer: TestResponse) -> str:
    """The buyer's private page, to which an accepted form leads."""
    assert answer.status_code == 303, answer.text
    return urlsplit(answer.location).path


def inquiries() -> list[Inquiry]:
    """All inquiries, oldest first."""
    with transaction(write=False):
        return list(session.scalars(select(Inquiry).order_by(Inquiry.id)))


def leads() -> list[Lead]:
    """All leads, oldest first."""
    with transaction(write=False):
        return list(session.scalars(select(Lead).order_by(Lead.id)))


def kinds(lead: Lead | None = None) -> list[str]:
    """What happened to the lead, or to all, in the order in which it was recorded."""
    query = select(LeadEvent.kind).order_by(LeadEvent.id)
    with transaction(write=False):
        return list(session.scalars(query.where(LeadEvent.lead_id == lead.id) if lead else query))


def answer_path(inquiry: Inquiry) -> str:
    """The supplier's page without signing in."""
    return f"/tra-loi/{private_token(ANSWER, inquiry.public_id)}"


def track_path_of(inquiry: Inquiry) -> str:
    """The buyer's private page."""
    return f"/theo-doi/{private_token(TRACK, inquiry.thread)}"


def error_of(answer: TestResponse, field: str) -> str:
    """What stands beside the field as its error; empty when nothing does."""
    found = re.search(rf'id="{field}-error">(.*?)</p>', answer.text, re.DOTALL)
    return re.sub(r"<.*?>", "", found[1]).strip() if found else ""


def told(mails: list[EmailMessage]) -> list[tuple[str, str]]:
    """(to, subject) of the mails."""
    return [(str(mail["To"]), plain(str(mail["Subject"]))) for mail in mails]


def plain(text: str) -> str:
    """A text with plain blanks instead of those at which no line may break."""
    return text.replace("\u00a0", " ")
