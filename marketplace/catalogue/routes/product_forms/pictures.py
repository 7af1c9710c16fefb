"""The pictures of a sheet, one in a request, and the certificate's scan."""

from typing import cast

from flask import make_response, redirect, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.models import ProductDraft
from marketplace.catalogue.policies import may_write_products
from marketplace.catalogue.queries.product_forms import open_draft_of, picture_of_draft
from marketplace.catalogue.routes.product_forms.sent import (
    Sent,
    answer,
    keep_sent,
    older_tab,
    read_pictures,
    refused,
    too_large,
)
from marketplace.catalogue.routes.product_forms.sheets import SHEET
from marketplace.catalogue.routes.registry import section
from marketplace.catalogue.services.product_forms import drop_scan, move_picture
from marketplace.catalogue.services.product_forms.pictures import Step
from marketplace.core.actor import Actor
from marketplace.core.errors import Conflict, Missing
from marketplace.media.queries import file_of, photo_by_id
from marketplace.media.vocabulary import BODY_LIMIT

STEPS = ("len", "xuong", "bo", "mo-ta")


@section.action(
    f"{SHEET}/anh",
    load=open_draft_of,
    allow=may_write_products,
    prepare=read_pictures,
    body_limit=BODY_LIMIT,
    too_large=too_large,
)
def add_sheet_picture(draft: ProductDraft, prepared: Sent) -> ResponseReturnValue:
    """A picture more."""
    return answer(draft, prepared, "anh")


@section.action(
    f"{SHEET}/anh/<photo_id>/<step>",
    load=lambda actor, public_id, photo_id, step: _picture(actor, public_id, photo_id, step),
    allow=may_write_products,
    prepare=read_pictures,
    once=False,
    body_limit=BODY_LIMIT,
    too_large=too_large,
)
def change_sheet_picture(target: tuple[ProductDraft, int, Step], prepared: Sent) -> ResponseReturnValue:
    """One place up or down, out, or other words."""
    draft, photo_id, step = target
    try:
        refusals = keep_sent(draft, prepared)
    except Conflict as error:
        return older_tab(draft, error)
    move_picture(draft, photo_id, step)
    if refusals:
        return refused(draft, refusals)
    return redirect(url_for("catalogue.sheet", public_id=draft.public_id, _anchor="anh"), 303)


@section.action(
    f"{SHEET}/giay",
    load=open_draft_of,
    allow=may_write_products,
    prepare=read_pictures,
    body_limit=BODY_LIMIT,
    too_large=too_large,
)
def add_sheet_scan(draft: ProductDraft, prepared: Sent) -> ResponseReturnValue:
    """The certificate's scan."""
    return answer(draft, prepared, "giay-ocop")


@section.action(f"{SHEET}/giay/bo", load=open_draft_of, allow=may_write_products, body_limit=BODY_LIMIT, once=False)
def drop_sheet_scan(draft: ProductDraft) -> ResponseReturnValue:
    """No scan."""
    try:
        keep_sent(draft, Sent())
    except Conflict as error:
        return older_tab(draft, error)
    drop_scan(draft)
    return redirect(url_for("catalogue.sheet", public_id=draft.public_id, _anchor="giay-ocop"), 303)


@section.page(f"{SHEET}/giay", load=open_draft_of, allow=may_write_products)
def sheet_scan(draft: ProductDraft) -> ResponseReturnValue:
    """The scan itself, for those who speak for the supplier."""
    photo = photo_by_id(draft.scan_id) if draft.scan_id else None
    file = file_of(photo) if photo else None
    if file is None:
        raise Missing
    response = make_response(file.content)
    response.mimetype = file.media_type
    return response


def _picture(actor: Actor, public_id: str, photo_id: str, step: str) -> tuple[ProductDraft, int, Step] | None:
    draft = open_draft_of(actor, public_id) if step in STEPS else None
    found = picture_of_draft(draft, photo_id) if draft else None
    return (draft, found, cast(Step, step)) if draft and found else None
