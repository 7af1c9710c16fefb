"""One sheet: reading it again, saving, handing in, throwing away."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.forms.product_forms import ProductForm, kept_form, written_product
from marketplace.catalogue.models import ProductDraft
from marketplace.catalogue.policies import may_write_products
from marketplace.catalogue.queries.product_forms import draft_of, open_draft_of
from marketplace.catalogue.routes.product_forms.pages import sheet_page
from marketplace.catalogue.routes.product_forms.sent import (
    Kept,
    Sent,
    answer,
    keep_first,
    older_tab,
    read_pictures,
    too_large,
)
from marketplace.catalogue.routes.registry import section
from marketplace.catalogue.services.product_forms import drop_draft, hand_in_draft
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.media.vocabulary import BODY_LIMIT
from marketplace.web.language import translate
from marketplace.web.signin import current_actor

SHEET = "/ban-hang/nhap/<public_id>"
SENT_NEW = N_("Đã gửi. Cán bộ xem xong thì sản phẩm hiện ra cho khách.")
SENT_SHOWN = N_("Đã lưu bản sửa, khách thấy ngay.")
SENT_WAITS = N_("Đã đổi ngay giá, quy cách, mùa và ảnh. Lời mới chờ cán bộ xem.")
DROPPED = N_("Đã bỏ bản nháp.")


@section.page(SHEET, load=draft_of, allow=may_write_products)
def sheet(draft: ProductDraft) -> ResponseReturnValue:
    """The sheet as it was typed; one that was handed in is no longer written."""
    if draft.handed_in_at is not None:
        return redirect(url_for("catalogue.own"), 303)
    return sheet_page(draft, kept_form(draft.fields))


@section.action(
    f"{SHEET}/luu",
    load=open_draft_of,
    allow=may_write_products,
    prepare=read_pictures,
    once=False,
    body_limit=BODY_LIMIT,
    too_large=too_large,
)
def save_sheet(draft: ProductDraft, prepared: Sent) -> ResponseReturnValue:
    """Keep what was typed."""
    return answer(draft, prepared, "main")


@section.action(
    SHEET,
    load=draft_of,
    allow=may_write_products,
    prepare=keep_first,
    body_limit=BODY_LIMIT,
    too_large=too_large,
)
def hand_in_sheet(draft: ProductDraft, prepared: Kept) -> ResponseReturnValue:
    """Hand the sheet in; what is wrong stands beside its field, and everything typed is still there."""
    if draft.handed_in_at is not None:
        return redirect(url_for("catalogue.own"), 303)
    if prepared.older:
        return older_tab(draft, prepared.older)
    form = ProductForm(request.form)
    if not form.validate() or prepared.refusals:
        return sheet_page(draft, form, status=422, refusals=prepared.refusals)
    try:
        product = hand_in_draft(current_actor(), draft, written_product(form))
    except Refused as error:
        form.refuse(error)
        return sheet_page(draft, form, status=422)
    words = SENT_NEW if product.state == "pending" else SENT_WAITS if product.pending_version_id else SENT_SHOWN
    flash(translate(words), "done")
    return redirect(url_for("catalogue.own"), 303)


@section.action(f"{SHEET}/bo", load=open_draft_of, allow=may_write_products)
def drop_sheet(draft: ProductDraft) -> ResponseReturnValue:
    """Throw the sheet away."""
    drop_draft(current_actor(), draft)
    flash(translate(DROPPED), "done")
    return redirect(url_for("catalogue.own"), 303)
