"""Where the own claim stands: messages both ways, the picture of a paper, taking it back."""

from flask import flash, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.db import transaction
from marketplace.core.errors import Missing, Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import signed_in
from marketplace.core.text import format_moment
from marketplace.core.texts import N_
from marketplace.media.presenters import PhotoField, photo_field, tile
from marketplace.media.queries import file_of, photo_by_id
from marketplace.media.services import Sent, take_sent, too_large_words
from marketplace.media.vocabulary import BODY_LIMIT
from marketplace.suppliers.forms import WordsForm
from marketplace.suppliers.presenters import ClaimPage, message_lines, state_pill
from marketplace.suppliers.queries import (
    ClaimFile,
    messages_of,
    own_claim,
)
from marketplace.suppliers.routes.registry import section
from marketplace.suppliers.services import (
    put_scan,
    withdraw_claim,
    write_to_officer,
)
from marketplace.web.forms import sent_file
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

WRITTEN = N_("Đã gửi lời nhắn.")
WITHDRAWN = N_("Đã rút lại yêu cầu.")
SCAN_KEPT = N_("Đã nhận ảnh giấy tờ.")
CLAIM = "/ban-hang/yeu-cau-nhan/<public_id>"


@section.page(CLAIM, load=own_claim, allow=signed_in)
def claim_state(file: ClaimFile) -> ResponseReturnValue:
    """Where the own claim stands."""
    return _claim_page(file, WordsForm())


@section.action(f"{CLAIM}/nhan-tin", load=own_claim, allow=signed_in)
def write(file: ClaimFile) -> ResponseReturnValue:
    """Write to the officer; after a refusal the claim waits again."""
    form = WordsForm(request.form)
    if not form.validate():
        return _claim_page(file, form, status=422)
    try:
        write_to_officer(current_actor(), file, form.words.data or "")
    except Refused as error:
        form.refuse(error)
        return _claim_page(file, form, status=422)
    return _back(file, WRITTEN)


@section.action(f"{CLAIM}/rut", load=own_claim, allow=signed_in)
def withdraw_own_claim(file: ClaimFile) -> ResponseReturnValue:
    """Take the claim back."""
    withdraw_claim(current_actor(), file)
    return _back(file, WITHDRAWN)


def _take_scan() -> Sent:
    """Slow, so before any transaction; nobody makes this server read a picture for another's claim."""
    with transaction(write=False):
        if own_claim(current_actor(), str((request.view_args or {}).get("public_id"))) is None:
            return Sent()
    return take_sent(sent_file("photo"))


def _too_large() -> ResponseReturnValue:
    file = own_claim(current_actor(), str((request.view_args or {}).get("public_id")))
    if file is None:
        raise Missing
    return _claim_page(file, WordsForm(), scan_error=too_large_words())


@section.action(
    f"{CLAIM}/giay",
    load=own_claim,
    allow=signed_in,
    prepare=_take_scan,
    body_limit=BODY_LIMIT,
    too_large=_too_large,
)
def send_scan(file: ClaimFile, prepared: Sent) -> ResponseReturnValue:
    """Add the picture of a paper, which only the claimant and the officers of the area see."""
    try:
        if prepared.refusal or prepared.taken is None:
            raise prepared.refusal or Missing
        put_scan(current_actor(), file, prepared.taken)
    except Refused as error:
        words = translate(error.message, **error.params)
        return _claim_page(file, WordsForm(), status=422, scan_error=words)
    return _back(file, SCAN_KEPT)


@section.page(f"{CLAIM}/giay.jpg", load=own_claim, allow=signed_in)
def claim_scan(file: ClaimFile) -> ResponseReturnValue:
    """The picture that belongs to the own claim."""
    return scan_of(file)


def scan_of(file: ClaimFile) -> ResponseReturnValue:
    """The private picture of a claim, kept by no cache; Missing where there is none."""
    photo = photo_by_id(file.claim.scan_id) if file.claim.scan_id else None
    found = file_of(photo) if photo else None
    if found is None:
        raise Missing
    response = make_response(found.content)
    response.mimetype = found.media_type
    response.headers["Cache-Control"] = "no-store"
    return response


def _back(file: ClaimFile, words: str) -> ResponseReturnValue:
    flash(translate(words), "done")
    return redirect(url_for("suppliers.claim_state", public_id=file.claim.public_id), 303)


def _claim_page(
    file: ClaimFile, form: WordsForm, *, status: int = 200, scan_error: str | None = None
) -> ResponseReturnValue:
    row = file.claim
    shown = ClaimPage(
        name=file.supplier.name,
        public_href=url_for("catalogue.supplier", slug=file.supplier.slug),
        pill=state_pill(row),
        note=format_moment(row.due_at) if row.state == "pending" else "",
        messages=message_lines(messages_of("claim", row.id), file.account.name),
        is_open=row.state in ("pending", "refused"),
        words_action=url_for("suppliers.write", public_id=row.public_id),
        withdraw_action=url_for("suppliers.withdraw_own_claim", public_id=row.public_id)
        if row.state == "pending"
        else None,
        bench_href=url_for("leads.board") if current_actor().speaks_for(file.supplier.id) else None,
    )
    key = request.form.get("form_key") or fresh_form_key()
    photos = _scan_field(file, key, scan_error)
    return page("suppliers/claim_state.html", status=status, page=shown, form=form, photos=photos, form_key=key)


def _scan_field(file: ClaimFile, key: str, error: str | None) -> PhotoField:
    photo = photo_by_id(file.claim.scan_id) if file.claim.scan_id else None
    src = url_for("suppliers.claim_scan", public_id=file.claim.public_id)
    return photo_field(
        url_for("suppliers.send_scan", public_id=file.claim.public_id),
        key,
        [tile(photo, alt=translate(N_("Ảnh giấy tờ của bạn")), src=src)] if photo else [],
        most=1 if file.claim.state in ("pending", "refused") else 0,
        label=translate(N_("Ảnh giấy tờ (không bắt buộc)")),
        hint=translate(N_("Giấy đăng ký, quyết định thành lập, giấy giới thiệu. Chỉ bạn và cán bộ địa bàn xem được.")),
        error=error,
    )
