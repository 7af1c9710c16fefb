"""What the cast's rights are tried on: an inquiry with its lead and links, and a certificate that was claimed."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import GrantRow, PendingLogin, SessionRow
from marketplace.accounts.queries import confirming_token
from marketplace.accounts.services import password_token
from marketplace.catalogue.models import Certificate
from marketplace.catalogue.queries.reports import reported_supplier
from marketplace.catalogue.services.reports import report_listing
from marketplace.catalogue.vocabulary.reports import NewReport
from marketplace.core.actor import STRANGER
from marketplace.core.clock import now
from marketplace.core.db import database, session, transaction
from marketplace.core.links import private_token
from marketplace.core.settings import settings
from marketplace.inquiries.models import Inquiry
from marketplace.inquiries.vocabulary import ANSWER
from marketplace.leads.models import Lead
from marketplace.suppliers.models import Mailbox, Supplier
from tests import factories
from tests.browse import Browser, browser
from tests.cast import LAO_CAI, QUANG_BACH, TAN_LAP, Cast
from tests.house.scene_applications import LeftApplication, leave_application
from tests.house.scene_claims import Claims, leave_claims
from tests.house.scene_doubles import Doubles, leave_doubles
from tests.house.scene_drafts import leave_draft, leave_offer
from tests.house.scene_lists import leave_lists
from tests.leads.asking import ask, happened
from tests.media.pictures import make_photo

NOODLES, HONG_LUAN, HOUSEHOLD = "bun-kho-hong-luan", "htx-hong-luan", "hkd-ba-nong"
BUYER, BUYER_MAIL, BUYER_DIGITS = "Chị Thu Kín Tiếng", "thu.kin-tieng@example.org", "900000045"
MAILBOX, MEMBER_MAIL, TAX_CODE = "hop-thu-rieng@example.org", "member@example.org", "001177000012"
QUESTION = {
    "quantity": "2 tấn",
    "phone": "0900 000 045",
    "name": BUYER,
    "email": BUYER_MAIL,
    "words": "Cần sợi nhỏ.",
    "suppliers": HONG_LUAN,
    "consent": "y",
}


@dataclass(frozen=True)
class Scene:
    """HTX Hồng Luân of Quảng Bạch was asked by a buyer and called back; things by the names that addresses use.

    ``certificate`` waits for an officer, ``verified`` was verified by the administrator just now; ``unclassed`` has
    no class, ``pending`` waits to be published. ``far_lead`` is one of a cooperative in Lào Cai, ``kept`` a copy of
    the data; ``photo`` is a picture of HTX Hồng Luân, ``certificate`` has a scan; ``call`` a
    lead about which an officer rings, for nobody has claimed its supplier; ``draft`` a product that HTX Hồng Luân is
    writing, with ``draft_photo`` and a scan, ``offer`` what it sells of HTX Hồng Hà.
    """

    app: Flask
    cast: Cast
    lead: str
    far_lead: str
    call: str
    certificate: str
    verified: str
    unclassed: str
    pending: str
    answer: str
    track: str
    invitation: str
    confirming: str
    session: str
    grant: int
    photo: str
    draft: str
    draft_photo: str
    offer: str
    claims: Claims
    doubles: Doubles
    lists: dict[str, str]
    applied: LeftApplication
    report: str
    kept: Path

    def browser(self, person: str) -> Browser:
        """The browser of one of the cast."""
        return browser(self.app, self.cast.session_text(person))

    def restore(self) -> None:
        """Put the data back as they were, for a request may have changed them."""
        database.engine.dispose()
        shutil.rmtree(settings().data_folder)
        shutil.copytree(self.kept, settings().data_folder)


def build_scene(app: Flask, cast: Cast, kept: Path) -> Scene:
    """Everything of ``Scene``; the data are copied to ``kept``."""
    certificate, invitation = _claim_certificate(cast), _invite()
    verified, unclassed, pending = _leave_work(cast)
    photo, lists = _hang_photo(cast, certificate), leave_lists(cast)
    confirming = _sign_up()
    draft, draft_photo = leave_draft(cast)
    claims = leave_claims(cast)
    applied, report = leave_application(cast), _report()
    offer = leave_offer(cast)
    doubles = leave_doubles(cast, HOUSEHOLD)
    with transaction(write=True):
        far = factories.make_supplier("HTX Mường Khương", province_id=LAO_CAI)
    far_lead = ask(far).public_id
    call = _ask_the_unclaimed(app)
    asked = browser(app).fill(f"/san-pham/{NOODLES}/hoi-hang", "/hoi-hang", **QUESTION)
    assert asked.status_code == 303, asked.text
    with transaction(write=False):
        both = select(Inquiry, Lead).join(Lead, Lead.id == Inquiry.lead_id).where(Lead.public_id != call)
        inquiry, lead = session.execute(both).one()
        session.expunge_all()  # a rolled back session would empty them
    happened(cast.actor("member"), lead, "contacted")
    database.engine.dispose()
    shutil.copytree(settings().data_folder, kept)
    return Scene(
        app=app,
        cast=cast,
        lead=lead.public_id,
        far_lead=far_lead,
        call=call,
        certificate=certificate,
        verified=verified,
        unclassed=unclassed,
        pending=pending,
        answer=private_token(ANSWER, inquiry.public_id),
        track=asked.location.split("/theo-doi/")[1].split("?")[0],
        invitation=invitation,
        confirming=confirming,
        session=_session_of_the_trader(cast),
        grant=_grant_of_the_other_officer(cast),
        photo=photo,
        draft=draft,
        draft_photo=draft_photo,
        offer=offer,
        claims=claims,
        doubles=doubles,
        lists=lists,
        applied=applied,
        report=report,
        kept=kept,
    )


def _ask_the_unclaimed(app: Flask) -> str:
    """The same buyer asks one whom nobody speaks for, and who gets no mail."""
    with transaction(write=True):
        maker = factories.make_supplier(
            "HTX Mật Hồng Luân", state="unclaimed", place_id=QUANG_BACH, legacy_place_id=TAN_LAP
        )
        honey = factories.make_product(maker, "Mật ong").slug
    asked = {**QUESTION, "suppliers": "htx-mat-hong-luan"}
    assert browser(app).fill(f"/san-pham/{honey}/hoi-hang", "/hoi-hang", **asked).status_code == 303
    with transaction(write=False):
        return session.scalars(select(Lead.public_id).join(Inquiry, Inquiry.lead_id == Lead.id)).one()


def _claim_certificate(cast: Cast) -> str:
    """HTX Hồng Luân, on Zalo and by mail, claims three stars for its noodles; a household beside it has a tax code."""
    with transaction(write=True):
        hong_luan = session.merge(cast.hong_luan)
        hong_luan.has_zalo = True
        factories.make_supplier(
            "Hộ kinh doanh Bà Nông",
            slug=HOUSEHOLD,
            kind="hkd",
            tax_code=TAX_CODE,
            place_id=QUANG_BACH,
            legacy_place_id=TAN_LAP,
        )
        noodles = factories.make_product(hong_luan)
        paper = Certificate(
            product_id=noodles.id, kind="ocop", stars=3, issued_on=date(2025, 1, 7), source="test", created_at=now()
        )
        session.add_all([paper, Mailbox(supplier_id=hong_luan.id, address=MAILBOX, added_at=now())])
        session.flush()
        return paper.public_id


def _leave_work(cast: Cast) -> tuple[str, str, str]:
    """A paper that the administrator verified just now, a product without a class, one that waits to be published."""
    with transaction(write=True):
        hong_luan = session.get_one(Supplier, cast.hong_luan.id)
        unclassed = factories.make_product(hong_luan, "Măng khô", class_code=None)
        pending = factories.make_product(hong_luan, "Miến dong")
        pending.state, pending.published_at = "pending", None
        paper = factories.make_certificate(unclassed)
        paper.verified_at, paper.verified_by_id = now(), cast.accounts["administrator"].id
        session.flush()
        return paper.public_id, unclassed.public_id, pending.public_id


def _hang_photo(cast: Cast, certificate: str) -> str:
    """A picture of HTX Hồng Luân that everybody may see, and the scan of its paper that others may not."""
    with transaction(write=True):
        photo = make_photo(cast.actor("member"), alt="Giàn phơi bún")
        session.get_one(Supplier, cast.hong_luan.id).photo_id = photo.id
        claimed = session.scalars(select(Certificate).where(Certificate.public_id == certificate)).one()
        claimed.scan_id = make_photo(cast.actor("member"), private=True).id
        return photo.public_id


def _sign_up() -> str:
    """Somebody typed an address, which waits to be confirmed."""
    with transaction(write=True):
        pending = PendingLogin(email="doi@example.org", name="Chị Đợi", password_hash="-", created_at=now())
        session.add(pending)
        session.flush()
        return confirming_token(pending)


def _session_of_the_trader(cast: Cast) -> str:
    """Where the trader is signed in."""
    with transaction(write=False):
        own = SessionRow.account_id == cast.accounts["trader"].id
        return session.scalars(select(SessionRow.public_id).where(own)).one()


def _grant_of_the_other_officer(cast: Cast) -> int:
    with transaction(write=False):
        account = cast.accounts["other_officer"]
        return session.scalars(select(GrantRow.id).where(GrantRow.account_id == account.id)).one()


def _invite() -> str:
    with transaction(write=True):
        return password_token(factories.make_account("invited"))


def _report() -> str:
    """Somebody says that HTX Hồng Luân has closed."""
    with transaction(write=True):
        about = reported_supplier(STRANGER, HONG_LUAN)
        assert about
        return report_listing(STRANGER, about, NewReport("closed")).public_id
