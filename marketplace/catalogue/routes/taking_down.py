"""An officer takes one product off the market, and puts it back."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.models import Product
from marketplace.catalogue.policies import may_review_product
from marketplace.catalogue.queries.own_products import name_of_product
from marketplace.catalogue.queries.reviews import product_of_area
from marketplace.catalogue.routes.registry import section
from marketplace.catalogue.services.taking_down import is_taken_down, put_back, take_down
from marketplace.catalogue.vocabulary.returns import TAKE_DOWN_REASONS
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import officer
from marketplace.core.texts import N_
from marketplace.suppliers.queries import messages_of
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

DOWN = "/can-bo/san-pham/<product_id>/go"
TAKEN_DOWN = N_("Đã gỡ %(name)s. Nơi làm nhận được lý do.")
PUT_BACK = N_("%(name)s lại bày như trước.")


@section.page(DOWN, load=product_of_area, allow=officer)
def taking_down(product: Product) -> ResponseReturnValue:
    """The form for it; of what is down already why, and the way back. A viewer is offered neither."""
    return _page(product)


@section.action(DOWN, load=product_of_area, allow=may_review_product)
def take_product_down(product: Product) -> ResponseReturnValue:
    """Hide it at once."""
    try:
        take_down(current_actor(), product, request.form.get("reason", ""), request.form.get("words", ""))
    except Refused as error:
        return _page(product, error)
    return _back(product, TAKEN_DOWN)


@section.action("/can-bo/san-pham/<product_id>/bay-lai", load=product_of_area, allow=may_review_product)
def put_product_back(product: Product) -> ResponseReturnValue:
    """Show it again."""
    put_back(current_actor(), product)
    return _back(product, PUT_BACK)


def _back(product: Product, words: str) -> ResponseReturnValue:
    flash(translate(words, name=name_of_product(product)), "done")
    return redirect(url_for("catalogue.taking_down", product_id=product.public_id), 303)


def _page(product: Product, error: Refused | None = None) -> ResponseReturnValue:
    said = [message for message in messages_of("product", product.id) if message.reason in TAKE_DOWN_REASONS]
    is_down, may = is_taken_down(product), may_review_product(current_actor(), product)
    return page(
        "catalogue/taking_down.html",
        status=422 if error else 200,
        name=name_of_product(product),
        public_href=url_for("catalogue.product", slug=product.slug) if product.state == "published" else None,
        is_shown=product.state in ("published", "paused"),
        is_down=is_down,
        why=translate(TAKE_DOWN_REASONS[said[-1].reason or ""]) if is_down and said else None,
        words=said[-1].body if is_down and said else "",
        action=url_for("catalogue.take_product_down", product_id=product.public_id) if may else None,
        back_action=url_for("catalogue.put_product_back", product_id=product.public_id) if may else None,
        reasons=[(code, translate(words)) for code, words in TAKE_DOWN_REASONS.items()],
        problem=translate(error.message, **error.params) if error else None,
        typed=request.form,
        form_key=request.form.get("form_key") or fresh_form_key(),
    )
