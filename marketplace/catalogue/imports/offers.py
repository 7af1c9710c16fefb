"""The price of a row: for which pack, from whom."""

from dataclasses import dataclass
from typing import Any

from marketplace.catalogue.imports.columns import SYNONYMS
from marketplace.catalogue.imports.packs import WHOLE, pack_of
from marketplace.catalogue.imports.rows import ImportedRow
from marketplace.catalogue.imports.suppliers import KEPT_OWN
from marketplace.catalogue.imports.told import Taking
from marketplace.catalogue.vocabulary import NewPack
from marketplace.catalogue.vocabulary.drafts import OfferDraft, PackDraft, ProductDraft, SupplierDraft
from marketplace.core.errors import Refused
from marketplace.core.text import find_unit, fold, format_money
from marketplace.core.texts import N_

TWO_PRICES = N_("Cùng một mặt hàng, dòng %(line)s đã ghi giá khác.")
NOBODY_SELLS = N_("Chưa rõ ai bán nên chưa ghi giá %(amount)s: xin thêm chủ thể hoặc bên bán.")
LEAST_OF_OTHERS = N_("Mua ít nhất “%(least)s”, mà giá tính theo “%(pack)s”: chưa ghi số tối thiểu.")


_SILENT: dict[str, Any] = {
    "price_kind": "lien_he", "price": None, "price_to": None, "least_grams": None, "least_packs": None, "note": None,
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What a row wants for which pack: ``terms`` are those that it speaks of. ``doubt`` is about the least."""

    pack: NewPack
    terms: dict[str, Any]
    doubt: tuple[str, dict[str, object]] | None = None


def asked_in(row: ImportedRow, *, has_outlet: bool) -> Asked | None:
    """The row's price (or "ask") and its pack; None where it says nothing of either."""
    if not (has_outlet or any(row.get(name) for name in ("price", "asks", "pack", "least"))):
        return None
    pack, price, highest, least = pack_of(row), row.get("price"), row.get("price_to"), row.get("least")
    terms: dict[str, Any] = {}
    if price:
        terms |= {"price_kind": "le", "price": price.amount, "price_to": highest.amount if highest else None}
    elif row.get("asks"):
        terms |= {"price_kind": "lien_he", "price": None, "price_to": None}
    if least is None:
        return Asked(pack, terms)
    if least.grams is not None:
        return Asked(pack, terms | {"least_grams": least.grams, "least_packs": None})
    if least.amount % 1 or least.unit not in (_vessel(pack) or least.unit, "sản phẩm", "cái"):
        return Asked(pack, terms, (LEAST_OF_OTHERS, {"least": str(least), "pack": pack.label}))
    return Asked(pack, terms | {"least_grams": None, "least_packs": int(least.amount)})


def check_price(asked: Asked, product: ProductDraft | None, seller: SupplierDraft | None, line: int) -> None:
    """Raise Refused where an earlier row of the same list says another price: nobody could tell which is meant."""
    pack = _pack(product, asked.pack) if product else None
    offer = pack.offer_of(seller) if pack and seller else None
    if offer is not None and offer.line not in (None, line) and _differs(offer, asked):
        raise Refused(TWO_PRICES, line=offer.line)


def tell_offer(taking: Taking, product: ProductDraft, seller: SupplierDraft | None, asked: Asked) -> None:
    """Put the row's price on the seller's offer of its pack; a seller who speaks for itself keeps its own.

    Without a seller the pack alone is kept, and a price is missed aloud: an offer is somebody's.
    """
    if asked.doubt:
        taking.remark(SYNONYMS["least"][0], asked.doubt[0], **asked.doubt[1])
    if seller is None and asked.terms.get("price"):
        taking.remark(SYNONYMS["price"][0], NOBODY_SELLS, amount=format_money(asked.terms["price"]))
    pack = _pack(product, asked.pack) or _new_pack(taking, product, asked, is_sold=seller is not None)
    if pack is None or seller is None:
        return
    offer = pack.offer_of(seller)
    if offer is None:
        offer = OfferDraft(seller, _SILENT | asked.terms)
        pack.offers.append(offer)
        taking.changed = True
    elif _differs(offer, asked):
        if seller["state"] != "unclaimed" and seller.id != taking.book.mandate.supplier_id:
            taking.remark(SYNONYMS["price"][0], KEPT_OWN, name=seller["name"])
            return
        offer.terms, offer.is_changed, taking.changed = offer.terms | asked.terms, True, True
    taking.tells_of(offer)


def _new_pack(taking: Taking, product: ProductDraft, asked: Asked, *, is_sold: bool) -> PackDraft | None:
    """None where a row says neither how it is packed nor, with a seller, what of it is asked."""
    if asked.pack.label == WHOLE and not (is_sold and asked.terms.get("price")):
        return None
    pack = PackDraft(asked.pack.label, asked.pack.grams)
    product.packs.append(pack)
    taking.changed = True
    return pack


def _differs(offer: OfferDraft, asked: Asked) -> bool:
    """Whether a row says otherwise than an offer; silence takes nothing away."""
    return any(offer.terms[name] != value for name, value in asked.terms.items())


def _vessel(pack: NewPack) -> str | None:
    """The "gói" of "gói 500 g"; None of "500 g", which may be in any."""
    return find_unit(pack.label.removeprefix("1 ").split()[0])


def _pack(product: ProductDraft, wanted: NewPack) -> PackDraft | None:
    """The pack of that label in whatever spelling."""
    key = fold(wanted.label)
    return next((pack for pack in product.packs if fold(pack.label) == key), None)
