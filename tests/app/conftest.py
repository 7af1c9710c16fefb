"""A demonstration, made once for all tests that look at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask

from marketplace.app.configuration import _config
from marketplace.app.demonstration import show_demonstration
from marketplace.app.factory import create_app
from marketplace.app.preparation import prepare_data, prepare_migrations
from marketplace.core.db import database
from marketplace.core.settings import Settings, settings, use_settings


@dataclass(frozen=True)
class Demonstration:
    """The site, and what its start printed."""

    site: Flask
    settings: Settings
    printed: str


@pytest.fixture(scope="session")
def made_demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    """Made as ``marketplace demo`` does."""
    before = settings()
    folder = tmp_path_factory.mktemp("demo")
    site = create_app(_config().load({"MARKETPLACE_DATA": str(folder)}, kind="demo"))
    prepare_migrations(site)
    prepare_data(site)
    printed: list[str] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("click.echo", lambda text="", **_: printed.append(str(text)))
        show_demonstration(site)
    yield Demonstration(site, settings(), "\n".join(printed))
    with site.app_context():
        database.engine.dispose()
    use_settings(before)


@pytest.fixture
def demonstration(app: Flask, made_demonstration: Demonstration) -> Iterator[Demonstration]:
    """Its settings hold during the test."""
    before = settings()
    use_settings(made_demonstration.settings)
    with made_demonstration.site.app_context():
        yield made_demonstration
    use_settings(before)


@pytest.fixture(scope="session")
def template_folder(migrated: Flask) -> Path:
    """A migrated, empty data folder to be copied."""
    kept: Settings = migrated.extensions["settings"]
    return kept.data_folder.parent / "template"
