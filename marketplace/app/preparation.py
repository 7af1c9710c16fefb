"""Makes a data folder ready: creates it, migrates the database, loads the places."""

from flask import Flask
from flask_migrate import Migrate, upgrade
from sqlalchemy import inspect, text

from marketplace.core.db import database, transaction
from marketplace.core.resources import resource
from marketplace.core.settings import Misconfigured, settings
from marketplace.places.services import seed_places


def prepare_migrations(app: Flask) -> None:
    """Tell Flask-Migrate where the migrations stand."""
    Migrate(app, database, directory=str(resource("migrations")), render_as_batch=True)


def prepare_data(app: Flask) -> None:
    """Create and migrate the data folder of ``app`` and load the places; quick when all is there already.

    Raises Misconfigured for a folder that a newer programme has migrated: this one can't know what stands in it.
    """
    settings().data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds names and phones
    with app.app_context():
        present = _present_revision()
        if present and not list((resource("migrations") / "versions").glob(f"{present}_*.py")):
            raise Misconfigured(
                f"{settings().data_folder}: its database is at {present}, which is newer than this site"
            )
        if present != newest_revision():
            upgrade()
        with transaction(write=True):
            seed_places()


def newest_revision() -> str:
    """The newest migration, as ``migrations/head.txt`` names it."""
    return (resource("migrations") / "head.txt").read_text(encoding="utf-8").strip()


def _present_revision() -> str | None:
    with database.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
