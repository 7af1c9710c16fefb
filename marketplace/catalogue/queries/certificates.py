"""Certificates that wait for an officer's word, and those that got it today, within the officer's own area."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from marketplace.catalogue.models import Certificate, Product, ProductVersion
from marketplace.catalogue.queries.terms import is_claimed
from marketplace.catalogue.vocabulary.decisions import Decision, group_of
from marketplace.core.actor import Actor
from marketplace.core.clock import day_bounds, today
from marketplace.core.db import session
from marketplace.suppliers.models import ReviewMessage, Supplier
from marketplace.suppliers.queries import of_actor, reviewed_by, root_ids, root_supplier_id

MOST_OF_TODAY = 100


@dataclass(frozen=True)
class ClaimedCertificate:
    """A claimed paper with what it is about, and whether the one who asks may verify it."""

    certificate: Certificate
    product_name: str
    product_slug: str
    product_state: str
    supplier_name: str
    supplier_slug: str
    place_id: str | None
    may_verify: bool


def scopes_of(actor: Actor) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Conditions: the supplier lies in the actor's areas; in one in which the actor may also change things."""
    seen = of_actor(actor)  # areas are worked out by several statements: once where both are the same
    return seen, seen if actor.area_ids == actor.reviewed_area_ids else reviewed_by(actor)


def waiting_certificates(actor: Actor) -> list[tuple[Decision | str, int]]:
    """(what it is settled with, key) of the unverified papers of the actor's areas, as they came."""
    facts = (Certificate.kind, Certificate.decision_no, Certificate.issued_on, Certificate.issuer)
    columns = select(Certificate.id, *facts)
    rows = session.execute(_of(columns).where(is_waiting(), of_actor(actor)).order_by(Certificate.id))
    return [(group_of(row.kind, row.decision_no, row.issued_on, row.issuer), row.id) for row in rows]


def claimed_certificates(actor: Actor, ids: Sequence[int]) -> dict[int, ClaimedCertificate]:
    """These certificates of the actor's areas, by key."""
    seen, reviewed = scopes_of(actor)
    query = _claimed(reviewed).where(Certificate.id.in_(ids), seen)
    return {row[0].id: ClaimedCertificate(*row) for row in session.execute(query)}


def settled_today_by(actor: Actor) -> list[ClaimedCertificate]:
    """What this officer verified or declined today, newest first: as long as the day lasts, he may take it back."""
    begins, ends = day_bounds(today())
    _, reviewed = scopes_of(actor)
    by = func.coalesce(Certificate.verified_by_id, Certificate.declined_by_id)
    at = func.coalesce(Certificate.verified_at, Certificate.declined_at)
    query = _claimed(reviewed).where(by == actor.account_id, at >= begins, at < ends, reviewed)
    newest = query.order_by(at.desc(), Certificate.id).limit(MOST_OF_TODAY)
    return [ClaimedCertificate(*row) for row in session.execute(newest)]


def certificates_of_area(actor: Actor, public_ids: Sequence[str]) -> list[Certificate] | None:
    """The papers of products with these public ids; None where one of them isn't in the actor's areas."""
    wanted = set(public_ids)
    query = _of(select(Certificate)).where(Certificate.public_id.in_(wanted))
    found = list(session.scalars(query.where(of_actor(actor)).order_by(Certificate.id)))
    return found if len(found) == len(wanted) else None


def certificate_of_area(actor: Actor, certificate_id: str) -> Certificate | None:
    """The paper of a product with this public id if it lies in the actor's areas."""
    found = certificates_of_area(actor, [certificate_id])
    return found[0] if found else None


def is_claimed_anew(paper: Certificate) -> bool:
    """Whether a newer paper of this kind is claimed for the same product."""
    query = select(Certificate.id).where(
        Certificate.product_id == paper.product_id, Certificate.kind == paper.kind, Certificate.id > paper.id
    )
    return session.scalar(query.where(is_claimed()).limit(1)) is not None


@dataclass(frozen=True)
class DeclinedPaper:
    """What a mail tells of a paper that an officer declined."""

    supplier_id: int
    kind: str
    product_name: str
    message: ReviewMessage


def declined_paper(certificate_id: int, message_id: int) -> DeclinedPaper | None:
    """None where that was taken back since."""
    columns = select(Supplier.id.label("supplier_id"), Certificate.kind, ProductVersion.name)
    query = _of(columns).join(ProductVersion, ProductVersion.id == Product.version_id)
    query = query.where(Certificate.id == certificate_id, Certificate.declined_at.is_not(None))
    row = session.execute(query).one_or_none()
    message = session.get(ReviewMessage, message_id)
    return DeclinedPaper(row.supplier_id, row.kind, row.name, message) if row and message else None


def reopened_paper(certificate_id: int) -> tuple[int, str, str] | None:
    """(supplier, kind, product's name) of a paper that waits for an officer; None where it was settled since."""
    columns = select(Supplier.id, Certificate.kind, ProductVersion.name)
    query = _of(columns).join(ProductVersion, ProductVersion.id == Product.version_id)
    row = session.execute(query.where(Certificate.id == certificate_id, is_waiting())).one_or_none()
    return (row[0], row[1], row[2]) if row else None


def are_verifiable(actor: Actor, papers: Sequence[Certificate]) -> bool:
    """Whether the officer may change things at the producers of all the products that the papers are about."""
    query = select(root_supplier_id(Product.supplier_id)).where(Product.id.in_({paper.product_id for paper in papers}))
    return are_reviewed(actor, set(session.scalars(query)))


def are_reviewed(actor: Actor, supplier_ids: set[int | None]) -> bool:
    """Whether the officer may change things at all these producers; what has none is the administrator's."""
    if actor.is_administrator:
        return True
    if not actor.reviewed_area_ids or None in supplier_ids:
        return False
    roots = set(root_ids(key for key in supplier_ids if key is not None).values())
    query = select(Supplier.id).where(Supplier.id.in_(roots), reviewed_by(actor))
    return set(session.scalars(query)) == roots


def is_waiting() -> ColumnElement[bool]:
    """Condition: a claimed paper that nobody verified, of a product that is still there, and whose maker is."""
    return Certificate.verified_at.is_(None) & is_claimed() & (Product.state != "removed") & is_not_closed()


def is_not_closed() -> ColumnElement[bool]:
    """Condition: the maker isn't closed, or not known. What a closed one left waits for nobody until it is reopened."""
    return Supplier.id.is_(None) | (Supplier.state != "closed")


def _claimed(reviewed: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    columns = select(
        Certificate,
        ProductVersion.name,
        Product.slug,
        Product.state,
        Supplier.name,
        Supplier.slug,
        Supplier.place_id,
        reviewed,
    )
    return _of(columns).join(ProductVersion, ProductVersion.id == Product.version_id)


def _of(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """With the product that a certificate is about, and its producer."""
    products = query.select_from(Certificate).join(Product, Product.id == Certificate.product_id)
    return products.join(Supplier, Supplier.id == root_supplier_id(Product.supplier_id))
