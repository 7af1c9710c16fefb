"""What the database has of the suppliers and products that a list names, as drafts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select

from marketplace.catalogue.models import Certificate, Offer, Pack, Product, ProductVersion
from marketplace.catalogue.queries.merges import groups_of
from marketplace.catalogue.vocabulary import Words
from marketplace.catalogue.vocabulary.drafts import OfferDraft, PackDraft, PaperDraft, ProductDraft, SupplierDraft
from marketplace.core.db import session
from marketplace.suppliers.models import Mailbox, Supplier
from marketplace.suppliers.queries.merges import groups_of as supplier_groups_of

SUPPLIER_VALUES = (
    "name", "kind", "is_producer", "is_outlet", "tax_code", "place_id", "legacy_place_id", "province_id",
    "place_text", "phone", "representative", "state", "source",
)  # fmt: skip
PRODUCT_VALUES = ("class_code", "proposed_class", "place_id", "province_id", "place_text", "state", "source")
TERMS = ("price_kind", "price", "price_to", "least_grams", "least_packs", "note")
_MOST_BOUND = 500  # values of one query; SQLite has a limit
_PAPER = ("id", "stars", "decision_no", "issuer", "issued_on", "expires_on", "remark")


def supplier_drafts(
    match_keys: Iterable[str], tax_codes: Iterable[str], ids: Iterable[int] = ()
) -> list[SupplierDraft]:
    """Suppliers of these keys, tax codes or ids, each once, the oldest first; what is taken for another is that one."""
    conditions: list[ColumnElement[bool]] = [
        *(Supplier.match_key.in_(some) for some in _portions(match_keys)),
        *(Supplier.tax_code.in_(some) for some in _portions(tax_codes)),
        *(Supplier.id.in_(some) for some in _portions(ids)),
    ]
    columns = select(
        Supplier.id,
        Supplier.verified_at,
        Supplier.placed_at,
        Supplier.match_key,
        Supplier.merged_into_id,
        *(getattr(Supplier, name) for name in SUPPLIER_VALUES),
    )
    rows = {row["id"]: row for where in conditions for row in session.execute(columns.where(where)).mappings()}
    groups = supplier_groups_of(rows)
    lacking = {key for group in groups.values() for key in group} - rows.keys()
    for some in _portions(lacking):
        rows |= {row["id"]: row for row in session.execute(columns.where(Supplier.id.in_(some))).mappings()}
    mailed = _with_mailboxes(rows)
    return [_supplier_draft([rows[key] for key in group], mailed) for group in sorted(set(groups.values()))]


def _supplier_draft(group: Sequence[Any], mailed: set[int]) -> SupplierDraft:
    """Of the first row, with what the others, which are taken for it, are found by."""
    root, others = group[0], group[1:]
    return SupplierDraft(
        values={name: root[name] for name in SUPPLIER_VALUES},
        id=root["id"],
        is_verified=root["verified_at"] is not None,
        is_placed=root["placed_at"] is not None and root["place_id"] is not None,
        has_mailbox=any(row["id"] in mailed for row in group),
        also_ids=frozenset(row["id"] for row in others),
        also_keys=frozenset(row["match_key"] for row in others),
        also_codes=frozenset(row["tax_code"] for row in others if row["tax_code"]),
    )


def product_drafts(
    makers: Mapping[int, SupplierDraft], match_keys: Iterable[str], without: Collection[int] = ()
) -> list[ProductDraft]:
    """Products of these keys that these makers make, or of which no producer is known, the oldest first.

    What is taken for another is that one, with the packs and papers of all.

    ``makers`` by id are also the sellers whose offers are told; products in ``without`` are left out.
    """
    ids = list(makers)
    columns = select(Product.id, Product.supplier_id, Product.match_key, Product.version_id).add_columns(
        *(getattr(Product, name) for name in PRODUCT_VALUES)
    )
    rows: dict[int, Any] = {}
    for keys in _portions(match_keys):
        for some in [*_portions(ids), []]:
            whose = Product.supplier_id.in_(some) if some else Product.supplier_id.is_(None)
            query = columns.where(Product.match_key.in_(keys), whose, Product.state != "removed")
            rows |= {row["id"]: row for row in session.execute(query).mappings()}
    groups = {group for group in groups_of(rows).values() if group[0] not in without}
    lacking = {key for group in groups for key in group} - rows.keys()
    for some in _portions(lacking):
        rows |= {row["id"]: row for row in session.execute(columns.where(Product.id.in_(some))).mappings()}
    wanted = [key for group in groups for key in group]
    words = _words_of([rows[group[0]]["version_id"] for group in groups])
    packs, papers = _packs_of(wanted, makers), _papers_of(wanted)
    return [
        ProductDraft(
            maker=next((makers[rows[key]["supplier_id"]] for key in group if rows[key]["supplier_id"] in makers), None),
            words=words[rows[group[0]]["version_id"]],
            match_key=rows[group[0]]["match_key"],
            values={name: rows[group[0]][name] for name in PRODUCT_VALUES},
            id=group[0],
            also_keys=frozenset(rows[key]["match_key"] for key in group[1:]),
            packs=[pack for key in group for pack in packs.get(key, [])],
            papers=[paper for key in group for paper in papers.get(key, [])],
        )
        for group in sorted(groups)
    ]


def _with_mailboxes(supplier_ids: Iterable[int]) -> set[int]:
    return {
        key
        for some in _portions(supplier_ids)
        for key in session.scalars(select(Mailbox.supplier_id).where(Mailbox.supplier_id.in_(some)))
    }


def _words_of(version_ids: Iterable[int]) -> dict[int, Words]:
    names = tuple(Words.__dataclass_fields__)
    columns = select(ProductVersion.id, *(getattr(ProductVersion, name) for name in names))
    return {
        row["id"]: Words(**{name: row[name] for name in names})
        for some in _portions(version_ids)
        for row in session.execute(columns.where(ProductVersion.id.in_(some))).mappings()
    }


def _packs_of(product_ids: Iterable[int], sellers: Mapping[int, SupplierDraft]) -> dict[int, list[PackDraft]]:
    found: dict[int, list[PackDraft]] = {}
    by_id: dict[int, PackDraft] = {}
    columns = select(Pack.id, Pack.product_id, Pack.label, Pack.grams).order_by(Pack.position, Pack.id)
    for some in _portions(product_ids):
        for row in session.execute(columns.where(Pack.product_id.in_(some))):
            by_id[row.id] = PackDraft(row.label, row.grams, row.id)
            found.setdefault(row.product_id, []).append(by_id[row.id])
    offers = select(Offer.id, Offer.pack_id, Offer.supplier_id, *(getattr(Offer, name) for name in TERMS))
    for some in _portions(by_id):
        query = offers.where(Offer.pack_id.in_(some), Offer.closed_at.is_(None)).order_by(Offer.id)
        for offer in session.execute(query).mappings():
            if seller := sellers.get(offer["supplier_id"]):
                terms = {name: offer[name] for name in TERMS}
                by_id[offer["pack_id"]].offers.append(OfferDraft(seller, terms, offer["id"]))
    return found


def _papers_of(product_ids: Iterable[int]) -> dict[int, list[PaperDraft]]:
    found: dict[int, list[PaperDraft]] = {}
    columns = select(Certificate.product_id, Certificate.source, Certificate.verified_at).add_columns(
        *(getattr(Certificate, name) for name in _PAPER)
    )
    for some in _portions(product_ids):
        query = columns.where(
            Certificate.product_id.in_(some), Certificate.kind == "ocop", Certificate.withdrawn_at.is_(None)
        ).order_by(Certificate.id)
        for row in session.execute(query).mappings():
            open_to_lists = row["source"] == "import" and row["verified_at"] is None
            paper = PaperDraft(**{name: row[name] for name in _PAPER}, is_from_list=open_to_lists)
            found.setdefault(row["product_id"], []).append(paper)
    return found


def _portions(values: Iterable[Any]) -> Iterator[list[Any]]:
    """Values, each once, in portions that one query may bind."""
    whole = list(dict.fromkeys(values))
    return (whole[start : start + _MOST_BOUND] for start in range(0, len(whole), _MOST_BOUND))
