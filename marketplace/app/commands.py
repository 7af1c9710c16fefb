"""The console script ``marketplace``: every command takes ``--data FOLDER`` and makes an empty folder ready."""

import os
import signal
import sys
from collections.abc import Callable
from functools import update_wrapper
from pathlib import Path
from threading import Event
from typing import Any

import click
from flask import Flask

from marketplace.app.configuration import load_settings
from marketplace.app.demonstration import show_demonstration
from marketplace.app.factory import create_app
from marketplace.app.preparation import prepare_data, prepare_migrations
from marketplace.app.serving import serve as serve_site
from marketplace.app.worker import drain, work
from marketplace.core.db import transaction
from marketplace.core.errors import HouseError
from marketplace.core.settings import Misconfigured, settings

DATA = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="MARKETPLACE_DATA",
    default=Path("var"),
    show_default=True,
    help="Folder of database, index, pictures and mail.",
)
HOST = click.option("--host", default="127.0.0.1", show_default=True, help="Address to bind.")
PORT = click.option("--port", type=int, default=8000, show_default=True, help="Port to bind.")


def prepared_app(data: Path, kind: str | None = None) -> Flask:
    """The application over a data folder that is ready; ends the programme with 1 when settings forbid it."""
    os.environ["MARKETPLACE_DATA"] = str(data)
    try:
        app = create_app(load_settings(kind))
    except Misconfigured as error:
        raise click.ClickException(str(error)) from error
    prepare_migrations(app)
    prepare_data(app)
    return app


def in_house(command: click.Command, *, write: bool, then_drain: bool = False) -> click.Command:
    """Give a package's command its ``--data``, the application around it and one transaction.

    Ends 1 with the reason on stderr when the house refuses. ``then_drain`` carries out what the command caused
    before it returns, so that what it took can be searched.
    """
    inner: Callable[..., Any] | None = command.callback
    assert inner is not None

    def run(data: Path, **arguments: Any) -> None:
        app = prepared_app(data)
        with app.test_request_context(base_url=settings().site_url):
            try:
                with transaction(write=write):
                    status = inner(**arguments)
            except HouseError as error:
                raise click.ClickException(str(error)) from error
        if then_drain:
            drain(app)
        sys.exit(status or 0)

    command.callback = update_wrapper(run, inner)
    command.params.append(_option())
    return command


def _option() -> click.Parameter:
    @DATA
    def holder() -> None:
        """Holds the option that click attaches."""

    parameter: click.Parameter = holder.__click_params__[0]  # type: ignore[attr-defined]  # click's own attribute
    return parameter


@click.group()
@click.version_option(package_name="marketplace")
def main() -> None:
    """OCOP products: found, asked for, and counted lead by lead."""


@main.command()
@DATA
@HOST
@PORT
def serve(data: Path, host: str, port: int) -> None:
    """Serve the site: web processes and the worker."""
    os.environ.update(MARKETPLACE_HOST=host, MARKETPLACE_PORT=str(port))
    prepared_app(data)
    click.echo(f"http://{host}:{port}")
    serve_site(settings())


@main.command()
@DATA
@click.option("--once", is_flag=True, help="Carry out what waits now, then end.")
def worker(data: Path, once: bool) -> None:
    """Carry out the outbox: mails, index, schedule."""
    app = prepared_app(data)
    if once:
        click.echo(f"{drain(app)} done")
        return
    stopping = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stopping.set())
    work(app, stopping)


@main.command()
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), envvar="MARKETPLACE_DATA",
              default=Path("var/demo"), show_default=True, help="Folder of the demonstration.")  # fmt: skip
@HOST
@PORT
def demo(data: Path, host: str, port: int) -> None:
    """Show the demonstration: create, migrate, load, serve."""
    os.environ.update(MARKETPLACE_HOST=host, MARKETPLACE_PORT=str(port), MARKETPLACE_KIND="demo")
    app = prepared_app(data, "demo")
    show_demonstration(app)
    serve_site(settings())


@main.command()
@DATA
def config(data: Path) -> None:
    """Print every setting, its present value (secrets masked) and its meaning."""
    prepared_app(data)
    for name, value, meaning in settings().rows():
        click.echo(f"{name:22} {value:44} {meaning}")


@main.group("import")
def import_group() -> None:
    """Take a list."""


@main.group("search", invoke_without_command=False)
def search_group() -> None:
    """Search, rebuild and verify the index."""
