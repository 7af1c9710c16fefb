"""What the trader's own page prints: all that the account has asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marketplace.core.clock import local
from marketplace.core.text import format_date
from marketplace.core.views import LeadRow
from marketplace.inquiries.presenters.sentences import asked_title
from marketplace.inquiries.presenters.tracking import pill_of
from marketplace.inquiries.queries import Asked, Thread


@dataclass(frozen=True)
class OwnInquiries:
    """What one has asked, newest first, where to find more to ask for, and where whoever sells nothing yet begins."""

    rows: list[LeadRow]
    catalogue_href: str
    apply_href: str | None
    suppliers_href: str


def own_inquiries(
    threads: Sequence[Thread],
    hrefs: Mapping[str, str],
    *,
    catalogue_href: str,
    apply_href: str | None,
    suppliers_href: str,
) -> OwnInquiries:
    """``hrefs`` are the private pages by token; ``apply_href`` is None for who speaks for a supplier already."""
    rows = [_row(thread, hrefs[thread.token]) for thread in threads]
    return OwnInquiries(rows, catalogue_href, apply_href, suppliers_href)


def _row(thread: Thread, href: str) -> LeadRow:
    first = thread.inquiries[0]
    return LeadRow(
        title=asked_title(first),
        detail=", ".join(asked.supplier.name for asked in thread.inquiries),
        href=href,
        pill=pill_of(_furthest(thread)),
        when=format_date(local(first.inquiry.created_at).date()),
    )


def _furthest(thread: Thread) -> Asked:
    """Of several suppliers the one with whom most has happened."""
    return max(thread.inquiries, key=lambda asked: len(asked.events))
