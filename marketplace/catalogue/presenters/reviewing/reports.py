"""What an officer sees of what people report."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from marketplace.catalogue.models import ListingReport
from marketplace.catalogue.queries.reports import Reported, ReportFile
from marketplace.catalogue.vocabulary.reports import OWN, REPORT_LABELS, REPORT_OUTCOMES
from marketplace.core.text import format_moment
from marketplace.core.texts import say
from marketplace.core.views import Link, Pill
from marketplace.suppliers.models import ReviewMessage

Url = Callable[..., str]
_PUBLIC = {"supplier": "catalogue.supplier", "product": "catalogue.product"}
_IN_DOUBLES = {"supplier": "chu-the", "product": "san-pham"}


@dataclass(frozen=True)
class ReportRow:
    """One report; ``action`` is None where it is settled or may not be, ``merge_href`` leads to both side by side."""

    id: str
    pill: Pill
    about: Link
    maker: str
    other: Link | None
    merge_href: str | None
    take_down_href: str | None
    words: tuple[str, ...]
    contact: str | None
    when: str
    action: str | None


def report_row(file: ReportFile, messages: Mapping[int, Sequence[ReviewMessage]], url: Url) -> ReportRow:
    """A report with all that was said."""
    row, said = file.row, messages.get(file.row.id, ())
    is_open = row.settled_at is None
    return ReportRow(
        id=f"bao-{row.public_id}",
        pill=_pill(row),
        about=_own_link(file.about, url) if row.kind == OWN else _link(file.about, url),
        maker=file.maker if file.about.subject == "product" else "",
        other=_link(file.other, url) if file.other else None,
        merge_href=_merge(file.about, file.other, url) if is_open and file.other and file.may_settle else None,
        take_down_href=_take_down(file, url) if is_open and file.may_settle else None,
        words=tuple(message.body for message in said if message.body),
        contact=row.contact if is_open else None,
        when=format_moment(row.settled_at or row.reported_at),
        action=url("catalogue.settle", public_id=row.public_id) if is_open and file.may_settle else None,
    )


def _pill(row: ListingReport) -> Pill:
    """What was reported, or what came of it."""
    return (
        Pill(say(REPORT_OUTCOMES[row.outcome]), "done") if row.outcome else Pill(say(REPORT_LABELS[row.kind]), "yours")
    )


def _link(listing: Reported, url: Url) -> Link:
    return Link(listing.name, url(_PUBLIC[listing.subject], slug=listing.slug))


def _own_link(listing: Reported, url: Url) -> Link:
    """To where an officer carries out what was asked."""
    return Link(listing.name, url("suppliers.officer_supplier", slug=listing.slug))


def _take_down(file: ReportFile, url: Url) -> str | None:
    """A product can be taken down at once, before anything else is settled."""
    if file.about.subject != "product":
        return None
    return url("catalogue.taking_down", product_id=file.about.public_id)


def _merge(one: Reported, other: Reported, url: Url) -> str:
    subject = _IN_DOUBLES[one.subject]
    return url("leads.compare", subject=subject, one=one.public_id, other=other.public_id)
