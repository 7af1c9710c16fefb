"""What a supplier sees of its goods: what it is writing, where each product stands, what it no longer sells."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from marketplace.catalogue.presenters.product_forms.sheets import saved_words
from marketplace.catalogue.queries.own_offers import OwnOffer
from marketplace.catalogue.queries.own_products import OwnProduct
from marketplace.catalogue.queries.product_forms import WrittenDraft
from marketplace.catalogue.vocabulary.returns import DECLINE_REASONS, LABELS_OF_RETURN
from marketplace.core.clock import local, today
from marketplace.core.text import format_date, format_moment, format_money, format_number
from marketplace.core.texts import N_, in_language, say
from marketplace.core.views import Pill

_STATES: dict[str, Pill] = {
    "published": Pill(N_("Đang bày"), "done"),
    "pending": Pill(N_("Chờ cán bộ xem"), "theirs"),
    "returned": Pill(N_("Cần sửa lại"), "yours"),
    "draft": Pill(N_("Chưa gửi"), "lost"),
    "paused": Pill(N_("Tạm ngưng"), "theirs"),
    "removed": Pill(N_("Đã thôi bán"), "lost"),
}
_NEW_WORDS_WAIT = Pill(N_("Lời mới chờ xem"), "theirs")
Address = Callable[..., str]


@dataclass(frozen=True)
class DraftRow:
    """A sheet that isn't handed in yet."""

    id: str
    name: str
    detail: str
    href: str
    drop_action: str


@dataclass(frozen=True)
class OwnRow:
    """A product of one's own: where it stands, why it came back, and what can be done with it."""

    id: str
    product: str
    href: str | None
    pill: Pill
    since: str
    reason: str | None
    words: str
    paper: str | None
    scan_href: str | None
    edit_action: str | None
    stop_action: str | None
    again_action: str | None


@dataclass(frozen=True)
class SoldRow:
    """What is sold of somebody else's goods; of one that was closed only the way back."""

    name: str
    href: str
    detail: str
    edit_href: str | None
    close_action: str | None
    again_action: str | None


@dataclass(frozen=True)
class OwnPage:
    """All of a supplier's goods; ``suppliers`` are (public id, name) where somebody speaks for several."""

    total: int
    returned: int
    promise: str | None
    drafts: tuple[DraftRow, ...]
    rows: tuple[OwnRow, ...]
    stopped: tuple[OwnRow, ...]
    sold: tuple[SoldRow, ...]
    suppliers: tuple[tuple[str, str], ...]
    new_action: str


def draft_row(draft: WrittenDraft, address: Address) -> DraftRow:
    """A sheet in the list."""
    named = draft.name or draft.product_name or say("Sản phẩm chưa đặt tên")
    parts = [
        say("Sửa sản phẩm đã có") if draft.product_name else say("Sản phẩm mới"),
        *([say("%(count)s ảnh", count=draft.pictures)] if draft.pictures else []),
        saved_words(draft.saved_at),
    ]
    return DraftRow(
        id=draft.public_id,
        name=named,
        detail=" · ".join(parts),
        href=address("catalogue.sheet", public_id=draft.public_id),
        drop_action=address("catalogue.drop_sheet", public_id=draft.public_id),
    )


def own_row(own: OwnProduct, address: Address) -> OwnRow:
    """A product as its supplier sees it."""
    pill = _NEW_WORDS_WAIT if own.waits and own.state == "published" else _STATES[own.state]
    return OwnRow(
        id=own.public_id,
        product=own.name,
        href=in_language(f"/san-pham/{own.slug}") if own.state == "published" else None,
        pill=Pill(say(pill.label), pill.tone),
        since=format_date(local(own.since).date()),
        reason=say(LABELS_OF_RETURN[own.reason]) if own.reason in LABELS_OF_RETURN else None,
        words=own.words,
        paper=_paper(own.declined),
        scan_href=address("catalogue.own_scan_file", public_id=own.scan) if own.scan else None,
        edit_action=address("catalogue.edit_product", product_id=own.public_id),
        stop_action=address("catalogue.stop", product_id=own.public_id),
        again_action=None,
    )


def _paper(declined: tuple[str, str] | None) -> str | None:
    if declined is None or declined[0] not in DECLINE_REASONS:
        return None
    return " ".join(filter(None, (f"{say(DECLINE_REASONS[declined[0]])}.", declined[1])))


def promise_of(since: datetime, within: timedelta, before: int, moment: datetime) -> str:
    """By when an officer looks at what has waited longest, and how many stand before it."""
    due = since + within
    if due < moment:
        said = say("Đã quá hạn hẹn %(when)s: hàng chờ lâu nhất được xem trước.", when=format_moment(due))
    else:
        said = say("Cán bộ xem trước %(when)s.", when=format_moment(due))
    stands = say("Trước bạn còn %(n)s sản phẩm.", n=format_number(before)) if before else say("Bạn đứng đầu hàng chờ.")
    return f"{said} {stands}"


def sold_row(own: OwnOffer, address: Address) -> SoldRow:
    """An offer of somebody else's product."""
    offer, key = own.offer, own.offer.public_id
    is_open = offer.closed_at is None
    ends = say("đến hết %(day)s", day=format_date(offer.valid_until)) if offer.valid_until else ""
    over = say("Đã hết hạn giá") if offer.valid_until and offer.valid_until < today() else ""
    price = say("hỏi giá") if offer.price is None else format_money(offer.price)
    parts = [own.pack.label, price, over or ends] if is_open else [own.pack.label, say("đã thôi bán")]
    return SoldRow(
        name=own.product_name,
        href=in_language(f"/san-pham/{own.product.slug}"),
        detail=" · ".join(filter(None, parts)),
        edit_href=address("catalogue.edit_offer", offer_id=key) if is_open else None,
        close_action=address("catalogue.close_own_offer", offer_id=key) if is_open else None,
        again_action=None if is_open else address("catalogue.reopen_own_offer", offer_id=key),
    )


def stopped_row(own: OwnProduct, address: Address) -> OwnRow:
    """A product that its supplier no longer sells."""
    pill = _STATES["removed"]
    return OwnRow(
        id=own.public_id,
        product=own.name,
        href=None,
        pill=Pill(say(pill.label), pill.tone),
        since=format_date(local(own.since).date()),
        reason=None,
        words="",
        paper=None,
        scan_href=None,
        edit_action=None,
        stop_action=None,
        again_action=address("catalogue.again", product_id=own.public_id),
    )
