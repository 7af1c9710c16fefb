"""The demonstration's data: made once for all processes of a run, copied for whoever looks at them."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask

from marketplace.app.configuration import _config
from marketplace.app.demonstration import show_demonstration
from marketplace.app.factory import create_app
from marketplace.app.preparation import prepare_data, prepare_migrations
from marketplace.core.db import database
from marketplace.core.settings import settings, use_settings


def made_once(shared: Path) -> Path:
    """The data folder of a demonstration below ``shared``; the first process makes it, another one waits for it."""
    folder, ready = shared / "demonstration", shared / "demonstration.ready"
    with _alone(shared / "demonstration.lock"):
        if not ready.exists():
            before = settings()
            site, _ = shown(folder)
            with site.app_context():
                database.engine.dispose()
            use_settings(before)
            ready.touch()
    return folder


def shown(folder: Path) -> tuple[Flask, str]:
    """The site over ``folder`` as ``marketplace demo`` makes it, and what it prints; its settings hold from now on."""
    site = create_app(_config().load({"MARKETPLACE_DATA": str(folder)}, kind="demo"))
    prepare_migrations(site)
    prepare_data(site)
    printed: list[str] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("click.echo", lambda text="", **_: printed.append(str(text)))
        show_demonstration(site)
    return site, "\n".join(printed)


def shared_folder(own: Path) -> Path:
    """What all processes of a run share, where ``own`` is the temporary folder of this one."""
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
