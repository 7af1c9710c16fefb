"""What an officer settles, many at once: papers of a decision, classes of products, what suppliers handed in."""

from collections.abc import Sequence
from datetime import timedelta

from marketplace.catalogue.models import Certificate, Product
from marketplace.catalogue.queries.certificates import is_claimed_anew
from marketplace.catalogue.services.product_forms.drafting import reopen_draft
from marketplace.catalogue.services.product_forms.handing_in import show_waiting_words
from marketplace.catalogue.services.products import products_changed
from marketplace.catalogue.vocabulary import ocop_class
from marketplace.catalogue.vocabulary.decisions import Decision, group_of
from marketplace.catalogue.vocabulary.happenings import (
    CertificateDeclined,
    DecliningWithdrawn,
    ProductReturned,
    ProductsPassed,
)
from marketplace.catalogue.vocabulary.returns import DECLINE_REASONS, RETURN_REASONS
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import local, now, today
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit, emit_all
from marketplace.core.texts import N_
from marketplace.suppliers.queries import hidden_among
from marketplace.suppliers.services import write_message

MAILED_WITHIN = timedelta(minutes=1)  # what was taken back sooner was mailed to nobody yet
NOTHING_TICKED = N_("Chưa đánh dấu dòng nào.")
ONE_DECISION = N_("Mỗi lần xác minh giấy của một quyết định OCOP; giấy khác thì từng giấy một.")
NOT_YOURS_TODAY = N_("Chỉ rút lại được giấy do chính bạn xem trong hôm nay.")
CLAIMED_ANEW = N_("Nơi làm đã khai lại giấy này rồi; hãy xem giấy mới.")
NO_CLASS = N_("Hãy chọn nhóm.")
NO_REASON = N_("Hãy chọn lý do trả lại.")
NO_DECLINE_REASON = N_("Hãy chọn giấy không đúng ở chỗ nào.")
SETTLED = N_("Giấy này đã có cán bộ xem xong rồi.")
NOT_PENDING = N_("Sản phẩm này không còn chờ duyệt nữa.")


def verify_certificates(actor: Actor, papers: Sequence[Certificate]) -> int:
    """An officer who holds a decision says that these papers of it are right; how many weren't verified before.

    What has been verified already is passed over. Raises Refused for none, for papers of several decisions, and for
    several that no OCOP decision joins. Emits ProductChanged.
    """
    if not papers:
        raise Refused(NOTHING_TICKED)
    groups = {group_of(p.kind, p.decision_no, p.issued_on, p.issuer) for p in papers}
    if len(groups) > 1 or (len(papers) > 1 and not isinstance(next(iter(groups)), Decision)):
        raise Refused(ONE_DECISION)
    waiting = [paper for paper in papers if _waits(paper)]
    for paper in waiting:
        paper.verified_at, paper.verified_by_id = now(), actor.account_id
        record(actor, "verify_certificate", "certificate", paper.public_id)
    _papers_changed(waiting)
    return len(waiting)


def decline_certificate(actor: Actor, paper: Certificate, reason: str, words: str = "") -> None:
    """An officer finds that a paper isn't what was claimed: it never shows; its supplier reads why, and may claim anew.

    Raises Refused (``reason``) for any other reason, and for a paper that is settled. Emits ProductChanged
    and CertificateDeclined.
    """
    if reason not in DECLINE_REASONS:
        raise Refused(NO_DECLINE_REASON, field="reason")
    if not _waits(paper):
        raise Refused(SETTLED)
    paper.declined_at, paper.declined_by_id = now(), actor.account_id
    message = write_message(actor, "certificate", paper.id, "officer", words, reason)
    emit(CertificateDeclined(paper.id, message.id))
    record(actor, "decline_certificate", "certificate", paper.public_id, reason=reason)
    _papers_changed([paper])


def withdraw_settlement(actor: Actor, papers: Sequence[Certificate]) -> None:
    """Take back what the same officer verified or declined today: it is claimed again. Emits ProductChanged,
    and DecliningWithdrawn for what was declined.

    Raises Refused for none, where one was settled by somebody else or before today, and for a declined one that its
    supplier has claimed anew.
    """
    if not papers:
        raise Refused(NOTHING_TICKED)
    for paper in papers:
        record(actor, _withdraw(actor, paper), "certificate", paper.public_id)
    _papers_changed(papers)


def _withdraw(actor: Actor, paper: Certificate) -> str:
    """Take back one; the act as the audit log calls it."""
    settled_at, settled_by = paper.verified_at or paper.declined_at, paper.verified_by_id or paper.declined_by_id
    if settled_at is None or local(settled_at).date() != today() or settled_by != actor.account_id:
        raise Refused(NOT_YOURS_TODAY)
    if paper.verified_at is not None:
        paper.verified_at = paper.verified_by_id = None
        return "withdraw_verification"
    if is_claimed_anew(paper):
        raise Refused(CLAIMED_ANEW)
    if now() - settled_at > MAILED_WITHIN:
        emit(DecliningWithdrawn(paper.id))
    paper.declined_at = paper.declined_by_id = None
    return "withdraw_declining"


def put_classes(actor: Actor, products: Sequence[Product], class_code: str) -> int:
    """Say to which class these products belong; how many had none before. What has one is passed over.

    Raises Refused (``class_code``) for a class that isn't there, and for no product. Emits ProductChanged.
    """
    if not products:
        raise Refused(NOTHING_TICKED)
    if ocop_class(class_code) is None:
        raise Refused(NO_CLASS, field="class_code")
    waiting = [product for product in products if product.class_code is None]
    for product in waiting:
        product.class_code, product.proposed_class = class_code, None
        record(actor, "put_class", "product", product.public_id, class_code=class_code)
    return _products_changed(waiting)


def publish_products(actor: Actor, products: Sequence[Product]) -> int:
    """Show what suppliers handed in, new products and new words of shown ones; how many waited.

    What doesn't wait any more is passed over. A product that was shown before keeps the day on which it was first; one
    whose maker isn't public is paused until it is. Raises Refused for none. Emits ProductChanged, and ProductsPassed
    for each supplier.
    """
    if not products:
        raise Refused(NOTHING_TICKED)
    waiting = [product for product in products if waits(product)]
    hidden = hidden_among(product.supplier_id for product in waiting)
    for product in waiting:
        if product.pending_version_id is not None:
            show_waiting_words(actor, product)
        product.state = "paused" if product.supplier_id in hidden else "published"
        product.published_at = product.published_at or now()
        record(actor, "publish_product", "product", product.public_id)
    emit_all([ProductsPassed(*found) for found in _by_supplier(waiting)])
    return _products_changed(waiting)


def waits(product: Product) -> bool:
    """Whether a product, or new words of a shown one, waits for an officer."""
    return product.state == "pending" or (product.state == "published" and product.pending_version_id is not None)


def return_product(actor: Actor, product: Product, reason: str, words: str = "") -> None:
    """Give a product, or the new words of a shown one, back to its supplier: with a reason of RETURN_REASONS and words.

    What it handed in is open to be written on. Raises Refused (``reason``) for any other reason, and where nothing
    waits. Emits ProductChanged and ProductReturned.
    """
    if reason not in RETURN_REASONS:
        raise Refused(NO_REASON, field="reason")
    if not waits(product):
        raise Refused(NOT_PENDING)
    if product.state == "pending":
        product.state = "returned"
    product.pending_version_id = product.pending_class = None
    reopen_draft(product)
    message = write_message(actor, "product", product.id, "officer", words, reason)
    emit(ProductReturned(product.id, message.id))
    record(actor, "return_product", "product", product.public_id, reason=reason)
    _products_changed([product])


def _waits(paper: Certificate) -> bool:
    return paper.verified_at is None and paper.declined_at is None and paper.withdrawn_at is None


def _by_supplier(products: Sequence[Product]) -> list[tuple[int, list[int]]]:
    found: dict[int, list[int]] = {}
    for product in products:
        if product.supplier_id is not None:
            found.setdefault(product.supplier_id, []).append(product.id)
    return list(found.items())


def _papers_changed(papers: Sequence[Certificate]) -> None:
    session.flush()
    products_changed(sorted({paper.product_id for paper in papers if paper.product_id is not None}))


def _products_changed(products: Sequence[Product]) -> int:
    session.flush()
    products_changed([product.id for product in products])
    return len(products)
