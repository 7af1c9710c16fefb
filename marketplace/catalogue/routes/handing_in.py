"""Where officers and suppliers hand in lists, and see the earlier ones."""

from dataclasses import dataclass
from typing import Any

from flask import redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import CombinedMultiDict

from marketplace.catalogue.forms import PRODUCTS, SUPPLIERS, ListForm, OwnListForm
from marketplace.catalogue.imports import read_list, template_workbook
from marketplace.catalogue.policies import may_hand_in_lists, may_hand_in_own_lists
from marketplace.catalogue.presenters.importing import lists_page
from marketplace.catalogue.queries.import_runs import own_runs_of, runs_of
from marketplace.catalogue.routes.benches import ways_here, workbook
from marketplace.catalogue.routes.registry import section
from marketplace.catalogue.services import hand_in
from marketplace.catalogue.vocabulary.lists import NewList
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import signed_in
from marketplace.core.texts import N_
from marketplace.suppliers.queries import own_suppliers
from marketplace.web.forms import Form
from marketplace.web.pages import page
from marketplace.web.paging import page_number, pager_of
from marketplace.web.signin import current_actor

PER_PAGE = 20
BODY_LIMIT = 21 * 1024 * 1024  # bytes: a list of 20 MB and what a form says around it
NO_FILE = N_("Hãy chọn một tệp.")
TOO_LARGE = N_("Tệp nặng quá 20 MB nên chưa đọc gì cả. Hãy bỏ ảnh trong tệp, hoặc chia làm nhiều tệp.")


@dataclass(frozen=True)
class Read:
    """The list that was sent, or why its file is none; neither where nobody asked for it to be read."""

    new: NewList | None = None
    refusal: Refused | None = None


@section.page("/can-bo/nhap-danh-sach", allow=may_hand_in_lists, endpoint="officer_lists")
@section.page("/ban-hang/nhap-danh-sach", allow=may_hand_in_own_lists, endpoint="own_lists")
def lists() -> ResponseReturnValue:
    """The form, and the earlier lists."""
    return _page(_form(), 200, fresh_form_key())


@section.page("/nhap-danh-sach/mau.xlsx", allow=signed_in)
def list_template() -> ResponseReturnValue:
    """A workbook with our columns, to be filled in."""
    return workbook(template_workbook(), "mau-danh-sach.xlsx")


def _too_large() -> ResponseReturnValue:
    """Nothing of what was sent was read, so that nothing of it can be kept."""
    form = _form()
    form.refuse(Refused(TOO_LARGE, field="file"))
    return _page(form, 413, fresh_form_key())


def _read_officers_list() -> Read:
    kind = request.form.get("kind", "")
    return _read(kind) if may_hand_in_lists(current_actor()) and kind in (PRODUCTS, SUPPLIERS) else Read()


def _read_own_list() -> Read:
    return _read(PRODUCTS) if may_hand_in_own_lists(current_actor()) else Read()


def _read(kind: str) -> Read:
    file = request.files.get("file")
    if file is None or not file.filename:
        return Read(refusal=Refused(NO_FILE, field="file"))
    try:
        return Read(read_list(kind, file.filename, file.stream.read()))
    except Refused as error:
        return Read(refusal=Refused(error.message, field="file", **error.params))
    finally:
        file.stream.seek(0)  # what was sent is compared with what was sent before


@section.action(
    "/can-bo/nhap-danh-sach",
    allow=may_hand_in_lists,
    prepare=_read_officers_list,
    body_limit=BODY_LIMIT,
    too_large=_too_large,
)
def hand_in_list(prepared: Read) -> ResponseReturnValue:
    """Keep an officer's list; its preview follows."""
    return _keep(ListForm(_posted()), prepared, None)


@section.action(
    "/ban-hang/nhap-danh-sach",
    allow=may_hand_in_own_lists,
    prepare=_read_own_list,
    body_limit=BODY_LIMIT,
    too_large=_too_large,
)
def hand_in_own_list(prepared: Read) -> ResponseReturnValue:
    """Keep a supplier's list of its own products; its preview follows."""
    form = _own_form(_posted())
    chosen = form.supplier.data if "supplier" in form else None
    own = [supplier for supplier in own_suppliers(current_actor()) if chosen in (None, supplier.public_id)]
    return _keep(form, prepared, own[0].id if own else None)


def _keep(form: Form, read: Read, supplier_id: int | None) -> ResponseReturnValue:
    valid = form.validate()
    if read.refusal:
        form.refuse(read.refusal)
    if not valid or read.new is None:
        return _page(form, 422, request.form.get("form_key") or fresh_form_key())
    run = hand_in(current_actor(), read.new, supplier_id=supplier_id)
    return redirect(ways_here().list(run.public_id), 303)


def _posted() -> Any:
    return CombinedMultiDict([request.form, request.files])


def _form() -> Form:
    return ListForm() if ways_here().bench == "officer" else _own_form(None)


def _own_form(posted: Any) -> OwnListForm:
    form = OwnListForm(posted)
    form.offer([(supplier.public_id, supplier.name) for supplier in own_suppliers(current_actor())])
    return form


def _page(form: Form, status: int, form_key: str) -> ResponseReturnValue:
    ways, number = ways_here(), page_number(request.args.get("trang"))
    read = runs_of if ways.bench == "officer" else own_runs_of
    runs, total = read(current_actor(), offset=(number - 1) * PER_PAGE, limit=PER_PAGE)
    shown = lists_page(ways, current_actor(), runs, total, pager_of(number, PER_PAGE, total))
    return page("catalogue/lists.html", status=status, page=shown, form=form, form_key=form_key)
