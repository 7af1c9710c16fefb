"""The OCOP badge: stars only while a verified certificate is in force (Quyết định 26/2026/QĐ-TTg, Điều 8–9)."""

from dataclasses import dataclass

from marketplace.catalogue.queries import Listing
from marketplace.catalogue.vocabulary import CertificateState
from marketplace.core.text import format_date
from marketplace.core.texts import say


@dataclass(frozen=True)
class Badge:
    """``kind`` is the certificate's state or ``none``; ``text`` is ready to print."""

    kind: str
    stars: int
    text: str


NO_BADGE = Badge("none", 0, "")


def badge_of(listing: Listing) -> Badge:
    """What a card or page says of a product's OCOP certificate today."""
    stamp = listing.stamp
    if stamp is None:
        return NO_BADGE
    day = format_date(stamp.day) if stamp.day else ""
    if stamp.state.shows_stars:
        return Badge(stamp.state.value, stamp.stars, say("%(stars)s sao OCOP", stars=stamp.stars))
    if stamp.state is CertificateState.CLAIMED:
        return Badge("claimed", 0, say("OCOP chờ xác minh"))
    if stamp.state is CertificateState.EXPIRED:
        return Badge("expired", 0, say("Chứng nhận hết hạn %(day)s", day=day).strip())
    if stamp.state is CertificateState.REVOKED:
        return Badge("revoked", 0, say("Chứng nhận thu hồi %(day)s", day=day).strip())
    return NO_BADGE
