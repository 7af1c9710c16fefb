"""Migrations go both ways and end where the models stand, triggers included."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import create_engine, inspect, text

from marketplace.app.configuration import _config
from marketplace.app.factory import create_app
from marketplace.app.preparation import newest_revision, prepare_migrations
from marketplace.core.db import Base, database, stored_triggers, transaction
from marketplace.core.errors import Conflict
from marketplace.core.resources import resource
from marketplace.core.settings import settings, use_settings


@pytest.fixture
def empty(tmp_path: Path, migrated: Flask) -> Flask:
    """An application over an empty folder."""
    before = settings()
    app = create_app(_config().load({"MARKETPLACE_DATA": str(tmp_path)}, kind="test"))
    use_settings(before)
    prepare_migrations(app)
    return app


def test_up_down_up(empty: Flask) -> None:
    with empty.app_context():
        upgrade()
        assert inspect(database.engine).has_table("lead_event")
        downgrade(revision="base")
        assert inspect(database.engine).get_table_names() == ["alembic_version"]
        upgrade()
        with database.engine.connect() as connection:
            assert connection.scalar(text("SELECT version_num FROM alembic_version")) == newest_revision()


def test_migrated_equals_models(empty: Flask, tmp_path: Path) -> None:
    with empty.app_context():
        upgrade()
        with database.engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, Base.metadata) == []
            migrated_triggers = stored_triggers(connection)
    models = create_engine(f"sqlite:///{tmp_path / 'models.sqlite3'}")
    Base.metadata.create_all(models)
    with models.connect() as connection:
        assert stored_triggers(connection) == migrated_triggers
    models.dispose()


def test_head_is_named() -> None:
    """Two migrations made side by side conflict in git here, and not at a customer's."""
    names = sorted(path.stem for path in (resource("migrations") / "versions").glob("*.py"))
    assert names[-1].startswith(newest_revision())


@pytest.mark.parametrize("statement", ["UPDATE lead_event SET kind = 'lost'", "DELETE FROM lead_event"])
def test_database_refuses_to_change_facts(app: Flask, statement: str) -> None:
    with transaction(write=True):
        for table, row in _A_FACT:
            names = ", ".join(row)
            values = ", ".join(f":{name}" for name in row)
            database.session.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), row)
    with pytest.raises(Conflict), transaction(write=True):
        database.session.execute(text(statement))


_NOW = "2026-11-24 02:00:00.000000"
_A_FACT = (
    ("supplier", {"id": 1, "public_id": "a", "slug": "a", "name": "A", "short_name": "A", "sort_key": "a",
                  "match_key": "a", "kind": "htx", "is_producer": True, "is_outlet": False, "has_zalo": False,
                  "state": "claimed", "source": "test", "link_epoch": 0, "created_at": _NOW,
                  "changed_at": _NOW}),
    ("party", {"id": 1, "public_id": "p", "created_at": _NOW}),
    ("lead", {"id": 1, "public_id": "l", "channel": "form", "supplier_id": 1, "party_id": 1, "created_at": _NOW}),
    ("lead_event", {"id": 1, "lead_id": 1, "kind": "created", "occurred_at": _NOW, "day_only": False,
                    "recorded_at": _NOW, "said_by": "buyer", "evidence": "told"}),
)  # fmt: skip
