"""The mails about products and papers: an officer passed what a supplier handed in, gave it back, declined it."""

from collections.abc import Sequence

from flask import render_template

from marketplace.catalogue.queries.certificates import DeclinedPaper
from marketplace.catalogue.vocabulary import CERTIFICATE_KIND_LABELS
from marketplace.catalogue.vocabulary.reports import REPORT_OUTCOMES
from marketplace.catalogue.vocabulary.returns import DECLINE_REASONS, LABELS_OF_RETURN, TAKE_DOWN_REASONS
from marketplace.core.marks import mark_of
from marketplace.core.texts import N_
from marketplace.suppliers.models import ReviewMessage
from marketplace.suppliers.vocabulary import SupplierLabel
from marketplace.web.addresses import whole_address
from marketplace.web.language import translate
from marketplace.web.mail import ABOUT, Message


def products_passed(to: Sequence[str], supplier: SupplierLabel, products: Sequence[tuple[str, str]]) -> Message:
    """To a supplier: these products (name, slug) are shown now."""
    shown = [(name, whole_address("catalogue.product", slug=slug)) for name, slug in products]
    text = render_template("catalogue/mails/passed.txt", supplier=supplier, products=shown)
    subject = translate(N_("Cán bộ đã duyệt: %(name)s"), name=products[0][0])
    return Message(tuple(to), subject, text)


def product_returned(to: Sequence[str], supplier: SupplierLabel, name: str, message: ReviewMessage) -> Message:
    """To a supplier: a product was given back, or taken down, and why."""
    reason, is_down = LABELS_OF_RETURN[message.reason or ""], message.reason in TAKE_DOWN_REASONS
    text = render_template(
        "catalogue/mails/returned.txt",
        supplier=supplier,
        name=name,
        is_down=is_down,
        reason=translate(reason),
        words=message.body,
        address=whole_address("catalogue.own"),
    )
    subject = N_("Đã gỡ khỏi trang: %(name)s") if is_down else N_("Cần sửa lại: %(name)s")
    return Message(tuple(to), translate(subject, name=name), text)


def certificate_declined(to: Sequence[str], supplier: SupplierLabel, paper: DeclinedPaper) -> Message:
    """To a supplier: a paper isn't what was claimed, and why."""
    text = render_template(
        "catalogue/mails/declined.txt",
        supplier=supplier,
        name=paper.product_name,
        kind=translate(CERTIFICATE_KIND_LABELS[paper.kind]),
        reason=translate(DECLINE_REASONS[paper.message.reason or ""]),
        words=paper.message.body,
        address=whole_address("catalogue.own"),
    )
    return Message(tuple(to), translate(N_("Giấy chưa đúng: %(name)s"), name=paper.product_name), text)


def declining_withdrawn(to: Sequence[str], supplier: SupplierLabel, kind: str, product_name: str) -> Message:
    """To a supplier: that a paper wasn't right was taken back; it waits again."""
    text = render_template(
        "catalogue/mails/reopened.txt",
        supplier=supplier,
        name=product_name,
        kind=translate(CERTIFICATE_KIND_LABELS[kind]),
        address=whole_address("catalogue.own"),
    )
    return Message(tuple(to), translate(N_("Xem lại giấy của %(name)s"), name=product_name), text)


def report_settled(to: str, name: str, outcome: str, words: Sequence[str]) -> Message:
    """To whoever reported something and left an address: what came of it."""
    text = render_template(
        "catalogue/mails/report_settled.txt", name=name, outcome=translate(REPORT_OUTCOMES[outcome]), words=words
    )
    return Message((to,), translate(N_("Bạn đã báo về %(name)s"), name=name), text, {ABOUT: mark_of(to)})
