"""The mails about suppliers."""

from flask import render_template

from marketplace.accounts.models import Account
from marketplace.core.clock import local
from marketplace.core.marks import mark_of
from marketplace.core.text import format_date
from marketplace.core.texts import N_
from marketplace.suppliers.models import ReviewMessage
from marketplace.suppliers.queries import ClaimFile, Invited, invitation_token_of
from marketplace.suppliers.vocabulary import CLAIM_REASONS, SupplierLabel
from marketplace.suppliers.vocabulary.reviews import reason_label
from marketplace.web.addresses import whole_address
from marketplace.web.language import translate
from marketplace.web.mail import ABOUT, Message

_SENTENCES = {
    "approved": N_("Từ nay bạn phụ trách %(supplier)s."),
    "refused": N_("Chưa giao %(supplier)s cho bạn được. Bạn có thể nhắn lại cho cán bộ."),
    "withdrawn": N_("Cán bộ đã thu lại quyền của bạn ở %(supplier)s."),
    "overtaken": N_("Cán bộ vừa giao %(supplier)s cho người khác. Yêu cầu của bạn vẫn được xem."),
    "asked": N_("Cán bộ hỏi thêm về yêu cầu nhận %(supplier)s của bạn:"),
}


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
    subject, about = translate(words, supplier=invited.supplier.name), mark_of(row.email or "")
    return Message((row.email,) if row.email else (), subject, text, {ABOUT: about})


def new_member(to: tuple[str, ...], account: Account, supplier: SupplierLabel) -> Message:
    """To the other managers: somebody speaks for the supplier too, so that nobody comes in unseen."""
    address = whole_address("suppliers.members", noi=supplier.slug)
    text = render_template("suppliers/mails/member_added.txt", name=account.name, supplier=supplier, address=address)
    subject = translate(N_("%(name)s nay cũng phụ trách %(supplier)s"), name=account.name, supplier=supplier.name)
    return Message(to, subject, text, {ABOUT: account.public_id})


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
    return Message((account.email,) if account.email else (), subject, text, {ABOUT: account.public_id})


def claim_made(to: tuple[str, ...], file: ClaimFile) -> Message:
    """To those who hold the supplier: somebody else claims it. Who, is the officers' to say."""
    address = whole_address("suppliers.members", noi=file.supplier.slug)
    text = render_template("suppliers/mails/claim_made.txt", file=file, address=address)
    return Message(to, translate(N_("Có người xin phụ trách %(supplier)s"), supplier=file.supplier.name), text)


def claim_decided(file: ClaimFile, decision: str, message: ReviewMessage | None) -> Message:
    """To the claimant: what an officer decided or asked, with the reason and the words."""
    name = file.supplier.name
    text = render_template(
        "suppliers/mails/claim_decided.txt",
        file=file,
        sentence=translate(_SENTENCES[decision], supplier=name),
        reason=translate(CLAIM_REASONS[message.reason]) if message and message.reason in CLAIM_REASONS else None,
        lines=message.body.splitlines() if message else [],
        address=whole_address("suppliers.claim_state", public_id=file.claim.public_id),
    )
    account = file.account
    subject = translate(N_("Yêu cầu nhận %(supplier)s"), supplier=name)
    return Message((account.email,) if account.email else (), subject, text, {ABOUT: account.public_id})


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
