"""Entering many products, packs, offers and papers at once, each kind in one statement.

None of these announces anything: whoever calls them says ``products_changed`` once, when all is entered.
"""

from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache

from sqlalchemy import insert, select

from marketplace.catalogue.models import Certificate, Offer, Pack, Product, ProductSlug, ProductVersion
from marketplace.catalogue.vocabulary import (
    NewCertificate,
    NewOffer,
    NewPack,
    NewProduct,
    expiry_of,
    propose_class,
    rule_of,
)
from marketplace.core.actor import Actor
from marketplace.core.audit import record_all
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.slugs import free_slugs
from marketplace.core.text import fold, slugify, strip_pack
from marketplace.core.texts import N_
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import hidden_among

NO_STARS = N_("Chứng nhận OCOP cần số sao: 3, 4 hoặc 5.")
_MOST_BOUND = 500


@lru_cache(maxsize=1 << 14)
def product_match_key(name: str) -> str:
    """The key by which lists find a product again within its producer: folded, without pack sizes."""
    return fold(strip_pack(name))[:200]


def enter_products(actor: Actor, news: Sequence[NewProduct]) -> list[Product]:
    """Enter products with their first versions and their addresses on the site, in the order given.

    What is to be shown, of a maker that isn't public, is paused until it is.
    """
    moment = now()
    hidden = hidden_among(new.supplier_id for new in news)
    makers = _short_names({new.supplier_id for new in news if new.supplier_id})
    bases = [_slug_base(new.words.name, makers.get(new.supplier_id or 0, "")) for new in news]
    products = [
        Product(
            slug=slug,
            supplier_id=new.supplier_id,
            match_key=product_match_key(new.words.name),
            class_code=new.class_code,
            proposed_class=new.proposed_class or (None if new.class_code else propose_class(new.words.name)),
            place_id=new.place_id,
            province_id=new.province_id,
            place_text=new.place_text,
            state="paused" if new.state == "published" and new.supplier_id in hidden else new.state,
            source=new.source,
            created_at=moment,
            changed_at=moment,
            published_at=moment if new.state == "published" else None,
        )
        for new, slug in zip(news, free_slugs(bases, _taken_slugs), strict=True)
    ]
    session.add_all(products)
    session.flush()
    _enter_first_versions(actor, products, news)
    record_all(actor, "add_product", "product", [(p.public_id, {"source": p.source}) for p in products])
    return products


def _enter_first_versions(actor: Actor, products: Sequence[Product], news: Sequence[NewProduct]) -> None:
    versions = [
        ProductVersion(
            product_id=product.id, number=1, created_at=now(), created_by_id=actor.account_id, **asdict(new.words)
        )
        for product, new in zip(products, news, strict=True)
    ]
    session.add_all(versions)
    session.flush()
    for product, version in zip(products, versions, strict=True):
        product.version_id = version.id
    session.flush()
    if products:
        session.execute(insert(ProductSlug), [{"slug": p.slug, "product_id": p.id} for p in products])


def enter_packs(actor: Actor, news: Sequence[tuple[Product, NewPack, int]]) -> list[Pack]:
    """Enter packs, each with its product and its position among that product's packs."""
    packs = [
        Pack(product_id=product.id, label=new.label, grams=new.grams, position=position)
        for product, new, position in news
    ]
    session.add_all(packs)
    session.flush()
    record_all(actor, "put_pack", "product", [(product.public_id, {"label": new.label}) for product, new, _ in news])
    return packs


def enter_offers(actor: Actor, news: Sequence[tuple[Product, NewOffer]]) -> list[Offer]:
    """Enter offers of packs that their suppliers haven't offered yet."""
    moment = now()
    offers = [
        Offer(
            supplier_id=new.supplier_id,
            pack_id=new.pack_id,
            price_kind=new.price_kind,
            price=new.price,
            price_to=new.price_to,
            least_grams=new.least_grams,
            least_packs=new.least_packs,
            note=new.note,
            created_at=moment,
            changed_at=moment,
        )
        for _, new in news
    ]
    session.add_all(offers)
    session.flush()
    acts = [(product.public_id, {"offer": offer.public_id}) for (product, _), offer in zip(news, offers, strict=True)]
    record_all(actor, "put_offer", "product", acts)
    return offers


def enter_certificates(actor: Actor, news: Sequence[NewCertificate]) -> list[Certificate]:
    """Enter papers as they are claimed; no stars show before an officer has verified them.

    An OCOP decision ends 36 months after its issue where no end is given (Quyết định 26/2026/QĐ-TTg, Điều 4.3).
    Raises Refused (``stars``) for one without stars.
    """
    if any(new.kind == "ocop" and new.stars not in (3, 4, 5) for new in news):
        raise Refused(NO_STARS, field="stars")
    papers = [_paper(new) for new in news]
    session.add_all(papers)
    session.flush()
    record_all(actor, "claim_certificate", "certificate", [(p.public_id, {"kind": p.kind}) for p in papers])
    return papers


def _paper(new: NewCertificate) -> Certificate:
    is_ocop = new.kind == "ocop"
    return Certificate(
        kind=new.kind,
        product_id=new.product_id,
        supplier_id=new.supplier_id,
        stars=new.stars,
        decision_no=new.decision_no,
        issuer=new.issuer,
        level=new.level,
        rule_version=new.rule_version or (rule_of(new.issued_on) if is_ocop and new.issued_on else None),
        product_code=new.product_code,
        issued_on=new.issued_on,
        expires_on=new.expires_on or (expiry_of(new.issued_on) if is_ocop and new.issued_on else None),
        source=new.source,
        remark=new.remark,
        created_at=now(),
    )


def _slug_base(product_name: str, maker: str) -> str:
    """The product's name and its producer's short one, where the first doesn't hold the second already."""
    name = slugify(strip_pack(product_name))
    return name if not maker or maker in name else f"{name}-{maker}"


def _short_names(supplier_ids: set[int]) -> dict[int, str]:
    wanted = sorted(supplier_ids)
    portions = (wanted[start : start + _MOST_BOUND] for start in range(0, len(wanted), _MOST_BOUND))
    return {
        row.id: slugify(row.short_name)
        for some in portions
        for row in session.execute(select(Supplier.id, Supplier.short_name).where(Supplier.id.in_(some)))
    }


def _taken_slugs(slugs: list[str]) -> set[str]:
    portions = (slugs[start : start + _MOST_BOUND] for start in range(0, len(slugs), _MOST_BOUND))
    return {
        slug
        for some in portions
        for slug in session.scalars(select(ProductSlug.slug).where(ProductSlug.slug.in_(some)))
    }
