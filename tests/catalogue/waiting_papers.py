"""Papers that wait for an officer: three of one decision, papers of other kinds, and what was done with them."""

from datetime import date

from sqlalchemy import select

from marketplace.catalogue.models import Certificate, Product
from marketplace.core.audit import AuditRow
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Mailbox
from tests.cast import Cast
from tests.factories import make_certificate, make_product

PAGE, VERIFY, WITHDRAW = "/can-bo/chung-nhan", "/can-bo/chung-nhan/xac-minh", "/can-bo/chung-nhan/rut-lai"


def papers_of_one_decision(cast: Cast) -> list[Certificate]:
    """Three papers of one decision in two spellings, of HTX Hồng Luân."""
    with transaction(write=True):
        maker = session.merge(cast.hong_luan)
        products = [make_product(maker, name) for name in ("Bún khô", "Bún gấc", "Gạo nếp")]
        numbers = ("QĐ 2616/QĐ-UBND", "2616/QĐ-UBND", "2616/QĐ-UBND")
        return [make_certificate(product, number) for product, number in zip(products, numbers, strict=True)]


def make_other(paper: Certificate, kind: str, number: str | None = "VG-12") -> Certificate:
    """A paper of another kind, for the product of this one."""
    with transaction(write=True):
        product = session.get_one(Product, paper.product_id)
        return make_certificate(product, number, kind=kind, stars=None, expires_on=date(2027, 2, 1))


def give_mailbox(cast: Cast) -> None:
    """Give HTX Hồng Luân an address to which its mails go."""
    with transaction(write=True):
        session.add(Mailbox(supplier_id=cast.hong_luan.id, address="htx@example.org", added_at=now()))
        session.flush()


def change(paper: Certificate, **values: object) -> None:
    """Make a paper say something else."""
    with transaction(write=True):
        kept = session.get_one(Certificate, paper.id)
        for name, value in values.items():
            setattr(kept, name, value)
        session.flush()


def ids(papers: list[Certificate]) -> list[str]:
    """Public ids of papers, as they are ticked."""
    return [paper.public_id for paper in papers]


def verified() -> list[str]:
    """Public ids of the papers that are verified."""
    with transaction(write=False):
        return list(session.scalars(select(Certificate.public_id).where(Certificate.verified_at.is_not(None))))


def acts(action: str) -> list[str]:
    """Public ids of what this was done to, as it was written down."""
    with transaction(write=False):
        return list(session.scalars(select(AuditRow.object_id).where(AuditRow.action == action)))
