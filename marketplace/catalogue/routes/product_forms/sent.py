"""What every form of a sheet carries: all its fields, the words of its pictures, and perhaps a picture or a scan.

Each button of the sheet sends the whole of it, so that without a script nothing typed is lost by adding a picture.
"""

from dataclasses import dataclass
from typing import IO

from flask import jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.forms.product_forms import ProductForm, kept_form, raw_fields
from marketplace.catalogue.models import ProductDraft
from marketplace.catalogue.policies import may_write_products
from marketplace.catalogue.queries.product_forms import draft_pictures, open_draft_of
from marketplace.catalogue.routes.product_forms.pages import draft_state, sheet_page
from marketplace.catalogue.services.product_forms import add_picture, put_scan, save_draft
from marketplace.core.db import apart
from marketplace.core.errors import Conflict, Missing, Refused
from marketplace.media.services import take_picture, too_large_words
from marketplace.media.vocabulary import ALT_LENGTH, TakenPicture
from marketplace.web.forms import sent_file
from marketplace.web.language import translate
from marketplace.web.signin import current_actor

PHOTO, SCAN = "photo", "scan"


@dataclass(frozen=True)
class Sent:
    """A picture and a scan that came with the form, each as it was taken in or why it wasn't."""

    photo: TakenPicture | Refused | None = None
    scan: TakenPicture | Refused | None = None


@dataclass(frozen=True)
class Kept:
    """What became of a sheet before it was judged: what was wrong with its pictures, or that another was newer."""

    refusals: tuple[Refused, ...] = ()
    older: Conflict | None = None


def read_pictures() -> Sent:
    """Decode what was sent: slow, so it is done before the transaction, and only for those who may send any."""
    if not may_write_products(current_actor()):
        return Sent()
    return Sent(_read(sent_file(PHOTO)), _read(sent_file(SCAN)))


def _read(file: IO[bytes] | None) -> TakenPicture | Refused | None:
    if file is None:
        return None
    try:
        return take_picture(file)
    except Refused as error:
        return error
    finally:
        file.seek(0)  # what was sent is compared with what was sent before


def keep_sent(draft: ProductDraft, sent: Sent) -> list[Refused]:
    """Keep fields, words of pictures, picture and scan; what was wrong with the latter two.

    Raises Conflict where an older tab sent the fields. A script that sends a picture alone sends no fields.
    """
    if "number" in request.form:
        alts = {
            picture.photo.id: request.form[f"alt_{picture.photo.public_id}"].strip()[:ALT_LENGTH]
            for picture in draft_pictures(draft)
            if f"alt_{picture.photo.public_id}" in request.form
        }
        save_draft(draft, raw_fields(request.form), alts, request.form.get("number", -1, int))
    refusals: list[Refused] = []
    for taken, field, put in ((sent.photo, PHOTO, add_picture), (sent.scan, SCAN, put_scan)):
        try:
            if isinstance(taken, Refused):
                raise taken
            if taken is not None:
                put(current_actor(), draft, taken)
        except Refused as error:
            refusals.append(Refused(error.message, field=field, **error.params))
    return refusals


def keep_first() -> Kept:
    """Keep what was sent in a transaction of its own, for it must outlive that the sheet is refused."""
    sent = read_pictures()
    with apart():
        draft = open_draft_of(current_actor(), (request.view_args or {})["public_id"])
        if draft is None:
            return Kept()
        try:
            return Kept(tuple(keep_sent(draft, sent)))
        except Conflict as error:
            return Kept(older=error)


def answer(draft: ProductDraft, sent: Sent, anchor: str) -> ResponseReturnValue:
    """Keep what was sent, and show the sheet again at ``anchor``."""
    try:
        refusals = keep_sent(draft, sent)
    except Conflict as error:
        return older_tab(draft, error)
    if refusals:
        return refused(draft, refusals)
    if wants_json():
        return jsonify(draft_state(draft, kept_form(draft.fields)))
    return redirect(url_for("catalogue.sheet", public_id=draft.public_id, _anchor=anchor), 303)


def refused(draft: ProductDraft, refusals: list[Refused]) -> ResponseReturnValue:
    """The sheet with what was typed, and why a picture wasn't taken."""
    if wants_json():
        return jsonify({"message": translate(refusals[0].message, **refusals[0].params)}), 422
    form = ProductForm(request.form) if "number" in request.form else kept_form(draft.fields)
    return sheet_page(draft, form, status=422, refusals=refusals)


def older_tab(draft: ProductDraft, error: Conflict) -> ResponseReturnValue:
    """Nothing is lost: what was typed stays, and may be saved over the other."""
    text = translate(error.message)
    if wants_json():
        return jsonify({"message": text, "number": draft.number}), 409
    return sheet_page(draft, ProductForm(request.form), status=409, notice=text)


def too_large() -> ResponseReturnValue:
    """Nothing of what was sent was read: the sheet as it was saved last."""
    draft = open_draft_of(current_actor(), (request.view_args or {})["public_id"])
    if draft is None:
        raise Missing
    if wants_json():
        return jsonify({"message": too_large_words()})
    return sheet_page(draft, kept_form(draft.fields), refusals=[Refused(too_large_words(), field=PHOTO)])


def wants_json() -> bool:
    """Whether a script asks."""
    return request.headers.get("Accept", "") == "application/json"
