"""A supplier's goods: what it is writing, what is shown, what it no longer sells."""

from collections.abc import Sequence

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.models import Product
from marketplace.catalogue.policies import may_see_own_products, may_write_products
from marketplace.catalogue.presenters.product_forms import (
    OwnPage,
    draft_row,
    own_row,
    promise_of,
    sold_row,
    stopped_row,
)
from marketplace.catalogue.queries.own_offers import own_offers
from marketplace.catalogue.queries.own_products import OwnProduct, own_products
from marketplace.catalogue.queries.product_forms import drafts_of, own_product
from marketplace.catalogue.queries.reviews import standing_before
from marketplace.catalogue.routes.registry import section
from marketplace.catalogue.services.product_forms import begin_draft, begin_edit, sell_again, stop_selling
from marketplace.core.clock import now
from marketplace.core.errors import Missing
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.suppliers.queries import own_suppliers
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

PAGE = "/ban-hang/san-pham"
STOPPED = N_("Đã thôi bán. Muốn bày lại thì xem ở cuối trang này.")
AGAIN = N_("Đã bày lại như trước.")


@section.page(PAGE, allow=may_see_own_products)
def own() -> ResponseReturnValue:
    """What a supplier makes, where each stands, why one came back, and what it is writing."""
    found = own_products(current_actor())
    rows = tuple(own_row(product, url_for) for product in found if product.state != "removed")
    shown = OwnPage(
        total=len(rows),
        returned=sum(row.reason is not None for row in rows),
        promise=_promise(found),
        drafts=tuple(draft_row(draft, url_for) for draft in drafts_of(current_actor())),
        rows=rows,
        stopped=tuple(stopped_row(product, url_for) for product in found if product.state == "removed"),
        sold=tuple(sold_row(offer, url_for) for offer in own_offers(current_actor())),
        suppliers=_suppliers(),
        new_action=url_for("catalogue.begin_sheet"),
    )
    return page("catalogue/own_products.html", page=shown, form_key=fresh_form_key())


@section.action(f"{PAGE}/moi", allow=may_write_products)
def begin_sheet() -> ResponseReturnValue:
    """An empty sheet; ``chu-the`` says for whom, where somebody speaks for several."""
    wanted = request.form.get("chu-the")
    own = [supplier for supplier in own_suppliers(current_actor()) if wanted in (None, supplier.public_id)]
    if not own:
        raise Missing
    draft = begin_draft(current_actor(), own[0].id)
    return redirect(url_for("catalogue.sheet", public_id=draft.public_id), 303)


@section.action(f"{PAGE}/<product_id>/sua", load=own_product, allow=may_write_products)
def edit_product(product: Product) -> ResponseReturnValue:
    """The sheet of a product that is there, filled with what it says."""
    draft = begin_edit(current_actor(), product)
    return redirect(url_for("catalogue.sheet", public_id=draft.public_id), 303)


@section.action(f"{PAGE}/<product_id>/thoi-ban", load=own_product, allow=may_write_products)
def stop(product: Product) -> ResponseReturnValue:
    """The supplier doesn't sell it any more."""
    stop_selling(current_actor(), product)
    flash(translate(STOPPED), "done")
    return redirect(url_for("catalogue.own"), 303)


@section.action(f"{PAGE}/<product_id>/bay-lai", load=own_product, allow=may_write_products)
def again(product: Product) -> ResponseReturnValue:
    """The supplier sells it again."""
    sell_again(current_actor(), product)
    flash(translate(AGAIN), "done")
    return redirect(url_for("catalogue.own"), 303)


def _promise(found: Sequence[OwnProduct]) -> str | None:
    """Of what has waited longest; None where nothing waits."""
    since = min((product.since for product in found if product.waits), default=None)
    if since is None:
        return None
    provinces = {supplier.province_id for supplier in own_suppliers(current_actor()) if supplier.province_id}
    return promise_of(since, settings().review_within, standing_before(provinces, since), now())


def _suppliers() -> tuple[tuple[str, str], ...]:
    own = own_suppliers(current_actor())
    return tuple((supplier.public_id, supplier.name) for supplier in own) if len(own) > 1 else ()
