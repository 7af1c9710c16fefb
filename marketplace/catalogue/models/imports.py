"""Lists that were handed in: how far each has been taken, and what became of every row."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey
from marketplace.core.ids import public_id


class ImportRun(Base):
    """One list: its digest, how many rows are done, and the counts per outcome.

    ``state``: uploaded (its preview is due), previewed, taking, ended, or dropped (handed in, and not wanted).
    ``rows_seen`` of ``row_count`` rows have a preview, ``rows_done`` are taken. ``account_id`` None: a command.
    ``supplier_id``: the supplier whose member handed it in, for its own products only. ``header`` are the titles of
    all columns, ``columns`` the position of each field, ``unused`` the titles that mean nothing here, ``left_out``
    lines that are no rows (totals, repeated titles) as ``[line, gettext id]``. ``expected`` and ``counts`` are rows
    by outcome, as the preview said and as it came; ``recounted`` how many products (or suppliers) of it the database
    has afterwards.
    """

    __tablename__ = "import_run"
    __table_args__ = (
        CheckConstraint("state IN ('uploaded','previewed','taking','ended','dropped')", name="state"),
        Index(None, "account_id", "began_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    kind: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16), default="uploaded")
    file_name: Mapped[str] = mapped_column(String(200))
    file_digest: Mapped[str] = mapped_column(String(64), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey("supplier.id"), index=True)
    header: Mapped[list[str]] = mapped_column(JSON, default=list)
    columns: Mapped[dict[str, Any]] = mapped_column(default=dict)
    unused: Mapped[list[str]] = mapped_column(JSON, default=list)
    left_out: Mapped[list[list[Any]]] = mapped_column(JSON, default=list)
    row_count: Mapped[int]
    rows_seen: Mapped[int] = mapped_column(default=0)
    rows_done: Mapped[int] = mapped_column(default=0)
    expected: Mapped[dict[str, Any]] = mapped_column(default=dict)
    counts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    recounted: Mapped[int | None]
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class ImportRow(Base):
    """A row of a list: its cells as they were read, and what it does or did.

    ``number`` is the line as a person counts. ``outcome`` is created, changed, unchanged or refused: as the preview
    expects until ``is_done``, as it came from then on; None while nobody has looked. ``problems`` say why it is
    refused, ``remarks`` what a person should look at though it is taken: both as
    ``[{"column": …, "message": gettext id, "params": {…}}]``. ``told`` are the things it was about as
    ``[kind, key]``, for a run that goes on after a cut. Rows hold names and phones, so they are dropped some weeks
    after the end.
    """

    __tablename__ = "import_row"
    __table_args__ = (
        UniqueConstraint("run_id", "number"),
        Index(None, "run_id", "outcome"),
        CheckConstraint("outcome IS NULL OR outcome IN ('created','changed','unchanged','refused')", name="outcome"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("import_run.id"))
    number: Mapped[int]
    cells: Mapped[list[str]] = mapped_column(JSON)
    about: Mapped[str] = mapped_column(String(200), default="")
    outcome: Mapped[str | None] = mapped_column(String(12))
    is_done: Mapped[bool] = mapped_column(default=False)
    problems: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    remarks: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    told: Mapped[list[list[Any]]] = mapped_column(JSON, default=list)
    subject_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
