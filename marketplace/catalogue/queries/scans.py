"""Scans of certificates: for the officers of the area and the people of the supplier, for nobody else."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from marketplace.catalogue.models import Certificate, Product
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.media.models import Photo
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import of_actor, root_supplier_id


@dataclass(frozen=True)
class Scan:
    """A certificate's scan; ``certificate_id`` is the paper's public id."""

    certificate_id: str
    photo: Photo


def scan_of_area(actor: Actor, public_id: str) -> Scan | None:
    """The scan of this certificate, where its supplier lies in the actor's areas."""
    return _scan(public_id, of_actor(actor))


def own_scan(actor: Actor, public_id: str) -> Scan | None:
    """The scan of this certificate, where the actor speaks for its supplier."""
    return _scan(public_id, Supplier.id.in_(actor.supplier_ids))


def papers_with_scan(product_ids: Collection[int]) -> dict[int, str]:
    """Public id of the newest certificate of each product that has a scan; for who may see these products' papers."""
    query = (
        select(Certificate.product_id, Certificate.public_id)
        .join(Photo, Photo.id == Certificate.scan_id)
        .where(Certificate.product_id.in_(product_ids), Photo.removed_at.is_(None))
        .order_by(Certificate.id)
    )
    return {row.product_id: row.public_id for row in session.execute(query)}


def _scan(public_id: str, may: ColumnElement[bool]) -> Scan | None:
    photo = session.scalar(
        select(Photo)
        .join(Certificate, Certificate.scan_id == Photo.id)
        .outerjoin(Product, Product.id == Certificate.product_id)
        .join(Supplier, Supplier.id == root_supplier_id(func.coalesce(Certificate.supplier_id, Product.supplier_id)))
        .where(Certificate.public_id == public_id, Photo.removed_at.is_(None), may)
    )
    return Scan(public_id, photo) if photo else None
