"""What an officer settles about products: their classes, and whether what suppliers hand in is shown."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.models import Product
from marketplace.catalogue.policies import may_review_product, may_review_products
from marketplace.catalogue.presenters.reviewing import (
    Bulk,
    ClassBlock,
    ClassesPage,
    PendingPage,
    PendingRow,
    class_block,
    class_choices,
    pending_row,
    reasons_to_choose,
)
from marketplace.catalogue.queries import listings
from marketplace.catalogue.queries.photos import photos_of
from marketplace.catalogue.queries.reviews import (
    ReviewedProduct,
    overdue_product_count,
    pending_products,
    product_of_area,
    products_of_area,
    reviewed_products,
    unclassed_products,
    waiting_counts,
    waiting_words,
)
from marketplace.catalogue.queries.scans import papers_with_scan
from marketplace.catalogue.routes.registry import looked_at, section
from marketplace.catalogue.services.reviewing import publish_products, put_classes, return_product
from marketplace.catalogue.vocabulary import all_classes, ocop_class
from marketplace.catalogue.vocabulary.blocks import Block, blocks_of, pages_of
from marketplace.core.actor import Actor
from marketplace.core.clock import now, today
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import officer
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.places.queries import display_names
from marketplace.suppliers.queries import area_names
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.paging import page_number, pager_of
from marketplace.web.signin import current_actor

CLASSES, PENDING = "/can-bo/phan-nhom", "/can-bo/cho-duyet"
PER_PAGE = 40
CLASSED = N_("Đã xếp %(done)s sản phẩm vào %(name)s.")
PUBLISHED = N_("Đã đăng %(done)s sản phẩm.")
PASSED_OVER = N_("%(n)s sản phẩm đã có người làm xong trước đó.")
RETURNED = N_("Đã trả lại; nơi làm thấy lý do ở trang Hàng của mình.")


def _posted(actor: Actor) -> list[Product] | None:
    """The ticked products; None where one of them isn't in the own areas."""
    return products_of_area(actor, request.form.getlist("san-pham"))


@section.page(CLASSES, allow=officer)
def unclassed() -> ResponseReturnValue:
    """The published products of the own area that have no class, by the class that their names propose."""
    order = {found.code: place for place, found in enumerate(all_classes())}
    pairs = unclassed_products(current_actor())
    pairs.sort(key=lambda pair: order.get(pair[0] or "", len(order)))
    pages = pages_of(blocks_of(pairs))
    number = min(page_number(request.args.get("trang")), len(pages))
    shown = ClassesPage(
        area_name=area_names(current_actor()),
        total=len(pairs),
        blocks=_class_blocks(pages[number - 1]),
        choices=class_choices(),
        pager=pager_of(number, 1, len(pages)),
    )
    return page("catalogue/officer_classes.html", page=shown)


@section.action(f"{CLASSES}/xep", load=_posted, allow=may_review_products)
def put_class(products: list[Product]) -> ResponseReturnValue:
    """An officer says to which class these products belong."""
    code = request.form.get("nhom", "")
    done = put_classes(current_actor(), products, code)
    found = ocop_class(code)
    said = translate(CLASSED, done=done, name=found.shelf if found else code)
    return _done(said, len(products) - done, "catalogue.unclassed")


@section.page(PENDING, allow=officer)
def pending() -> ResponseReturnValue:
    """What suppliers of the own area handed in and nobody has seen yet, longest waiting first."""
    counts = waiting_counts(current_actor())
    number = min(page_number(request.args.get("trang")), max(1, -(-counts.pending // PER_PAGE)))
    waiting = pending_products(current_actor(), offset=(number - 1) * PER_PAGE, limit=PER_PAGE)
    shown = PendingPage(
        area_name=area_names(current_actor()),
        total=counts.pending,
        hours=settings().review_within_hours,
        overdue=overdue_product_count(current_actor(), now() - settings().review_within),
        rows=_pending_rows(waiting),
        bulk=_publishing() if any(product.may_review for product in waiting) else None,
        reasons=reasons_to_choose(),
        pager=pager_of(number, PER_PAGE, counts.pending),
    )
    return page("catalogue/officer_pending.html", page=shown)


@section.action(f"{PENDING}/dang", load=_posted, allow=may_review_products)
def publish(products: list[Product]) -> ResponseReturnValue:
    """An officer shows what suppliers handed in."""
    done = publish_products(current_actor(), products)
    return _done(translate(PUBLISHED, done=done), len(products) - done, "catalogue.pending")


@section.action(f"{PENDING}/<product_id>/tra-lai", load=product_of_area, allow=may_review_product)
def give_back(product: Product) -> ResponseReturnValue:
    """An officer gives a product back, and says why."""
    return_product(current_actor(), product, request.form.get("ly-do", ""), request.form.get("loi", ""))
    return _done(translate(RETURNED), 0, "catalogue.pending")


def _done(said: str, passed_over: int, endpoint: str) -> ResponseReturnValue:
    """Say it, and back to where the form stood."""
    also = [translate(PASSED_OVER, n=passed_over)] if passed_over else []
    flash(" ".join([said, *also]), "done")
    return redirect(url_for(endpoint, **looked_at()), 303)


def _class_blocks(blocks: list[Block[str | None]]) -> tuple[ClassBlock, ...]:
    products = reviewed_products(current_actor(), [row_id for block in blocks for row_id in block.ids])
    names = display_names(product.place_id for product in products.values() if product.place_id)
    action = url_for("catalogue.put_class", **looked_at())
    return tuple(
        class_block(
            number,
            block.key,
            [products[row_id] for row_id in block.ids],
            block.total,
            names,
            action=action,
            form_key=fresh_form_key(),
        )
        for number, block in enumerate(blocks, start=1)
    )


def _pending_rows(waiting: list[ReviewedProduct]) -> tuple[PendingRow, ...]:
    ids = [product.product.id for product in waiting]
    found, pictures, scans = listings(ids, today()), photos_of(ids), papers_with_scan(ids)
    words = waiting_words([product.product for product in waiting])
    names = display_names(product.place_id for product in waiting if product.place_id)
    return tuple(
        pending_row(
            product,
            found[product.product.id],
            words[product.product.id],
            pictures.get(product.product.id, []),
            scans.get(product.product.id),
            names,
            now(),
            within=settings().review_within,
            back_action=url_for("catalogue.give_back", product_id=product.product.public_id, **looked_at()),
            form_key=fresh_form_key(),
        )
        for product in waiting
    )


def _publishing() -> Bulk:
    return Bulk(
        id="dang",
        action=url_for("catalogue.publish", **looked_at()),
        form_key=fresh_form_key(),
        label=translate(N_("Đăng sản phẩm đã chọn")),
        words=translate(N_("Đăng {n} sản phẩm")),
        kind="main",
    )
