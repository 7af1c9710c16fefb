"""The house under test: a real database that really commits, the real worker, the real index.

Every test that uses ``app`` begins with a fresh copy of one migrated data folder.
"""

import gc
import pickle
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, event

from marketplace.app import schedule
from marketplace.app.configuration import _config
from marketplace.app.factory import create_app
from marketplace.app.preparation import prepare_data, prepare_migrations
from marketplace.app.worker import drain as drain_outbox
from marketplace.core.clock import StoppedClock, freeze, now
from marketplace.core.db import database
from marketplace.core.settings import Settings, settings, use_settings
from tests.browse import Browser, browser
from tests.cast import Cast, engage_cast
from tests.demonstrations import made_once, shared_folder

FIRST_MORNING = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)  # 09:00 in Hà Nội, a Tuesday


@event.listens_for(Engine, "connect")
def _leave_it_to_the_system(connection: Any, _record: object) -> None:
    """Here no commit waits for the disk: no test of this process pulls the plug. Sites that tests start do wait."""
    connection.execute("PRAGMA synchronous=OFF")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application over a data folder that is migrated once; ``template`` beside it is copied for every test."""
    folder = tmp_path_factory.mktemp("data")
    environment = {"MARKETPLACE_DATA": str(folder), "MARKETPLACE_SITE_URL": "http://localhost"}
    app = create_app(_config().load(environment, kind="test"))
    prepare_migrations(app)
    prepare_data(app)
    with app.app_context():
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        database.engine.dispose()
    shutil.copytree(folder, folder.parent / "template")
    app.extensions["settings"] = settings()
    return app


@pytest.fixture
def app(migrated: Flask, template_folder: Path) -> Iterator[Flask]:
    """The application with fresh data; an application context is open for the test's own reads and writes."""
    use_settings(migrated.extensions["settings"])  # another test may have started another application
    with migrated.app_context():
        _begin_with(template_folder)
        schedule.forget_written()
        yield migrated
        database.engine.dispose()


def _begin_with(template: Path) -> None:
    """Put a copy of that data folder in the place of the present one."""
    database.engine.dispose()
    folder = settings().data_folder
    for entry in folder.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    shutil.copytree(template, folder, dirs_exist_ok=True)


@pytest.fixture
def clock() -> Iterator[StoppedClock]:
    """Time stands still at nine in the morning of 24 November 2026 until the test moves it."""
    with freeze(FIRST_MORNING) as stopped:
        yield stopped


@pytest.fixture(scope="session")
def demonstration_folder(migrated: Flask, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the demonstration, to be copied."""
    return made_once(shared_folder(tmp_path_factory.getbasetemp()))


@pytest.fixture(scope="session")
def template_folder(migrated: Flask) -> Path:
    """A migrated, empty data folder, to be copied."""
    kept: Settings = migrated.extensions["settings"]
    return kept.data_folder.parent / "template"


@pytest.fixture(scope="session")
def casts() -> dict[Path, bytes]:
    """The cast as it was once engaged, pickled, by the data folder that has it."""
    return {}


@pytest.fixture
def cast(app: Flask, casts: dict[Path, bytes]) -> Cast:
    """The persons of the house, with what they own: engaged once, today or on the first morning, and then copied.

    Where a test has written something already they join what is there.
    """
    folder = settings().data_folder
    kept = folder.parent / ("first_morning" if now() == FIRST_MORNING else "today")
    if (folder / "marketplace.sqlite3-wal").exists():
        return engage_cast()
    if kept not in casts:
        casts[kept] = pickle.dumps(engage_cast())
        database.engine.dispose()
        shutil.copytree(folder, kept)
    _begin_with(kept)
    engaged = pickle.loads(casts[kept])  # our own, of this run
    assert isinstance(engaged, Cast)
    return engaged


@pytest.fixture
def client(app: Flask) -> Browser:
    """A stranger's browser."""
    return browser(app)


@pytest.fixture
def sign_in(app: Flask, cast: Cast) -> Callable[[str], Browser]:
    """``sign_in("commune_officer")``: the browser of one of the cast."""
    return lambda person: browser(app, cast.session_text(person))


@pytest.fixture
def drain(app: Flask) -> Callable[[], int]:
    """Let the worker carry out all that waits."""
    return lambda: drain_outbox(app)


@pytest.fixture
def mails(app: Flask) -> Callable[[], list[EmailMessage]]:
    """The mails that lie in the mail folder, oldest first."""

    def read() -> list[EmailMessage]:
        files = sorted(settings().mail_folder.glob("*.eml"))
        return [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]

    return read


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was imported stays: the collector need not look through it again and again."""
    gc.collect()
    gc.freeze()


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Bytes name no test: archives bear the time, and two processes would disagree about what there is to run."""
    return argname if isinstance(val, bytes) else None
