"""Entering products and giving them new words."""

from dataclasses import asdict

from sqlalchemy import func, select

from marketplace.catalogue.models import Product, ProductSlug, ProductVersion
from marketplace.catalogue.vocabulary import NewProduct, ProductChanged, Words, propose_class
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.outbox import emit
from marketplace.core.slugs import free_slug
from marketplace.core.text import fold, slugify, strip_pack
from marketplace.suppliers.models import Supplier

_WORDS = tuple(Words.__dataclass_fields__)


def product_match_key(name: str) -> str:
    """The key by which lists find a product again within its producer: folded, without pack sizes."""
    return fold(strip_pack(name))[:200]


def add_product(actor: Actor, new: NewProduct) -> Product:
    """Enter a product with its first version and its address on the site; emits ProductChanged."""
    moment = now()
    product = Product(
        slug=free_slug(_slug_base(new), _slug_is_taken),
        supplier_id=new.supplier_id,
        match_key=product_match_key(new.words.name),
        class_code=new.class_code,
        proposed_class=new.proposed_class or (None if new.class_code else propose_class(new.words.name)),
        place_id=new.place_id,
        province_id=new.province_id,
        place_text=new.place_text,
        state=new.state,
        source=new.source,
        created_at=moment,
        changed_at=moment,
        published_at=moment if new.state == "published" else None,
    )
    session.add(product)
    session.flush()
    session.add(ProductSlug(slug=product.slug, product_id=product.id))
    _put_version(actor, product, new.words, number=1)
    record(actor, "add_product", "product", product.public_id, source=new.source)
    product_changed(product)
    return product


def revise_product(actor: Actor, product: Product, words: Words) -> bool:
    """Give a product a new version where its words differ; says whether they did.

    Old versions stay: an inquiry names the one that the trader saw.
    """
    present = session.get(ProductVersion, product.version_id)
    assert present is not None
    if all(getattr(present, name) == getattr(words, name) for name in _WORDS):
        return False
    newest = session.scalar(select(func.max(ProductVersion.number)).where(ProductVersion.product_id == product.id))
    _put_version(actor, product, words, number=(newest or 0) + 1)
    product.match_key = product_match_key(words.name)
    record(actor, "revise_product", "product", product.public_id, version=(newest or 0) + 1)
    product_changed(product)
    return True


def put_class(actor: Actor, product: Product, class_code: str) -> None:
    """Say to which class a product belongs."""
    product.class_code, product.proposed_class = class_code, None
    record(actor, "put_class", "product", product.public_id, class_code=class_code)
    product_changed(product)


def product_changed(product: Product) -> None:
    """Note that a product is another now, so that it is indexed again."""
    product.changed_at = now()
    session.flush()
    emit(ProductChanged(product.id))


def _put_version(actor: Actor, product: Product, words: Words, *, number: int) -> None:
    version = ProductVersion(
        product_id=product.id, number=number, created_at=now(), created_by_id=actor.account_id, **asdict(words)
    )
    session.add(version)
    session.flush()
    product.version_id = version.id
    session.flush()


def _slug_base(new: NewProduct) -> str:
    """The product's name and its producer's short one, where the first doesn't hold the second already."""
    name = slugify(strip_pack(new.words.name))
    supplier = session.get(Supplier, new.supplier_id) if new.supplier_id else None
    maker = slugify(supplier.short_name) if supplier else ""
    return name if not maker or maker in name else f"{name}-{maker}"


def _slug_is_taken(slug: str) -> bool:
    return session.get(ProductSlug, slug) is not None
