"""What a product says now, as somebody would have typed it into the form."""

from sqlalchemy import select

from marketplace.catalogue.models import Certificate, Offer, Pack, Product, ProductVersion
from marketplace.catalogue.queries.terms import is_claimed
from marketplace.catalogue.vocabulary import ALL_YEAR, months_of
from marketplace.catalogue.vocabulary.product_forms import MOST_PACKS, OTHER_PAPERS, RawFields
from marketplace.core.db import session
from marketplace.core.text import find_unit, format_date, format_grams, format_money
from marketplace.core.text.units import CONTAINERS

ASK = "liên hệ"  # as the field reads it again, in whatever language the page is


def fields_of(product: Product) -> RawFields:
    """The raw values of a form about this product: the words that wait where there are any, else those shown."""
    version = session.get_one(ProductVersion, product.pending_version_id or product.version_id)
    class_code = product.pending_class or product.class_code
    months = [] if version.months == ALL_YEAR else [str(month) for month in months_of(version.months)]
    texts = {
        "name": version.name,
        "name_en": version.name_en,
        "description": version.description,
        "description_en": version.description_en,
        "ingredients": version.ingredients,
        "storage": version.storage,
        "class_code": class_code,
        "capacity": format_grams(version.monthly_grams) if version.monthly_grams else None,
        "season": "some" if months else "all",
        **_packs(product),
        **_papers(product),
    }
    filled = {name: [text] for name, text in texts.items() if text}
    return {**filled, "months": months} if months else filled


def maker_offers(product: Product) -> list[tuple[Pack, Offer]]:
    """The maker's own open offers that the form has room for, with their packs, in order."""
    query = (
        select(Pack, Offer)
        .join(Offer, (Offer.pack_id == Pack.id) & (Offer.supplier_id == product.supplier_id))
        .where(Pack.product_id == product.id, Offer.closed_at.is_(None))
        .order_by(Pack.position, Pack.id)
        .limit(MOST_PACKS)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def claimed_papers(product: Product) -> dict[str, Certificate]:
    """The newest paper of each kind that is still claimed, by kind."""
    query = select(Certificate).where(
        Certificate.product_id == product.id, is_claimed(), Certificate.revoked_on.is_(None)
    )
    return {paper.kind: paper for paper in session.scalars(query.order_by(Certificate.id))}


def _packs(product: Product) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for n, (pack, offer) in enumerate(maker_offers(product), start=1):
        found[f"pack_{n}"], found[f"price_{n}"] = pack.label, _price(offer)
        found.setdefault("least", _least(pack, offer))
    return found


def _price(offer: Offer) -> str:
    if offer.price is None:
        return ASK
    if offer.price_to is None or offer.price_to == offer.price:
        return format_money(offer.price)
    return f"{format_money(offer.price, '')} - {format_money(offer.price_to, '')}"


def _least(pack: Pack, offer: Offer) -> str | None:
    if offer.least_grams:
        return format_grams(offer.least_grams)
    if offer.least_packs:
        vessel = find_unit(pack.label.split()[0])
        return f"{offer.least_packs} {vessel if vessel in CONTAINERS else CONTAINERS[0]}"
    return None


def _papers(product: Product) -> dict[str, str | None]:
    papers = claimed_papers(product)
    found: dict[str, str | None] = {}
    if ocop := papers.get("ocop"):
        found |= {
            "stars": str(ocop.stars),
            "decision_no": ocop.decision_no,
            "issuer": ocop.issuer,
            "product_code": ocop.product_code,
            "issued_on": format_date(ocop.issued_on) if ocop.issued_on else None,
            "expires_on": format_date(ocop.expires_on) if ocop.expires_on else None,
        }
    for kind in OTHER_PAPERS:
        if paper := papers.get(kind):
            found[f"has_{kind}"] = "y"
            found[f"no_{kind}"] = paper.decision_no
            found[f"until_{kind}"] = format_date(paper.expires_on) if paper.expires_on else None
    return found
