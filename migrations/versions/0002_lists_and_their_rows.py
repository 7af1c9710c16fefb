"""Lists keep their rows: what the preview expects of each, what became of it, and what a person should look at."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STATES = "state IN ('uploaded','previewed','taking','ended','dropped')"
# New columns and what they hold of lists that were taken before there were any; the defaults go again below.
FILLED = {
    "state": (sa.String(length=16), "ended"),
    "header": (sa.JSON(), "[]"),
    "columns": (sa.JSON(), "{}"),
    "unused": (sa.JSON(), "[]"),
    "left_out": (sa.JSON(), "[]"),
    "rows_seen": (sa.Integer(), "0"),
    "expected": (sa.JSON(), "{}"),
}


def upgrade() -> None:
    with op.batch_alter_table("certificate") as batch:
        batch.add_column(sa.Column("remark", sa.String(length=300), nullable=True))
    with op.batch_alter_table("supplier") as batch:
        batch.add_column(sa.Column("placed_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("import_run") as batch:
        for name, (kind, filled) in FILLED.items():
            batch.add_column(sa.Column(name, kind, nullable=False, server_default=filled))
        batch.add_column(sa.Column("supplier_id", BIG_KEY, nullable=True))
        batch.add_column(sa.Column("recounted", sa.Integer(), nullable=True))
    # A list that was cut off kept no rows, so it can't go on; handed in again it is taken from its beginning.
    op.execute("UPDATE import_run SET state = 'dropped' WHERE ended_at IS NULL")
    with op.batch_alter_table("import_run") as batch:
        for name, (kind, _) in FILLED.items():
            batch.alter_column(name, existing_type=kind, existing_nullable=False, server_default=None)
        batch.create_check_constraint(op.f("ck_import_run_state"), STATES)
        batch.create_index(batch.f("ix_import_run_account_id_began_at"), ["account_id", "began_at"])
        batch.create_index(batch.f("ix_import_run_supplier_id"), ["supplier_id"])
        batch.create_foreign_key(batch.f("fk_import_run_supplier_id"), "supplier", ["supplier_id"], ["id"])
    op.create_table(
        "import_row",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("run_id", BIG_KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("about", sa.String(length=200), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=True),
        sa.Column("is_done", sa.Boolean(), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.Column("remarks", sa.JSON(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "outcome IS NULL OR outcome IN ('created','changed','unchanged','refused')",
            name=op.f("ck_import_row_outcome"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["import_run.id"], name=op.f("fk_import_row_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_row")),
        sa.UniqueConstraint("run_id", "number", name=op.f("uq_import_row_run_id_number")),
    )
    op.create_index(op.f("ix_import_row_run_id_outcome"), "import_row", ["run_id", "outcome"])
    op.create_index(op.f("ix_import_row_subject_id"), "import_row", ["subject_id"])


def downgrade() -> None:
    op.drop_table("import_row")
    with op.batch_alter_table("import_run") as batch:
        batch.drop_constraint(batch.f("fk_import_run_supplier_id"), type_="foreignkey")
        batch.drop_constraint(op.f("ck_import_run_state"), type_="check")
        batch.drop_index(batch.f("ix_import_run_supplier_id"))
        batch.drop_index(batch.f("ix_import_run_account_id_began_at"))
        for name in ("recounted", "supplier_id", *FILLED):
            batch.drop_column(name)
    with op.batch_alter_table("supplier") as batch:
        batch.drop_column("placed_at")
    with op.batch_alter_table("certificate") as batch:
        batch.drop_column("remark")
