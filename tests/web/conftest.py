"""The application with a section of trial routes beside its own."""

from collections.abc import Iterator

import pytest
from flask import Flask

from marketplace.app.factory import create_app
from marketplace.core.db import database
from marketplace.core.settings import settings
from tests.browse import Browser, browser
from tests.web.trial import Trial, section, trial


@pytest.fixture(scope="session")
def trial_site(migrated: Flask) -> Flask:
    """Built once, over the same data folder."""
    site = create_app(migrated.extensions["settings"])
    site.register_blueprint(section)
    return site


@pytest.fixture
def site(app: Flask, trial_site: Flask) -> Iterator[Flask]:
    """With fresh data."""
    assert settings() is trial_site.extensions.setdefault("settings", settings())
    with trial_site.app_context():
        database.engine.dispose()
    trial.happened.clear()
    yield trial_site
    with trial_site.app_context():
        database.engine.dispose()


@pytest.fixture
def happened(site: Flask) -> Trial:
    """What the trial routes do from now on."""
    return trial


@pytest.fixture
def visitor(site: Flask) -> Browser:
    """A stranger's browser on the site with the trial routes."""
    return browser(site)
