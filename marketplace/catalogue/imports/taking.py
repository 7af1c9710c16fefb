"""What one row of a list does: its producer, product, prices and papers, each found again or entered."""

from collections.abc import Callable

from marketplace.catalogue.imports.book import Book
from marketplace.catalogue.imports.certificates import tell_papers
from marketplace.catalogue.imports.offers import asked_in, check_price, tell_offer
from marketplace.catalogue.imports.places import place_of, remarks_about
from marketplace.catalogue.imports.products import tell_product
from marketplace.catalogue.imports.rows import ImportedRow
from marketplace.catalogue.imports.suppliers import (
    find_outlet,
    find_producer,
    seller_name,
    tell_outlet,
    tell_producer,
)
from marketplace.catalogue.imports.told import Taking
from marketplace.catalogue.vocabulary.drafts import SupplierDraft
from marketplace.core.errors import Refused
from marketplace.core.texts import N_

NO_NAME = N_("Dòng này không có tên sản phẩm.")
NO_SUPPLIER = N_("Dòng này không có tên chủ thể.")
OUTSIDE = N_("“%(name)s” nằm ngoài địa bàn của bạn.")

# Plans a row; raises Refused with the reason, before any draft is touched.
Plan = Callable[[Taking], None]


def begin(book: Book, row: ImportedRow) -> Taking:
    """Look at a row, first where it is."""
    taking = Taking(book, row, place_of(row, book.mandate))
    for remark in remarks_about(row, taking.place):
        taking.remark(remark.column, remark.message, **remark.params)
    return taking


def plan_product(taking: Taking) -> None:
    """Plan a row of a products list. Raises Refused with the reason."""
    row, book = taking.row, taking.book
    if not row.get("name"):
        raise Refused(NO_NAME)
    known_maker, known_outlet = find_producer(taking), find_outlet(taking)
    _check_area(taking, known_maker)
    known = None
    if known_maker is not None or not row.get("supplier"):
        known = book.product_named(known_maker, row.get("name"), taking.place.province_id)
    asked = asked_in(row, has_outlet=known_outlet is not None or seller_name(taking) is not None)
    if asked:
        check_price(asked, known, known_outlet or known_maker, row.number)
    _check_member(taking, known_maker, known is not None)
    maker = tell_producer(taking, known_maker)
    product = tell_product(taking, known, maker)
    taking.subject = product
    # The price of a row that names who sells is the seller's, not the maker's.
    seller = tell_outlet(taking, known_outlet) or maker
    if asked:
        tell_offer(taking, product, seller, asked)
    tell_papers(taking, product)


def plan_supplier(taking: Taking) -> None:
    """Plan a row of a suppliers list. Raises Refused with the reason."""
    if not taking.row.get("supplier"):
        raise Refused(NO_SUPPLIER)
    known = find_producer(taking)
    _check_area(taking, known)
    taking.subject = tell_producer(taking, known)


def _check_area(taking: Taking, maker: SupplierDraft | None) -> None:
    """An officer's list is about the own area."""
    mandate, place = taking.book.mandate, taking.place
    where = (place.place_id, place.legacy_place_id, place.province_id)
    if maker is not None:
        where = (maker["place_id"], maker["legacy_place_id"], maker["province_id"])
    if not mandate.covers(*where):
        raise Refused(OUTSIDE, name=taking.row.get("supplier") or place.text or taking.row.get("name"))


def _check_member(taking: Taking, maker: SupplierDraft | None, is_known: bool) -> None:
    """An outlet may offer what another makes, but only what is known already."""
    own = taking.book.mandate.supplier_id
    if own is not None and maker is not None and maker.id != own and not is_known:
        raise Refused(NOT_KNOWN, name=taking.row.get("name"), maker=maker["name"])


NOT_KNOWN = N_("Chưa có “%(name)s” của %(maker)s ở đây; nơi làm cần đăng trước.")
