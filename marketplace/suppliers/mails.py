"""The mails about suppliers."""

from flask import render_template

from marketplace.accounts.models import Account
from marketplace.core.clock import local
from marketplace.core.text import format_date
from marketplace.core.texts import N_
from marketplace.suppliers.queries import Invited, invitation_token_of
from marketplace.suppliers.vocabulary import SupplierLabel
from marketplace.suppliers.vocabulary.reviews import reason_label
from marketplace.web.addresses import whole_address
from marketplace.web.language import translate
from marketplace.web.mail import Message


def invitation_of_member(invited: Invited) -> Message:
    """To whoever is invited to speak for a supplier, where that was done by e-mail: where to accept."""
    row = invited.invitation
    text = render_template(
        "suppliers/mails/invitation.txt",
        invited=invited,
        until=format_date(local(row.expires_at).date()),
        address=whole_address("suppliers.member_invitation", token=invitation_token_of(row)),
    )
    words = N_("Nhận bàn giao %(supplier)s") if invited.is_hand_over else N_("Lời mời cùng phụ trách %(supplier)s")
    return Message((row.email,) if row.email else (), translate(words, supplier=invited.supplier.name), text)


def new_member(to: tuple[str, ...], account: Account, supplier: SupplierLabel) -> Message:
    """To the other managers: somebody speaks for the supplier too, so that nobody comes in unseen."""
    address = whole_address("suppliers.members", noi=supplier.slug)
    text = render_template("suppliers/mails/member_added.txt", name=account.name, supplier=supplier, address=address)
    subject = translate(N_("%(name)s nay cũng phụ trách %(supplier)s"), name=account.name, supplier=supplier.name)
    return Message(to, subject, text)


def membership_ended(account: Account, supplier: SupplierLabel, *, by_itself: bool) -> Message:
    """To the person whose rights over a supplier have ended."""
    address = whole_address("catalogue.supplier", slug=supplier.slug)
    text = render_template(
        "suppliers/mails/membership_ended.txt",
        account=account,
        supplier=supplier,
        by_itself=by_itself,
        address=address,
    )
    subject = translate(N_("Bạn thôi phụ trách %(supplier)s"), supplier=supplier.name)
    return Message((account.email,) if account.email else (), subject, text)


def decision(to: tuple[str, ...], supplier: SupplierLabel, kind: str, reason: str | None, words: str) -> Message:
    """To a supplier's people: what an officer decided, and why."""
    text = render_template(
        "suppliers/mails/decision.txt",
        supplier=supplier,
        sentence=translate(_DECIDED[kind], supplier=supplier.name),
        reason=reason_label(reason) if reason else None,
        words=words,
        address=whole_address("suppliers.standing"),
    )
    return Message(to, translate(_SUBJECTS[kind], supplier=supplier.name), text)


_SUBJECTS = {
    "passed": N_("%(supplier)s đã được thông qua"),
    "changes_asked": N_("Hồ sơ %(supplier)s cần bạn trả lời"),
    "refused": N_("Hồ sơ %(supplier)s không được nhận"),
    "suspended": N_("%(supplier)s đang tạm ẩn"),
    "reinstated": N_("%(supplier)s đã hiện trở lại"),
    "closed": N_("%(supplier)s đã được đóng lại trên trang"),
}
_DECIDED = {
    "passed": N_("%(supplier)s nay có trang riêng, ai cũng thấy. Sản phẩm đã được duyệt cũng hiện ra."),
    "changes_asked": N_("Cán bộ xem hồ sơ %(supplier)s và cần hỏi thêm. Bạn trả lời xong, hồ sơ được xem tiếp."),
    "refused": N_("Cán bộ đã xem hồ sơ %(supplier)s và chưa nhận được."),
    "suspended": N_("%(supplier)s và sản phẩm tạm thời không hiện. Bạn vẫn trả lời được những ai đã hỏi."),
    "reinstated": N_("%(supplier)s và sản phẩm đã hiện trở lại, địa chỉ như cũ."),
    "closed": N_("%(supplier)s không còn hiện trên trang."),
}
