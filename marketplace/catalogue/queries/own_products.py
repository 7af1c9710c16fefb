"""What the actor's suppliers make, where each product stands, and why an officer gave it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from marketplace.catalogue.models import Certificate, Product, ProductVersion
from marketplace.catalogue.queries.scans import papers_with_scan
from marketplace.catalogue.vocabulary.returns import PUT_BACK, TAKE_DOWN
from marketplace.core.actor import Actor
from marketplace.core.audit import AuditRow
from marketplace.core.db import session
from marketplace.suppliers.models import ReviewMessage
from marketplace.suppliers.queries import messages_of_many

RETURNED = ("return_product", TAKE_DOWN)  # acts in the audit log whose details say why
# Acts after which an older return is settled.
_ANSWERED = ("publish_product", "hand_in_product", "recheck_product", PUT_BACK)
_FIRST = ("returned", "pending")


@dataclass(frozen=True)
class OwnProduct:
    """A product of one's own, published or not; ``reason`` and ``words`` are why it, or its new words, came back.

    ``scan`` is the certificate that has one, ``declined`` (reason, words) of an officer about the newest paper.
    """

    public_id: str
    name: str
    slug: str
    state: str
    since: datetime
    has_new_words: bool
    reason: str | None
    words: str
    scan: str | None
    declined: tuple[str, str] | None = None

    @property
    def waits(self) -> bool:
        """Whether it, or its new words, wait for an officer."""
        return self.state == "pending" or (self.state == "published" and self.has_new_words)


def own_products(actor: Actor) -> list[OwnProduct]:
    """What the actor's suppliers make, whatever its state: given back first, then waiting, then by name."""
    mine = Product.supplier_id.in_(actor.supplier_ids) & Product.merged_into_id.is_(None)
    found = _products(mine)
    return sorted(found, key=lambda own: _FIRST.index(own.state) if own.state in _FIRST else len(_FIRST))


def product_of_draft(product_id: int) -> OwnProduct | None:
    """The product that a draft is about; who may see the draft may see it."""
    return next(iter(_products(Product.id == product_id)), None)


def _products(which: ColumnElement[bool]) -> list[OwnProduct]:
    waiting = aliased(ProductVersion)
    query = (
        select(
            Product.id,
            Product.public_id,
            ProductVersion.name,
            Product.slug,
            Product.state,
            func.coalesce(waiting.created_at, ProductVersion.created_at).label("since"),
            Product.pending_version_id,
        )
        .join(ProductVersion, ProductVersion.id == Product.version_id)
        .outerjoin(waiting, waiting.id == Product.pending_version_id)
        .where(which)
        .order_by(ProductVersion.name, Product.id)
    )
    rows = session.execute(query).all()
    ids = [row.id for row in rows]
    reasons, scans, said = reasons_of_return(ids), papers_with_scan(ids), messages_of_many("product", ids)
    declined = _declined(ids)
    return [
        OwnProduct(
            public_id=row.public_id,
            name=row.name,
            slug=row.slug,
            state=row.state,
            since=row.since,
            has_new_words=row.pending_version_id is not None,
            reason=reasons.get(row.id),
            words=said[row.id][-1].body if row.id in reasons and row.id in said else "",
            scan=scans.get(row.id),
            declined=declined.get(row.id),
        )
        for row in rows
    ]


def reasons_of_return(ids: Sequence[int]) -> dict[int, str]:
    """The reason with which each of these products was last given back, as its code, while that stands."""
    query = (
        select(Product.id, AuditRow.action, AuditRow.details)
        .join(AuditRow, (AuditRow.object_kind == "product") & (AuditRow.object_id == Product.public_id))
        .where(Product.id.in_(ids), AuditRow.action.in_((*RETURNED, *_ANSWERED)))
        .order_by(AuditRow.id)
    )
    found: dict[int, str] = {}
    for row in session.execute(query):
        found.pop(row.id, None)
        if row.action in RETURNED:
            found[row.id] = row.details["reason"]
    return found


def _declined(ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """(reason, words) of the officer who declined a paper, the newest of its kind; nothing once it is claimed anew."""
    query = select(Certificate.product_id, Certificate.kind, Certificate.id, Certificate.declined_at)
    query = query.where(Certificate.product_id.in_(ids), Certificate.withdrawn_at.is_(None)).order_by(Certificate.id)
    newest = {(row.product_id, row.kind): row for row in session.execute(query)}
    papers = {row.id: row.product_id for row in newest.values() if row.declined_at is not None}
    said = messages_of_many("certificate", papers)
    return {papers[key]: (words[-1].reason or "", words[-1].body) for key, words in said.items()}


@dataclass(frozen=True)
class ReturnedProduct:
    """A product that was given back, and the message that says why."""

    supplier_id: int
    name: str
    message: ReviewMessage


def returned_product(product_id: int, message_id: int) -> ReturnedProduct | None:
    """What a mail tells of it; None where its producer isn't known."""
    query = (
        select(Product.supplier_id, ProductVersion.name)
        .join(ProductVersion, ProductVersion.id == Product.version_id)
        .where(Product.id == product_id, Product.supplier_id.is_not(None))
    )
    row = session.execute(query).one_or_none()
    return ReturnedProduct(row.supplier_id, row.name, session.get_one(ReviewMessage, message_id)) if row else None


def name_of_product(product: Product) -> str:
    """What it is called now, shown or not."""
    return session.get_one(ProductVersion, product.version_id).name


def names_of_products(ids: Sequence[int]) -> list[tuple[str, str]]:
    """(name, slug) of these products as far as they are shown."""
    query = (
        select(ProductVersion.name, Product.slug)
        .join(Product, Product.version_id == ProductVersion.id)
        .where(Product.id.in_(ids), Product.state == "published")
        .order_by(Product.id)
    )
    return [(row.name, row.slug) for row in session.execute(query)]
