"""What certificates say of products on a day, and on which days to come they will say something else."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select

from marketplace.catalogue.models import Certificate, Product
from marketplace.catalogue.queries.terms import is_claimed
from marketplace.catalogue.vocabulary import CertificateState, certificate_state, chosen_certificate
from marketplace.core.db import session
from marketplace.suppliers.queries.merges import among, root_supplier_id

_NEXT = timedelta(days=1)


@dataclass(frozen=True)
class Stamp:
    """The OCOP certificate that speaks for a product today: its state, its stars, the day that belongs to it."""

    state: CertificateState
    stars: int
    day: date | None

    @property
    def shown_stars(self) -> int | None:
        """Its stars while it is verified and in force, else None."""
        return self.stars if self.state.shows_stars else None


class Turn(NamedTuple):
    """From ``first_day`` on the calendar alone makes it other stars, or other kinds of papers in force."""

    first_day: date
    stars: int | None
    certificates: tuple[str, ...]


# Rows, not entities: the index asks for thousands.
_PAPER = (
    Certificate.id,
    Certificate.product_id,
    Certificate.supplier_id,
    Certificate.kind,
    Certificate.stars,
    Certificate.issued_on,
    Certificate.expires_on,
    Certificate.extended_until,
    Certificate.revoked_on,
    Certificate.superseded_by_id,
    Certificate.verified_at,
    Certificate.created_at,
)


def papers_of(product_ids: Collection[int], supplier_ids: Collection[int]) -> defaultdict[tuple[str, int], list[Any]]:
    """Certificates by ("product" or "supplier", its key), of those that are still claimed.

    Those about a supplier that is taken for another stand under that one's key.
    """
    query = (
        select(
            *_PAPER,
            root_supplier_id(Certificate.supplier_id).label("root_id"),
            Product.merged_into_id.is_not(None).label("is_of_merged"),
        )
        .outerjoin(Product, Product.id == Certificate.product_id)
        .where(
            Certificate.product_id.in_(product_ids) | Certificate.supplier_id.in_(among(supplier_ids)),
            is_claimed(),
        )
    )
    found: defaultdict[tuple[str, int], list[Any]] = defaultdict(list)
    for paper in session.execute(query):
        if paper.product_id is not None:
            found["product", paper.product_id].append(paper)
        elif paper.supplier_id is not None:
            found["supplier", paper.root_id].append(paper)
    return found


def stamp_of(certificates: Iterable[Any], today: date) -> Stamp | None:
    """The OCOP certificate that speaks for a product on ``today``, of all that were ever entered."""
    chosen = chosen_certificate([paper for paper in certificates if paper.kind == "ocop"], today)
    if chosen is None:
        return None
    state = certificate_state(chosen, today)
    day = chosen.revoked_on if state is CertificateState.REVOKED else chosen.extended_until or chosen.expires_on
    return Stamp(state, chosen.stars, day)


def kinds_in_force(papers: Iterable[Any], today: date) -> tuple[str, ...]:
    """The kinds of the papers in force, OCOP aside."""
    kinds = {p.kind for p in papers if p.kind != "ocop" and certificate_state(p, today).is_in_force}
    return tuple(sorted(kinds))


def turns_of(own: Sequence[Any], papers: Sequence[Any], today: date) -> tuple[Turn, ...]:
    """The turns to come after ``today``, in their order: none of them needs anybody to write anything.

    ``own`` are the product's papers where its maker is known, ``papers`` those and the maker's.
    """
    turns: list[Turn] = []
    before = _on(own, papers, today)
    for day in sorted({day for paper in papers for day in _days_of(paper) if day > today}):
        turn = _on(own, papers, day)
        if turn[1:] != before[1:]:
            turns.append(turn)
            before = turn
    return tuple(turns)


def _on(own: Sequence[Any], papers: Sequence[Any], day: date) -> Turn:
    stamp = stamp_of(own, day)
    return Turn(day, stamp.shown_stars if stamp else None, kinds_in_force(papers, day))


def _days_of(paper: Any) -> Iterable[date]:
    """Days on which a verified paper's state may change: it holds through its last day."""
    if paper.verified_at is None:
        return
    for last in (paper.expires_on, paper.extended_until):
        if last is not None and last < date.max:
            yield last + _NEXT
    for first in (paper.issued_on, paper.revoked_on):
        if first is not None:
            yield first
