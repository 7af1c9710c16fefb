"""What became of a whole list, every line of its file accounted for."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from marketplace.catalogue.imports import ImportReport, run_import
from marketplace.catalogue.imports.columns import find_header
from marketplace.catalogue.imports.kinds import KINDS
from marketplace.catalogue.imports.reading_file import read_table
from marketplace.catalogue.imports.rows import Problem
from marketplace.catalogue.models import Certificate, Offer, Pack, Product, ProductVersion
from marketplace.core.actor import STRANGER
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.core.text import TextRefused
from marketplace.places.models import Place
from marketplace.suppliers.models import Supplier

Summary = tuple[dict[str, int], dict[str, int], dict[str, int], tuple[str, ...], dict[str, int]]


@dataclass(frozen=True)
class Settled:
    """Rows by outcome, by the gettext id of why they are refused and of what to look at; lines by why they are none."""

    counts: dict[str, int]
    refused: dict[str, int]
    remarks: dict[str, int]
    unused: tuple[str, ...]
    left_out: dict[str, int]
    report: ImportReport

    @property
    def summary(self) -> Summary:
        """All but the report."""
        return self.counts, self.refused, self.remarks, self.unused, self.left_out


def settle(content: bytes, kind: str = "products", name: str = "danh-sach") -> Settled:
    """Take a list, and see that nothing of it was dropped in silence."""
    report = run_import(STRANGER, kind, name, content)
    assert sum(report.counts.values()) == report.row_count == len(report.rows), "rows in = outcomes"
    _account_for_lines(content, kind, report)
    return Settled(
        counts=dict(report.counts),
        refused=_rows_by_message((row.number, row.problems) for row in report.refused),
        remarks=_rows_by_message((row.number, row.remarks) for row in report.remarked),
        unused=report.unused_columns,
        left_out=dict(Counter(reason for _line, reason in report.left_out)),
        report=report,
    )


def _account_for_lines(content: bytes, kind: str, report: ImportReport) -> None:
    """Rows + lines that are none + empty ones + what stands above = the lines of the file, each once."""
    lines = read_table(content).rows
    header = find_header(lines, KINDS[kind].needed)
    above = range(1, header.row + header.height + 1)
    empty = [n for n, cells in enumerate(lines, start=1) if n not in above and not any(map(str.strip, cells))]
    told = [*above, *empty, *(row.number for row in report.rows), *(line for line, _reason in report.left_out)]
    assert sorted(told) == list(range(1, len(lines) + 1))


def _rows_by_message(rows: Iterable[tuple[int, tuple[Problem, ...]]]) -> dict[str, int]:
    return dict(Counter(message for _number, said in rows for message in {problem.message for problem in said}))


def message_of(parse: Callable[..., Any], *arguments: Any) -> str:
    """The gettext id with which something is refused."""
    try:
        parse(*arguments)
    except (TextRefused, Refused) as error:
        return error.message
    raise AssertionError(arguments)


def lines_of(settled: Settled, message: str) -> list[int]:
    """The lines that are refused or remarked for this reason."""
    rows = settled.report.rows
    return [row.number for row in rows if message in {said.message for said in (*row.problems, *row.remarks)}]


def product(name: str) -> Product:
    """The product whose present name this is."""
    with transaction(write=False):
        query = select(Product).join(ProductVersion, Product.version_id == ProductVersion.id)
        return session.scalars(query.where(ProductVersion.name == name)).one()


def papers(name: str) -> list[tuple[int | None, str | None, str, str, str | None]]:
    """(stars, decision, from, to, remark) of a product's OCOP papers, as they were entered."""
    with transaction(write=False):
        query = select(Certificate).where(Certificate.product_id == product_id(name)).order_by(Certificate.id)
        return [
            (paper.stars, paper.decision_no, str(paper.issued_on), str(paper.expires_on), paper.remark)
            for paper in session.scalars(query)
        ]


def prices(name: str) -> list[tuple[str, str, int | None, int | None]]:
    """(pack, seller, price, highest price) of what is asked for a product; one that nobody sells with empty words."""
    with transaction(write=False):
        query = (
            select(Pack.label, Supplier.name, Offer.price, Offer.price_to)
            .outerjoin(Offer, Offer.pack_id == Pack.id)
            .outerjoin(Supplier, Supplier.id == Offer.supplier_id)
            .where(Pack.product_id == product_id(name))
            .order_by(Pack.position, Offer.id)
        )
        return [(row[0].replace("\u00a0", " "), row[1] or "", row[2], row[3]) for row in session.execute(query)]


def where(name: str) -> tuple[str, str, str]:
    """(present commune, former unit, present province) of a supplier, by name; "" where none is known."""
    with transaction(write=False):
        found = session.scalars(select(Supplier).where(Supplier.name == name)).one()
        keys = (found.place_id, found.legacy_place_id, found.province_id)
        first, former, province = (session.get_one(Place, key).name if key else "" for key in keys)
        return first, former, province


def product_id(name: str) -> int:
    """The key of a product, by its present name; a transaction is open."""
    query = select(Product.id).join(ProductVersion, Product.version_id == ProductVersion.id)
    return session.scalars(query.where(ProductVersion.name == name)).one()


def all_of(table: type[Any]) -> list[Any]:
    """The rows of a table in the order of their keys."""
    with transaction(write=False):
        return list(session.scalars(select(table).order_by(table.id)))
