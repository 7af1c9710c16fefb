"""What one row of a list does: its producer, product, prices and paper, each found again or entered."""

from collections.abc import Callable

from marketplace.catalogue.imports.certificates import take_certificate
from marketplace.catalogue.imports.offers import take_offer
from marketplace.catalogue.imports.products import take_product_of
from marketplace.catalogue.imports.rows import ImportedRow
from marketplace.catalogue.imports.suppliers import take_outlet, take_producer
from marketplace.catalogue.imports.told import Taking
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.places.queries import read_address, resolve_place
from marketplace.places.vocabulary import ResolvedPlace

NO_NAME = N_("Dòng này không có tên sản phẩm.")
NO_SUPPLIER = N_("Dòng này không có tên chủ thể.")

# Takes a row and gives the key of its product, or of its supplier in a suppliers list.
Take = Callable[[Taking], int]


def take_product(taking: Taking) -> int:
    """Take a row of a products list. Raises Refused with the reason; call it inside a savepoint."""
    row = taking.row
    if not row.get("name"):
        raise Refused(NO_NAME)
    place = _place(row)
    producer = take_producer(taking, place)
    product = take_product_of(taking, producer, place)
    outlet = take_outlet(taking, place)
    # The price of a row that names who sells is the seller's, not the maker's.
    seller = outlet or producer
    if seller is not None and (outlet or row.get("price") or row.get("pack")):
        take_offer(taking, product, seller)
    if row.get("stars"):
        take_certificate(taking, product)
    return product.id


def take_supplier(taking: Taking) -> int:
    """Take a row of a suppliers list. Raises Refused with the reason; call it inside a savepoint."""
    supplier = take_producer(taking, _place(taking.row))
    if supplier is None:
        raise Refused(NO_SUPPLIER)
    return supplier.id


def _place(row: ImportedRow) -> ResolvedPlace:
    """Where the columns say it is; what no era knows, or several places could be, keeps its text alone."""
    if row.get("commune") or row.get("district") or row.get("province"):
        return resolve_place(row.get("commune") or "", row.get("district") or "", row.get("province") or "")
    return read_address(row.get("origin")) if row.get("origin") else ResolvedPlace(text="")
