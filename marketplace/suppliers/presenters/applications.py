"""What an applicant reads of the own application, and a supplier's people of how it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from marketplace.core.text import format_moment, format_number
from marketplace.core.texts import N_, say
from marketplace.core.views import Pill, TimelineItem
from marketplace.suppliers.models import ReviewMessage, Supplier, SupplierDecision
from marketplace.suppliers.presenters.messages import conversation
from marketplace.suppliers.queries.applications import Application
from marketplace.suppliers.vocabulary.reviews import ApplicationState, is_overdue, reason_label
from marketplace.suppliers.vocabulary.tax_codes import is_tax_code_doubtful

Url = Callable[..., str]
_PILLS: dict[str, Pill] = {
    ApplicationState.OPEN: Pill(N_("Chờ cán bộ xem"), "theirs"),
    ApplicationState.CHANGES_ASKED: Pill(N_("Cần bạn trả lời"), "yours"),
    ApplicationState.PASSED: Pill(N_("Đã thông qua"), "done"),
    ApplicationState.REFUSED: Pill(N_("Không được nhận"), "lost"),
    ApplicationState.WITHDRAWN: Pill(N_("Đã rút lại"), "lost"),
}


@dataclass(frozen=True)
class OwnApplication:
    """An application as its applicant sees it; actions are None where there is nothing to do.

    ``supplier_id`` is the public one, for whom its products are written.
    """

    name: str
    pill: Pill
    promise: str | None
    doubt: str | None
    messages: list[TimelineItem]
    answer_action: str | None
    withdraw_action: str | None
    may_write_products: bool
    supplier_id: str
    public_href: str | None


@dataclass(frozen=True)
class PausedSupplier:
    """A supplier of one's own that an officer has hidden."""

    name: str
    since: str
    messages: list[TimelineItem]
    answer_action: str


@dataclass(frozen=True)
class StandingPage:
    """All applications of the account, and its suppliers that are hidden."""

    applications: list[OwnApplication]
    paused: list[PausedSupplier]
    apply_href: str
    products_action: str


def own_application_view(
    application: Application, messages: list[ReviewMessage], before: int, moment: datetime, url: Url
) -> OwnApplication:
    """``before``: how many stand before it in the queue."""
    row, state = application.row, ApplicationState(application.row.state)
    pill = _PILLS[state]
    return OwnApplication(
        name=application.supplier.name,
        pill=Pill(say(pill.label), pill.tone),
        promise=promise(row.due_at, before, moment) if state is ApplicationState.OPEN else None,
        doubt=_doubt(application.supplier) if not state.is_settled else None,
        messages=conversation(messages, "person", reason_label),
        answer_action=None if state.is_settled else url("suppliers.answer_about_application", public_id=row.public_id),
        withdraw_action=None if state.is_settled else url("suppliers.withdraw", public_id=row.public_id),
        may_write_products=not state.is_settled,
        supplier_id=application.supplier.public_id,
        public_href=url("catalogue.supplier", slug=application.supplier.slug) if state == "passed" else None,
    )


def _doubt(supplier: Supplier) -> str | None:
    """What may have been typed wrong; it hinders nothing."""
    if not is_tax_code_doubtful(supplier.tax_code):
        return None
    return say(
        "Số cuối của mã số thuế %(code)s không khớp với các số trước. Nếu gõ nhầm, hãy viết mã đúng cho cán bộ ở dưới.",
        code=supplier.tax_code,
    )


def promise(due_at: datetime, before: int, moment: datetime) -> str:
    """By when an officer looks, and how many stand before."""
    if is_overdue(due_at, moment):
        said = say("Đã quá hạn hẹn %(when)s: hồ sơ này được xem trước.", when=format_moment(due_at))
    else:
        said = say("Cán bộ xem trước %(when)s.", when=format_moment(due_at))
    if not before:
        return f"{said} {say('Hồ sơ của bạn đứng đầu.')}"
    return f"{said} {say('Trước bạn còn %(n)s hồ sơ.', n=format_number(before))}"


def paused_view(
    supplier: Supplier, decision: SupplierDecision, messages: list[ReviewMessage], url: Url
) -> PausedSupplier:
    """Why and since when a supplier is hidden."""
    return PausedSupplier(
        name=supplier.name,
        since=format_moment(decision.decided_at),
        messages=conversation(messages, "person", reason_label),
        answer_action=url("suppliers.answer_about_supplier", slug=supplier.slug),
    )
