"""What the product form asks while one types: which products are probably here already."""

from flask import Response, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.presenters.doubles import product_double_lines
from marketplace.catalogue.queries.doubles import ProductDouble, probable_product_doubles
from marketplace.catalogue.routes.registry import section
from marketplace.core.permissions import signed_in
from marketplace.core.text import normalise
from marketplace.suppliers.queries import supplier_by_slug
from marketplace.web.signin import current_actor

LONGEST_NAME = 200


@section.page("/goi-y/san-pham", allow=signed_in)
def suggest_products() -> ResponseReturnValue:
    """``html``: products that are probably the one called ``ten``, among those of the supplier ``chu-the`` (a slug).

    Drafts and what waits are told to those alone who speak for the supplier. ``bo-qua`` is the public id of the
    product that is being changed.
    """
    supplier = supplier_by_slug(current_actor(), request.args.get("chu-the", ""))
    name = normalise(request.args.get("ten", ""))[:LONGEST_NAME]
    found = probable_product_doubles(name, [supplier.id]) if supplier and name else []
    own = supplier is not None and current_actor().speaks_for(supplier.id)
    kept = [each for each in found if (each.is_public or own) and each.public_id != request.args.get("bo-qua")]
    answer: Response = jsonify(html=render_template("catalogue/doubles.html", found=product_double_lines(kept, _href)))
    return answer


def _href(each: ProductDouble) -> str | None:
    return url_for("catalogue.product", slug=each.slug) if each.is_public else None
