"""The book of a list: all suppliers and products that its rows name, as the rows so far have left them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from marketplace.catalogue.imports.rows import ImportedRow
from marketplace.catalogue.queries.drafts import product_drafts, supplier_drafts
from marketplace.catalogue.services import product_match_key
from marketplace.catalogue.vocabulary.drafts import KIND_OF, Draft, ProductDraft, SupplierDraft
from marketplace.catalogue.vocabulary.mandates import EVERYWHERE, Mandate
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.suppliers.vocabulary import match_key_of

TWO_SUPPLIERS = N_("Có %(count)s nơi cùng tên “%(name)s” trong tỉnh; cần mã số thuế để phân biệt.")
Told = Mapping[tuple[str, int], int]


class Book:
    """Holds drafts while rows are planned. ``told``: (kind, key) → line of what earlier portions told of."""

    def __init__(self, told: Told | None = None, mandate: Mandate = EVERYWHERE) -> None:
        self.told = told or {}
        self.mandate = mandate
        self.suppliers: list[SupplierDraft] = []
        self.products: list[ProductDraft] = []
        self._by_id: dict[int, SupplierDraft] = {}
        self._by_tax_code: dict[str, SupplierDraft] = {}
        self._by_key: defaultdict[str, list[SupplierDraft]] = defaultdict(list)
        self._products: defaultdict[tuple[int, str], list[ProductDraft]] = defaultdict(list)
        self._read_keys: set[str] = set()

    def open_for(self, rows: Sequence[ImportedRow]) -> None:
        """Read what the database has of all that these rows name; the caller has a transaction open."""
        names = [row.get(field) for row in rows for field in ("supplier", "seller") if row.get(field)]
        keys = {match_key_of(name) for name in names} - self._read_keys
        codes = {row.get("tax_code") for row in rows if row.get("tax_code")} - self._read_keys
        own = self.mandate.supplier_id
        for draft in supplier_drafts(keys, codes, [own] if own else []):
            if draft.id not in self._by_id:
                self.enter_supplier(draft)
        self._read_keys |= keys | codes
        products = {product_match_key(row.get("name")) for row in rows if row.get("name")}
        known = {product.id for product in self.products if product.id}
        for product in product_drafts(self._by_id, products, known):
            self.enter_product(product)

    def enter_supplier(self, draft: SupplierDraft) -> SupplierDraft:
        """Add a supplier, so that later rows find it."""
        self._remember(draft)
        self.suppliers.append(draft)
        for key in {match_key_of(draft["name"]), *draft.also_keys}:
            self._by_key[key].append(draft)
        if draft.id:
            self._by_id |= dict.fromkeys((draft.id, *draft.also_ids), draft)
        for code in (draft["tax_code"], *draft.also_codes):
            if code:
                self._by_tax_code.setdefault(code, draft)
        return draft

    def enter_product(self, draft: ProductDraft) -> ProductDraft:
        """Add a product, so that later rows find it."""
        offers = [offer for pack in draft.packs for offer in pack.offers]
        things: list[Draft] = [draft, *draft.papers, *offers]
        for thing in things:
            self._remember(thing)
        self.products.append(draft)
        for key in {draft.match_key, *draft.also_keys}:
            self._products[id(draft.maker), key].append(draft)
        return draft

    def supplier_by_id(self, key: int) -> SupplierDraft:
        """The supplier of a member's list."""
        return self._by_id[key]

    def supplier_named(self, name: str, tax_code: str | None, province_id: str | None) -> SupplierDraft | None:
        """By tax code, else by name without legal form within the province. Raises Refused where several fit."""
        if tax_code and tax_code in self._by_tax_code:
            return self._by_tax_code[tax_code]
        # Two tax codes are two suppliers, whatever they are called; no known province matches any.
        named = [
            draft
            for draft in self._by_key[match_key_of(name)]
            if not (tax_code and draft["tax_code"])
            and (province_id is None or draft["province_id"] in (province_id, None))
        ]
        if len(named) > 1:
            raise Refused(TWO_SUPPLIERS, count=len(named), name=name)
        return named[0] if named else None

    def product_named(self, maker: SupplierDraft | None, name: str, province_id: str | None) -> ProductDraft | None:
        """The product of that name of that maker; without a maker, of that name within the province."""
        found = self._products[id(maker), product_match_key(name)]
        if maker is None and province_id is not None:
            found = [draft for draft in found if draft.values["province_id"] in (province_id, None)]
        return found[0] if found else None

    def renamed(self, draft: SupplierDraft, before: str) -> None:
        """A list corrected a supplier's spelling: both are found from now on."""
        if match_key_of(before) != match_key_of(draft["name"]):
            self._by_key[match_key_of(draft["name"])].append(draft)

    def coded(self, draft: SupplierDraft) -> None:
        """A list knew a supplier's tax code."""
        self._by_tax_code.setdefault(draft["tax_code"], draft)

    def _remember(self, draft: Draft) -> None:
        if draft.id is not None and draft.line is None:
            draft.line = self.told.get((KIND_OF[type(draft)], draft.id))


def told_by(things: Iterable[Draft]) -> list[tuple[str, int]]:
    """Kind and key of each thing, once all are in the database."""
    return [(KIND_OF[type(draft)], draft.id) for draft in things if draft.id is not None]
