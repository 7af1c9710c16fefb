"""A data folder is made ready: empty, ready already, or of another version."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from marketplace.app.configuration import _config
from marketplace.app.factory import create_app
from marketplace.app.preparation import newest_revision, prepare_data, prepare_migrations
from marketplace.core.db import database
from marketplace.core.settings import Misconfigured, settings, use_settings


@pytest.fixture
def empty(app: Flask, tmp_path: Path) -> Iterator[Flask]:
    """A site whose data folder isn't there yet."""
    before = settings()
    site = create_app(_config().load({"MARKETPLACE_DATA": str(tmp_path / "deep" / "data")}, kind="test"))
    prepare_migrations(site)
    yield site
    with site.app_context():
        database.engine.dispose()
    use_settings(before)


def ask(query: str) -> object:
    connection = sqlite3.connect(settings().data_folder / "marketplace.sqlite3")
    found = connection.execute(query).fetchone()
    connection.commit()
    connection.close()
    return found[0] if found else None


def test_an_empty_folder_is_made_ready_and_stays_so(empty: Flask) -> None:
    for _ in range(2):
        prepare_data(empty)
        assert ask("SELECT version_num FROM alembic_version") == newest_revision()
        assert ask("SELECT count(*) FROM place WHERE level = 'province' AND era = '2025'") == 34
        assert ask("SELECT count(*) FROM supplier") == 0


def test_what_stands_in_it_stays(empty: Flask) -> None:
    prepare_data(empty)
    ask("INSERT INTO stamp VALUES ('mark', '1')")
    prepare_data(empty)
    assert ask("SELECT value FROM stamp WHERE name = 'mark'") == "1"


def test_a_folder_of_a_newer_site_is_left_alone(empty: Flask) -> None:
    prepare_data(empty)
    ask("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Misconfigured, match="9999"):
        prepare_data(empty)


def test_only_its_owner_reads_the_folder(empty: Flask) -> None:
    prepare_data(empty)
    assert settings().data_folder.stat().st_mode & 0o077 == 0, "names and phones lie in it"
