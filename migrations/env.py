"""Runs the migrations over the application's engine; batch mode, since SQLite can't alter much."""

from alembic import context
from flask import current_app

from marketplace.core.db import Base

engine = current_app.extensions["migrate"].db.engine

with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()
