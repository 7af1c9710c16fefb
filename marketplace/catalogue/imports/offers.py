"""The price of a row: for which pack, from whom."""

from marketplace.catalogue.imports.rows import ImportedRow
from marketplace.catalogue.imports.told import Taking
from marketplace.catalogue.models import Product
from marketplace.catalogue.queries.matches import has_open_offer
from marketplace.catalogue.services import put_offer, put_pack
from marketplace.catalogue.vocabulary import NewOffer, NewPack
from marketplace.core.errors import Refused
from marketplace.core.text import TextRefused, find_unit, format_grams, parse_pack
from marketplace.core.text.units import GRAMS
from marketplace.core.texts import N_
from marketplace.suppliers.models import Supplier

TWO_PRICES = N_("Cùng một mặt hàng, dòng %(line)s đã ghi giá khác.")
WHOLE = "sản phẩm"  # the pack of a price of which nobody says what for
NO_BREAK = "\u00a0"


def take_offer(taking: Taking, product: Product, seller: Supplier) -> None:
    """Put the row's price (or "ask") on the seller's offer of its pack.

    A seller who speaks for itself keeps its own price. Raises Refused where an earlier row of the same list says
    another one, for nobody could tell which is meant.
    """
    price, highest, least = (taking.row.get(name) for name in ("price", "price_to", "least"))
    pack = put_pack(taking.actor, product, pack_of(taking.row))
    if seller.state != "unclaimed" and has_open_offer(seller.id, pack.id):
        return
    offer = NewOffer(
        supplier_id=seller.id,
        pack_id=pack.id,
        price_kind="le" if price else "lien_he",
        price=price.amount if price else None,
        price_to=highest.amount if price and highest else None,
        least_grams=least.grams if least else None,
        least_packs=int(least.amount) if least and least.grams is None else None,
    )
    first = taking.tells_of(f"offer of {seller.id}", pack.id)
    if put_offer(taking.actor, offer):
        if not first:
            raise Refused(TWO_PRICES, line=taking.told.line_of(f"offer of {seller.id}", pack.id))
        taking.changed = True


def pack_of(row: ImportedRow) -> NewPack:
    """The size: of its own column, else of what the price is for ("45k/kg"), of the unit's column, of the name."""
    if row.get("pack"):
        return _read(row.get("pack")) or NewPack(row.get("pack")[:60])
    price = row.get("price")
    word = (price and price.per) or row.get("unit") or ""
    unit = find_unit(word)
    if unit in GRAMS:
        return NewPack(f"1 {unit}", GRAMS[unit])
    sized = None if unit else _read(word)  # "gói 500g", or a word that says nothing of a size
    return sized or _size_in(row.get("name"), unit) or NewPack(unit or word[:60] or WHOLE)


def _read(text: str) -> NewPack | None:
    try:
        found = parse_pack(text)
    except TextRefused:
        return None
    return NewPack(found.label[:60], found.grams)


def _size_in(name: str, unit: str | None) -> NewPack | None:
    """The size in a product's name: "Bún khô 500g" sold by the "gói" → "gói 500 g"."""
    try:
        found = parse_pack(name)
    except TextRefused:
        return None
    if not (found.grams or found.millilitres):
        return None
    size = format_grams(found.grams) if found.grams else f"{found.millilitres}{NO_BREAK}ml"
    return NewPack(" ".join(filter(None, (unit or found.container, size))), found.grams)
