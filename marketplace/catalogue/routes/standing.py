"""An officer suspends, closes or reinstates a supplier; all of its products follow."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.routes.registry import section
from marketplace.catalogue.services.standing import close_supplier, reinstate_supplier, suspend_supplier
from marketplace.core.texts import N_
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.policies import may_change_supplier
from marketplace.suppliers.queries import supplier_of_area
from marketplace.web.language import translate
from marketplace.web.signin import current_actor

SUPPLIER = "/can-bo/chu-the/<slug>"
SUSPENDED = N_("Đã tạm ẩn %(name)s và sản phẩm.")
CLOSED = N_("Đã đóng %(name)s.")
REINSTATED = N_("Đã cho %(name)s hiện trở lại.")


@section.action(f"{SUPPLIER}/tam-an", load=supplier_of_area, allow=may_change_supplier)
def suspend(supplier: Supplier) -> ResponseReturnValue:
    """Hide it, with a reason."""
    suspend_supplier(current_actor(), supplier, request.form.get("reason", ""), request.form.get("words", ""))
    return _back(supplier, SUSPENDED)


@section.action(f"{SUPPLIER}/dong", load=supplier_of_area, allow=may_change_supplier)
def close(supplier: Supplier) -> ResponseReturnValue:
    """It is no more, or sells no more."""
    close_supplier(current_actor(), supplier, request.form.get("reason", ""), request.form.get("words", ""))
    return _back(supplier, CLOSED)


@section.action(f"{SUPPLIER}/hien-lai", load=supplier_of_area, allow=may_change_supplier)
def reinstate(supplier: Supplier) -> ResponseReturnValue:
    """Show it again."""
    reinstate_supplier(current_actor(), supplier, request.form.get("words", ""))
    return _back(supplier, REINSTATED)


def _back(supplier: Supplier, words: str) -> ResponseReturnValue:
    flash(translate(words, name=supplier.name), "done")
    return redirect(url_for("suppliers.officer_supplier", slug=supplier.slug, _anchor="tinh-trang"), 303)
