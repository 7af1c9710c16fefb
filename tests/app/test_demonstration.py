"""The demonstration: it loads once and quickly, works for everybody it names, and says what it is on every page."""

import re
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from marketplace.accounts.models import Account
from marketplace.accounts.queries import grants_of
from marketplace.app.demonstration import load_demonstration, show_demonstration
from marketplace.app.demonstration.files import rows
from marketplace.app.waiting import counts_of
from marketplace.catalogue.models import Certificate, Product
from marketplace.core.actor import Actor
from marketplace.core.clock import now, today
from marketplace.core.db import session, transaction
from marketplace.core.outbox import OutboxRow
from marketplace.core.settings import settings
from marketplace.inquiries.models import Inquiry
from marketplace.leads.models import Lead, LeadEvent
from marketplace.suppliers.models import Supplier, SupplierApplication
from tests.app.conftest import Demonstration
from tests.browse import browser
from tests.inquiries.market import answer_path, track_path_of

SAYS = "Bản trình diễn"


def counts() -> Counter[str]:
    with transaction(write=False):
        return Counter(
            {
                table.__tablename__: session.scalar(select(func.count()).select_from(table)) or 0
                for table in (Supplier, Product, Account, Lead, LeadEvent, Inquiry)
            }
        )


def test_it_is_large_enough(demonstration: Demonstration) -> None:
    found = counts()
    assert found["supplier"] >= 12
    assert found["product"] >= 40
    assert found["lead"] >= 20


def test_a_second_start_changes_nothing(demonstration: Demonstration) -> None:
    before = counts()
    assert load_demonstration() is False
    show_demonstration(demonstration.site)
    assert counts() == before


def test_it_prints_where_it_is_and_who_may_try_it(demonstration: Demonstration) -> None:
    assert settings().site_url in demonstration.printed
    assert "This is a demonstration" in demonstration.printed
    for row in rows("accounts"):
        assert re.search(rf"{row['email']} +{row['password']} +{re.escape(row['shown_as'])}", demonstration.printed)


@pytest.mark.parametrize("row", rows("accounts"), ids=lambda row: str(row["email"]))
def test_everybody_it_names_can_sign_in_and_sees_what_it_is(demonstration: Demonstration, row: dict[str, str]) -> None:
    client = browser(demonstration.site)
    fields = {"login": row["email"], "password": row["password"]}
    answer = client.post("/dang-nhap", data=fields)
    if "totp_secret" in row:
        assert answer.location == "/dang-nhap/ma"
        hint = re.search(r"data-shown-code[^>]*>(\d{6})<", client.get("/dang-nhap/ma").text)
        assert hint, "its page says the present code"
        answer = client.post("/dang-nhap/ma", data={"code": hint[1]})
    assert answer.location == "/vao-viec"
    bench = client.get(client.get("/vao-viec").location)
    assert bench.status_code == 200
    assert SAYS in bench.text


def test_every_public_page_says_what_it_is(demonstration: Demonstration) -> None:
    client = browser(demonstration.site)
    with transaction(write=False):
        asked = session.scalars(select(Inquiry).order_by(Inquiry.id.desc())).first()
        slug = session.scalars(select(Product.slug).order_by(Product.id)).first()
        maker = session.scalars(select(Supplier.slug).order_by(Supplier.id)).first()
    assert asked
    pages = (
        "/",
        "/san-pham",
        "/san-pham?q=bun+kho",
        "/chu-the",
        "/dang-nhap",
        "/cach-sap-xep",
        "/quy-che",
        "/khong-co",
    )
    own = (f"/san-pham/{slug}", f"/san-pham/{slug}/hoi-hang", f"/chu-the/{maker}")
    for path in (*pages, *own, answer_path(asked), track_path_of(asked)):
        assert SAYS in client.get(path).text, path


def test_what_it_lists_can_be_found(demonstration: Demonstration) -> None:
    found = browser(demonstration.site).get("/api/v1/products?q=bun+kho").json
    assert found and found["total"] > 0
    with transaction(write=False):
        published = session.scalar(select(func.count()).where(Product.state == "published"))
    everything = browser(demonstration.site).get("/api/v1/products").json
    assert everything and everything["total"] == published


def test_what_it_tells_has_happened_and_is_not_mailed(demonstration: Demonstration) -> None:
    with transaction(write=False):
        latest = session.scalar(select(func.max(LeadEvent.recorded_at)))
        waiting = session.scalars(select(OutboxRow.id).where(OutboxRow.done_at.is_(None))).all()
    assert latest and latest <= now()
    assert waiting == []
    (mail,) = settings().mail_folder.glob("*.eml")
    assert b"/thu-sang/" in mail.read_bytes(), "this morning's, and nothing of the story"


@pytest.mark.parametrize("email", ["canbo-cho-don@example.org", "quan-tri@example.org"])
def test_something_waits_in_every_queue(demonstration: Demonstration, email: str) -> None:
    with transaction(write=False):
        account = session.scalars(select(Account).where(Account.email == email)).one()
        waiting = counts_of(Actor(account.id, account.name, grants=grants_of(account.id)))
    assert [queue for queue, count in waiting.items() if not count] == []


def test_officers_see_what_else_they_decide_about(demonstration: Demonstration) -> None:
    with transaction(write=False):
        states = set(session.scalars(select(Supplier.state))) | set(session.scalars(select(Product.state)))
        declined = session.scalars(select(Certificate).where(Certificate.declined_at.is_not(None))).all()
        ended = session.scalars(select(Certificate).where(Certificate.issued_on < today() - timedelta(days=1100))).all()
        merged = session.scalars(select(Supplier.merged_into_id).where(Supplier.merged_into_id.is_not(None))).all()
        edited = session.scalars(select(Product).where(Product.pending_version_id.is_not(None))).all()
        overdue = session.scalars(select(SupplierApplication).where(SupplierApplication.due_at < now())).all()
    assert {"applied", "suspended", "returned", "pending"} <= states
    assert declined and ended and merged and edited and overdue


def test_its_phones_ring_nowhere(demonstration: Demonstration) -> None:
    with transaction(write=False):
        numbers = [number for number in session.scalars(select(Supplier.phone)) if number]
    assert numbers
    assert all(number.startswith("+84900000") for number in numbers)
