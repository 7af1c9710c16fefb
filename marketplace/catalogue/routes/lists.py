"""One list that was handed in: how far it is, what it would do, taking or dropping it, and its rows as files."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import PurePath

from flask import flash, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.exports import result_file
from marketplace.catalogue.forms import PRODUCTS
from marketplace.catalogue.imports import refused_workbook
from marketplace.catalogue.models import ImportRow, ImportRun
from marketplace.catalogue.policies import may_hand_in_lists, may_hand_in_own_lists
from marketplace.catalogue.presenters.importing import (
    KEPT,
    Look,
    list_page,
    progress_of,
    reasons_in,
    refused_line,
    rows_part,
    shown_rows,
)
from marketplace.catalogue.presenters.importing.looks import Reasons
from marketplace.catalogue.presenters.importing.run_pages import RowsPart
from marketplace.catalogue.queries.import_runs import (
    RowCounts,
    counts_of,
    marked_rows_of,
    own_run_of,
    public_slugs_of,
    rows_by_id,
    rows_of,
    run_of,
)
from marketplace.catalogue.routes.benches import ways_here, workbook
from marketplace.catalogue.routes.registry import section
from marketplace.catalogue.services import confirm_list, drop_list
from marketplace.core.clock import now
from marketplace.core.errors import Missing, Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.text import slugify
from marketplace.core.texts import N_
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.paging import page_number, pager_of
from marketplace.web.signin import current_actor

PER_PAGE = 100
JUDGED = ("previewed", "ended")  # states in which something is said of every row, and stays
DROPPED = N_("Đã bỏ danh sách. Chưa có gì được ghi.")


@section.page("/can-bo/nhap-danh-sach/<list_id>", load=run_of, allow=may_hand_in_lists, endpoint="officer_list")
@section.page("/ban-hang/nhap-danh-sach/<list_id>", load=own_run_of, allow=may_hand_in_own_lists, endpoint="own_list")
def one_list(run: ImportRun) -> ResponseReturnValue:
    """A list; ``xem`` keeps the rows of an outcome, ``ly-do`` those of a reason."""
    judged = run.state in JUDGED
    counts, reasons = counts_of(run.id), reasons_in(marked_rows_of(run.id) if judged else [])
    look = _look(reasons)
    part = _rows_part(run, counts, look) if judged and counts.total else None
    shown = list_page(ways_here(), run, counts, reasons, part, look, now())
    return page("catalogue/list.html", page=shown, form_key=fresh_form_key())


@section.page(
    "/can-bo/nhap-danh-sach/<list_id>/tien-do", load=run_of, allow=may_hand_in_lists, endpoint="officer_list_progress"
)
@section.page(
    "/ban-hang/nhap-danh-sach/<list_id>/tien-do",
    load=own_run_of,
    allow=may_hand_in_own_lists,
    endpoint="own_list_progress",
)
def progress(run: ImportRun) -> ResponseReturnValue:
    """How far a list is, for the script of the page that waits."""
    return jsonify(asdict(progress_of(run, now())))


@section.action(
    "/can-bo/nhap-danh-sach/<list_id>/nhan", load=run_of, allow=may_hand_in_lists, endpoint="officer_list_take"
)
@section.action(
    "/ban-hang/nhap-danh-sach/<list_id>/nhan", load=own_run_of, allow=may_hand_in_own_lists, endpoint="own_list_take"
)
def take(run: ImportRun) -> ResponseReturnValue:
    """Take the good rows; one who comes too late sees what was decided."""
    try:
        confirm_list(current_actor(), run)
    except Refused as error:
        flash(translate(error.message), "done")
    return redirect(ways_here().list(run.public_id), 303)


@section.action(
    "/can-bo/nhap-danh-sach/<list_id>/bo", load=run_of, allow=may_hand_in_lists, endpoint="officer_list_drop"
)
@section.action(
    "/ban-hang/nhap-danh-sach/<list_id>/bo", load=own_run_of, allow=may_hand_in_own_lists, endpoint="own_list_drop"
)
def drop(run: ImportRun) -> ResponseReturnValue:
    """Leave the list; nothing of it was written."""
    try:
        drop_list(current_actor(), run)
    except Refused as error:
        flash(translate(error.message), "done")
        return redirect(ways_here().list(run.public_id), 303)
    flash(translate(DROPPED), "done")
    return redirect(ways_here().lists(), 303)


@section.page(
    "/can-bo/nhap-danh-sach/<list_id>/khong-nhan.xlsx",
    load=run_of,
    allow=may_hand_in_lists,
    endpoint="officer_list_refused",
)
@section.page(
    "/ban-hang/nhap-danh-sach/<list_id>/khong-nhan.xlsx",
    load=own_run_of,
    allow=may_hand_in_own_lists,
    endpoint="own_list_refused",
)
def refused_rows(run: ImportRun) -> ResponseReturnValue:
    """The refused rows as a workbook, the reason in its last column."""
    rows = rows_of(run.id, "refused")
    if not rows:
        raise Missing
    return workbook(refused_workbook(run.header, [refused_line(row) for row in rows]), _name(run, "khong-nhan"))


@section.page(
    "/can-bo/nhap-danh-sach/<list_id>/ket-qua.xlsx",
    load=run_of,
    allow=may_hand_in_lists,
    endpoint="officer_list_result",
)
@section.page(
    "/ban-hang/nhap-danh-sach/<list_id>/ket-qua.xlsx",
    load=own_run_of,
    allow=may_hand_in_own_lists,
    endpoint="own_list_result",
)
def result(run: ImportRun) -> ResponseReturnValue:
    """Every row with what became of it."""
    if run.state != "ended" or not counts_of(run.id).total:
        raise Missing
    return workbook(result_file(run), _name(run, "ket-qua"))


def _look(reasons: Reasons) -> Look:
    """What the address asks to see; what it can't mean is everything."""
    if reason := reasons.find(request.args.get("ly-do", "")):
        return Look(reason=reason)
    return Look(kept=KEPT.get(request.args.get("xem", "")))


def _rows_part(run: ImportRun, counts: RowCounts, look: Look) -> RowsPart:
    total = len(look.reason.row_ids) if look.reason else counts.of(look.kept)
    number = min(page_number(request.args.get("trang")), max(1, -(-total // PER_PAGE)))
    pager = pager_of(number, PER_PAGE, total)
    rows = _rows(run, look, (number - 1) * PER_PAGE)
    return rows_part(ways_here(), run, counts, look, shown_rows(run, rows, _hrefs(run, rows)), pager)


def _rows(run: ImportRun, look: Look, offset: int) -> list[ImportRow]:
    if look.reason:
        return rows_by_id(look.reason.row_ids[offset : offset + PER_PAGE])
    return rows_of(run.id, look.kept, offset=offset, limit=PER_PAGE)


def _hrefs(run: ImportRun, rows: Sequence[ImportRow]) -> dict[int, str]:
    """Where what the rows are about can be seen by everybody."""
    slugs = public_slugs_of(run.kind, [row.subject_id for row in rows if row.subject_id])
    endpoint = "catalogue.product" if run.kind == PRODUCTS else "catalogue.supplier"
    return {key: url_for(endpoint, slug=slug) for key, slug in slugs.items()}


def _name(run: ImportRun, what: str) -> str:
    return f"{slugify(PurePath(run.file_name).stem)[:80] or 'danh-sach'}-{what}.xlsx"
