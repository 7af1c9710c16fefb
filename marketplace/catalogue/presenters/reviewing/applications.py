"""What an officer sees of organisations that ask to come in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from marketplace.catalogue.models import Certificate
from marketplace.catalogue.presenters.pictures import Picture, art_of
from marketplace.catalogue.queries import Listing
from marketplace.catalogue.queries.coming_in import HandedIn
from marketplace.catalogue.vocabulary import CERTIFICATE_KIND_LABELS, ocop_class
from marketplace.core.clock import local
from marketplace.core.text import format_date, format_moment, format_money, format_phone
from marketplace.core.texts import say
from marketplace.core.views import Fact, Pill, TimelineItem
from marketplace.media.presenters import shown
from marketplace.places.presenters import place_line
from marketplace.suppliers.models import ReviewMessage, Supplier
from marketplace.suppliers.presenters import conversation
from marketplace.suppliers.presenters.doubles import DoubleLine
from marketplace.suppliers.queries import Application
from marketplace.suppliers.vocabulary import kind_label
from marketplace.suppliers.vocabulary.reviews import is_overdue, reason_label
from marketplace.suppliers.vocabulary.tax_codes import is_tax_code_doubtful

Url = Callable[..., str]


@dataclass(frozen=True)
class ApplicationRow:
    """One that waits, with a tick where the officer may decide."""

    name: str
    href: str
    line: str
    applied: str
    due: Pill
    value: str | None


@dataclass(frozen=True)
class ApplicationsPage:
    """The queue; ``bulk_action`` is None where the officer may decide nothing in it."""

    area_name: str
    rows: tuple[ApplicationRow, ...]
    overdue: int
    hours: int
    bulk_action: str | None


@dataclass(frozen=True)
class ListingCard:
    """A product that was handed in."""

    value: str
    name: str
    facts: tuple[Fact, ...]
    picture: Picture


@dataclass(frozen=True)
class PaperCard:
    """A certificate that nobody has verified."""

    value: str
    title: str
    facts: tuple[Fact, ...]
    scan_href: str | None


@dataclass(frozen=True)
class ApplicationPage:
    """An application with all that was handed in beside it. Actions are None where nothing can be decided."""

    name: str
    sub: str
    due: Pill | None
    facts: tuple[Fact, ...]
    about: str | None
    doubles: list[DoubleLine]
    listings: tuple[ListingCard, ...]
    papers: tuple[PaperCard, ...]
    messages: list[TimelineItem]
    pass_action: str | None
    one_action: str | None
    ask_action: str | None
    refuse_action: str | None


def due_pill(due_at: datetime, now: datetime) -> Pill:
    """By when it was promised; red when that is over."""
    if is_overdue(due_at, now):
        return Pill(say("Quá hạn từ %(when)s", when=format_moment(due_at)), "due")
    return Pill(say("Hẹn trước %(when)s", when=format_moment(due_at)), "yours")


def application_row(one: Application, now: datetime, url: Url) -> ApplicationRow:
    """One of the queue."""
    supplier = one.supplier
    return ApplicationRow(
        name=supplier.name,
        href=url("catalogue.coming_in", public_id=one.row.public_id),
        line=f"{kind_label(supplier.kind)} · {place_line(supplier.place_id, supplier.legacy_place_id).present}",
        applied=format_date(local(one.row.applied_at).date()),
        due=due_pill(one.row.due_at, now),
        value=one.row.public_id if one.may_decide else None,
    )


def application_page(
    one: Application,
    handed_in: HandedIn,
    listings: Mapping[int, Listing],
    doubles: list[DoubleLine],
    messages: list[ReviewMessage],
    now: datetime,
    url: Url,
) -> ApplicationPage:
    """Everything on one page."""
    supplier, row = one.supplier, one.row
    place = place_line(supplier.place_id, supplier.legacy_place_id)
    may_decide = one.may_decide and row.state in ("open", "changes_asked")
    return ApplicationPage(
        name=supplier.name,
        sub=f"{kind_label(supplier.kind)} · {place.present}",
        due=due_pill(row.due_at, now) if row.state == "open" else None,
        facts=_facts(one, place.former),
        about=supplier.about,
        doubles=doubles,
        listings=tuple(_card(listings[p.id], p.public_id) for p in handed_in.products if p.id in listings),
        papers=tuple(_paper(paper, listings.get(paper.product_id or 0), url) for paper in handed_in.papers),
        messages=conversation(messages, "officer", reason_label),
        pass_action=url("catalogue.pass_coming_in", public_id=row.public_id) if may_decide else None,
        one_action=url("catalogue.pass_one", public_id=row.public_id) if may_decide else None,
        ask_action=url("catalogue.ask_coming_in", public_id=row.public_id) if may_decide else None,
        refuse_action=url("catalogue.refuse_coming_in", public_id=row.public_id) if may_decide else None,
    )


def _facts(one: Application, former: str | None) -> tuple[Fact, ...]:
    supplier, applicant = one.supplier, one.applicant
    known = (
        Fact(say("Người gửi"), applicant.name),
        Fact(say("Có tài khoản từ"), format_date(local(applicant.created_at).date())),
        Fact(say("Điện thoại"), format_phone(supplier.phone) if supplier.phone else ""),
        Fact(say("Người đại diện"), supplier.representative or ""),
        Fact(say("Mã số thuế"), _tax_code(supplier)),
        Fact(say("Địa bàn cũ"), former or ""),
        Fact(say("Thành viên"), str(supplier.members_official or "")),
        Fact(say("Gửi ngày"), format_moment(one.row.applied_at)),
    )
    return tuple(fact for fact in known if fact.text)


def _tax_code(supplier: Supplier) -> str:
    """A household's is a person's number; one that can't be right is looked at twice."""
    if supplier.tax_code and supplier.kind == "hkd":
        return say("đã khai, không hiện")
    if is_tax_code_doubtful(supplier.tax_code):
        return say("%(code)s, số cuối không khớp: hãy xem lại giấy", code=supplier.tax_code)
    return supplier.tax_code or ""


def _card(listing: Listing, public_id: str) -> ListingCard:
    found = ocop_class(listing.class_code) if listing.class_code else None
    facts = (
        Fact(say("Nhóm"), found.shelf if found else say("chưa phân nhóm")),
        Fact(say("Giá"), _prices(listing)),
        Fact(say("Giới thiệu"), listing.description or ""),
    )
    return ListingCard(public_id, listing.name, tuple(f for f in facts if f.text), _picture(listing))


def _picture(listing: Listing) -> Picture:
    photo = shown(listing.picture.photo, alt=listing.picture.words) if listing.picture else None
    return Picture(art_of(listing.class_code, listing.name), photo)


def _prices(listing: Listing) -> str:
    said = (f"{p.pack} {format_money(p.amount) if p.amount else say('liên hệ')}" for p in listing.prices)
    return " · ".join(said)


def _paper(paper: Certificate, listing: Listing | None, url: Url) -> PaperCard:
    facts: Sequence[Fact] = (
        Fact(say("Sản phẩm"), listing.name if listing else ""),
        Fact(say("Số quyết định"), paper.decision_no or ""),
        Fact(say("Ngày cấp"), format_date(paper.issued_on) if paper.issued_on else ""),
        Fact(say("Hết hạn"), format_date(paper.expires_on) if paper.expires_on else ""),
        Fact(say("Cơ quan cấp"), paper.issuer or ""),
    )
    return PaperCard(
        value=paper.public_id,
        title=say("OCOP %(stars)s sao", stars=paper.stars)
        if paper.kind == "ocop"
        else say(CERTIFICATE_KIND_LABELS[paper.kind]),
        facts=tuple(fact for fact in facts if fact.text),
        scan_href=url("catalogue.officer_scan", public_id=paper.public_id) if paper.scan_id else None,
    )
