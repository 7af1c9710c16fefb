"""What the public pages about suppliers print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marketplace.catalogue.presenters.cards import Card
from marketplace.core.text import without_shared_ending
from marketplace.core.texts import in_english, in_language, say
from marketplace.core.views import Link, Meta, Pager
from marketplace.media.presenters import ShownPhoto, largest_address, shown
from marketplace.media.vocabulary import PictureFacts
from marketplace.places.presenters import written_beside
from marketplace.places.vocabulary import PlaceLine, PlaceName
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.vocabulary import kind_label, usual_answer_words


@dataclass(frozen=True)
class SupplierFact:
    """A fact with a second line."""

    term: str
    text: str
    note: str | None = None


@dataclass(frozen=True)
class SupplierPage:
    """A supplier: who it is, what it makes, what it sells of others.

    ``verified`` is an officer's word about it, ``claimed`` only says that somebody speaks for it.
    """

    name: str
    breadcrumbs: tuple[Link, ...]
    here: str | None
    summary: str | None
    verified: bool
    claimed: bool
    claim_href: str
    report_href: str
    facts: tuple[SupplierFact, ...]
    photo: ShownPhoto | None
    call_href: str | None
    usual_answer: str | None
    zalo_href: str | None
    makes: tuple[Card, ...]
    sells: tuple[Card, ...]
    makes_title: str
    sells_title: str


@dataclass(frozen=True)
class SupplierRow:
    """A supplier in the list."""

    name: str
    href: str
    kind: str
    place: str | None
    products: int
    known_for: str | None
    verified: bool


@dataclass(frozen=True)
class SuppliersPage:
    """All suppliers, by name; ``q`` narrows."""

    q: str
    action: str
    total: int
    rows: tuple[SupplierRow, ...]
    pager: Pager | None
    clear_href: str


def supplier_page(
    supplier: Supplier,
    line: PlaceLine,
    commune: str | None,
    makes: Sequence[Card],
    sells: Sequence[Card],
    photo: PictureFacts | None = None,
) -> SupplierPage:
    """``line`` is where it stands, ``commune`` the short name for the path above the heading, ``photo`` its own."""
    return SupplierPage(
        name=supplier.name,
        breadcrumbs=(Link(say("Người làm"), in_language("/chu-the")),),
        here=_capital(commune) if commune else None,
        summary=_told(supplier),
        verified=supplier.verified_at is not None,
        claimed=supplier.state == "claimed",
        claim_href=in_language(f"/chu-the/{supplier.slug}/nhan"),
        report_href=in_language(f"/chu-the/{supplier.slug}/bao-sai"),
        facts=_facts(supplier, line),
        photo=shown(photo, caption=photo.alt or None) if photo else None,
        usual_answer=usual_answer_words(supplier.usual_answer_minutes),
        call_href=in_language(f"/goi/{supplier.slug}") if supplier.phone else None,
        zalo_href=in_language(f"/zalo/{supplier.slug}") if supplier.phone and supplier.has_zalo else None,
        makes=tuple(makes),
        sells=tuple(sells),
        makes_title=say("Làm ra"),
        sells_title=say("Bán cùng"),
    )


def _told(supplier: Supplier) -> str | None:
    return (supplier.about_en if in_english() else None) or supplier.about


def supplier_meta(supplier: Supplier, line: PlaceLine, base_url: str, photo: PictureFacts | None = None) -> Meta:
    """What the page says of itself; ``base_url`` is the site's address."""
    address = base_url + in_language(f"/chu-the/{supplier.slug}")
    place = line.present or supplier.place_text
    who = f"{supplier.name}, {place}." if place else f"{supplier.name}."
    description = f"{who} {_told(supplier) or ''}".strip()[:160]
    schema = {"@context": "https://schema.org", "@type": "Organization", "name": supplier.name, "url": address}
    image = base_url + largest_address(photo) if photo else None
    structured = {**schema, "image": image} if image else schema
    return Meta(supplier.name, description, address, image=image, kind="profile", structured=(structured,))


def supplier_row(supplier: Supplier, names: Mapping[str, PlaceName], products: Sequence[str]) -> SupplierRow:
    """``products`` are the names of what it makes or sells."""
    named = names.get(supplier.place_id or supplier.province_id or "")
    names_only = dict.fromkeys(without_shared_ending(name, supplier.name) for name in products)
    first = ", ".join(name[:1].lower() + name[1:] for name in list(names_only)[:3])
    return SupplierRow(
        name=supplier.name,
        href=in_language(f"/chu-the/{supplier.slug}"),
        kind=kind_label(supplier.kind),
        place=_capital(named.full) if named else supplier.place_text,
        products=len(products),
        known_for=_capital(first) or None,
        verified=supplier.verified_at is not None,
    )


def _facts(supplier: Supplier, line: PlaceLine) -> tuple[SupplierFact, ...]:
    members = (
        say(", %(members_official)s thành viên chính thức", members_official=supplier.members_official)
        if supplier.members_official
        else ""
    )
    former = say("Trước 1/7/2025: %(former)s", former=line.former) if line.former else None
    written = written_beside(supplier.place_text, line, supplier.place_id) if line.present else None
    place = _capital(line.present) if line.present else supplier.place_text or ""
    rows = (
        SupplierFact(say("Nơi làm") if supplier.is_producer else say("Địa bàn"), place, former),
        SupplierFact(say("Nơi ghi trong danh sách"), written or ""),
        SupplierFact(say("Địa chỉ"), supplier.address_line or ""),
        SupplierFact(say("Loại hình"), f"{kind_label(supplier.kind)}{members}"),
    )
    return tuple(row for row in rows if row.text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
