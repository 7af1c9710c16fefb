"""Finding again what a list names."""

from collections.abc import Sequence

from sqlalchemy import exists, func, or_, select

from marketplace.catalogue.models import Certificate, ImportRun, Offer, Product, ProductVersion
from marketplace.catalogue.vocabulary import Words
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier


def product_by_match_key(supplier_id: int | None, match_key: str, province_id: str | None) -> Product | None:
    """The product of that name of that producer; without producer, of that name within the province."""
    query = select(Product).where(Product.match_key == match_key, Product.state != "removed")
    if supplier_id is not None:
        query = query.where(Product.supplier_id == supplier_id)
    else:
        query = query.where(Product.supplier_id.is_(None))
        if province_id is not None:
            query = query.where(or_(Product.province_id == province_id, Product.province_id.is_(None)))
    return session.scalars(query.order_by(Product.id).limit(1)).one_or_none()


def words_of_product(product: Product) -> Words:
    """What the product's present version says."""
    version = session.get(ProductVersion, product.version_id)
    assert version is not None
    return Words(**{name: getattr(version, name) for name in Words.__dataclass_fields__})


def ocop_certificates_of(product_id: int) -> list[Certificate]:
    """All OCOP papers ever entered for a product."""
    query = select(Certificate).where(Certificate.product_id == product_id, Certificate.kind == "ocop")
    return list(session.scalars(query.order_by(Certificate.id)))


def has_open_offer(supplier_id: int, pack_id: int) -> bool:
    """Whether the supplier says already what it wants for the pack."""
    open_offer = exists().where(Offer.supplier_id == supplier_id, Offer.pack_id == pack_id, Offer.closed_at.is_(None))
    return bool(session.scalar(select(open_offer)))


def unfinished_run(kind: str, digest: str) -> ImportRun | None:
    """The run of this very list that was cut off, if there is one."""
    query = select(ImportRun).where(
        ImportRun.kind == kind, ImportRun.file_digest == digest, ImportRun.ended_at.is_(None)
    )
    return session.scalars(query.order_by(ImportRun.id.desc()).limit(1)).one_or_none()


def import_run(run_id: int) -> ImportRun:
    """A run by its key."""
    return session.scalars(select(ImportRun).where(ImportRun.id == run_id)).one()


def count_again(table: type[Product] | type[Supplier], keys: Sequence[int]) -> int:
    """How many of these products or suppliers the database has: a count taken after the commit."""
    portions = (keys[start : start + 500] for start in range(0, len(keys), 500))  # bound values have a limit
    return sum(session.scalar(select(func.count()).where(table.id.in_(portion))) or 0 for portion in portions)
