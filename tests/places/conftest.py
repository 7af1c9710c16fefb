"""The real units in a database of their own: loaded once, read by every test here."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from marketplace.core.db import Base, database, transaction
from marketplace.places.services import seed_places

TABLES = ("place", "place_succession", "stamp")


def make_database(file: Path) -> Flask:
    """An application that knows nothing but an empty database with the tables of places."""
    app = Flask("places")
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{file}"
    database.init_app(app)
    with app.app_context():
        Base.metadata.create_all(database.engine, tables=[Base.metadata.tables[name] for name in TABLES])
    return app


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The units, loaded from the file that comes with the program."""
    app = make_database(tmp_path_factory.mktemp("places") / "places.db")
    with app.app_context():
        with transaction(write=True):
            seed_places()
        yield app
        database.engine.dispose()


@pytest.fixture
def places(seeded: Flask) -> Iterator[None]:
    """A reading transaction over the units."""
    with seeded.app_context(), transaction(write=False):
        yield


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[None]:
    """A writing transaction over tables that have no rows yet."""
    app = make_database(tmp_path / "empty.db")
    with app.app_context():
        with transaction(write=True):
            yield
        database.engine.dispose()
