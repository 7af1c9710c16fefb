"""Officers look at pairs that are probably one: they are merged or told apart, and either is taken back."""

from collections.abc import Sequence

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.queries.doubles import ProductPair
from marketplace.core.errors import Refused
from marketplace.core.permissions import officer
from marketplace.core.texts import N_
from marketplace.leads.policies import may_settle_pair, may_undo_merge
from marketplace.leads.presenters.doubles import DoublesPage, apart_rows, compared_page, merged_rows, pair_rows
from marketplace.leads.queries.doubles import (
    Compared,
    compared,
    product_pairs_of,
    province_choices,
    sides_of,
    supplier_pairs_of,
)
from marketplace.leads.queries.merged import Merged, merge_of_area, merged_of, told_apart
from marketplace.leads.routes.registry import form_key, section
from marketplace.leads.services.doubles import merge_pair, tell_pair_apart, undo_merged, untell_pair_apart
from marketplace.places.queries import display_names
from marketplace.suppliers.queries import DoublePair, area_names
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

MOST_SHOWN = 30
_UNKNOWN = "-"
_PAIR = "/can-bo/trung/<subject>/<one>/<other>"
_MERGED = N_("Đã gộp vào %(name)s. Nếu nhầm, gỡ ra ở danh sách đã gộp.")
_APART = N_("Đã ghi: đây là hai. Cặp này không hiện lại nữa.")
_UNDONE = N_("Đã gỡ ra: nay là hai như trước.")
_AGAIN = N_("Cặp này hiện lại trong danh sách.")


@section.page("/can-bo/trung", allow=officer)
def doubles() -> ResponseReturnValue:
    """The pairs of one province of the own areas (``tinh``), suppliers before products."""
    actor = current_actor()
    choices = province_choices(actor)
    wanted = next((key for key in choices if (key or _UNKNOWN) == request.args.get("tinh")), next(iter(choices), None))
    makers, goods = supplier_pairs_of(actor, wanted), product_pairs_of(actor, wanted)
    some, others = makers[:MOST_SHOWN], goods[:MOST_SHOWN]
    names = display_names([key for key in choices if key])
    labels = [(key or _UNKNOWN, names[key].short if key else translate(N_("Chưa rõ tỉnh"))) for key in choices]
    shown = DoublesPage(
        area_name=area_names(actor),
        province=dict(labels).get(wanted or _UNKNOWN, ""),
        provinces=[(value, label, value == (wanted or _UNKNOWN)) for value, label in labels],
        action=url_for("leads.doubles"),
        suppliers=pair_rows(some, sides_of("chu-the", _keys(some)), "chu-the", url_for),
        products=pair_rows(others, sides_of("san-pham", _keys(others)), "san-pham", url_for),
        more=len(makers) - len(some) + len(goods) - len(others),
        merged_href=url_for("leads.merged"),
    )
    return page("leads/doubles.html", page=shown)


def _keys(pairs: Sequence[DoublePair] | Sequence[ProductPair]) -> set[int]:
    return {key for pair in pairs for key in (pair.first_id, pair.second_id)}


@section.page(_PAIR, load=compared, allow=officer)
def compare(pair: Compared) -> ResponseReturnValue:
    """The two side by side."""
    return _compare_page(pair)


@section.action(f"{_PAIR}/gop", load=compared, allow=may_settle_pair)
def merge(pair: Compared) -> ResponseReturnValue:
    """Take one for the other from now on."""
    try:
        name = merge_pair(current_actor(), pair, request.form.get("giu", ""))
    except Refused as error:
        return _compare_page(pair, translate(error.message, **error.params), 422)
    flash(translate(_MERGED, name=name), "done")
    return redirect(url_for("leads.doubles"), 303)


@section.action(f"{_PAIR}/la-hai", load=compared, allow=may_settle_pair)
def tell_apart(pair: Compared) -> ResponseReturnValue:
    """The two are two."""
    tell_pair_apart(current_actor(), pair)
    flash(translate(_APART), "done")
    return redirect(url_for("leads.doubles"), 303)


@section.action(f"{_PAIR}/xem-lai", load=compared, allow=may_settle_pair)
def untell_apart(pair: Compared) -> ResponseReturnValue:
    """Take that back."""
    untell_pair_apart(current_actor(), pair)
    flash(translate(_AGAIN), "done")
    return redirect(url_for("leads.merged"), 303)


@section.page("/can-bo/trung/da-gop", allow=officer)
def merged() -> ResponseReturnValue:
    """What was merged and told apart in the own areas."""
    actor = current_actor()
    return page(
        "leads/merged.html",
        merged=merged_rows(merged_of(actor), url_for),
        apart=apart_rows(told_apart(actor), url_for),
        list_href=url_for("leads.doubles"),
        form_key=form_key,
    )


@section.action("/can-bo/trung/da-gop/<subject>/<int:merge_id>/go", load=merge_of_area, allow=may_undo_merge)
def undo_merge(merged: Merged) -> ResponseReturnValue:
    """Take a merge back; one that was taken back before stays so."""
    try:
        undo_merged(current_actor(), merged)
        flash(translate(_UNDONE), "done")
    except Refused as error:
        flash(translate(error.message, **error.params), "done")
    return redirect(url_for("leads.merged"), 303)


def _compare_page(pair: Compared, error: str | None = None, status: int = 200) -> ResponseReturnValue:
    shown = compared_page(pair, url_for)
    return page(
        "leads/compare.html",
        status=status,
        page=shown,
        may=may_settle_pair(current_actor(), pair),
        error=error,
        form_key=form_key(),
    )
