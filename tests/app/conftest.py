"""A demonstration that has been started, for all tests that look at it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask

from marketplace.core.db import database
from marketplace.core.settings import Settings, settings, use_settings
from tests.demonstrations import shown


@dataclass(frozen=True)
class Demonstration:
    """The site, and what its start printed."""

    site: Flask
    settings: Settings
    printed: str


@pytest.fixture(scope="session")
def made_demonstration(demonstration_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    """A copy of it, started as ``marketplace demo`` starts it."""
    before = settings()
    folder = tmp_path_factory.mktemp("demo") / "data"
    shutil.copytree(demonstration_folder, folder)
    site, printed = shown(folder)
    yield Demonstration(site, settings(), printed)
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
