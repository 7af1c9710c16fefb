"""The console script ``marketplace``: every command takes ``--data FOLDER`` and makes an empty folder ready."""

import os
import signal
import sys
from pathlib import Path
from threading import Event

import click
from flask import Flask

from marketplace.accounts.cli import create_officer, reset_second_factor
from marketplace.app.configuration import load_settings
from marketplace.app.demonstration import show_demonstration
from marketplace.app.factory import create_app
from marketplace.app.inhouse import QueryGroup, in_house
from marketplace.app.preparation import prepare_data, prepare_migrations
from marketplace.app.serving import check_address
from marketplace.app.serving import serve as serve_site
from marketplace.app.worker import drain, work
from marketplace.catalogue.cli import import_list
from marketplace.core.settings import Misconfigured, settings
from marketplace.reports.cli import report
from marketplace.search.cli import rebuild, search, verify

HOST = click.option(
    "--host", envvar="MARKETPLACE_HOST", default="127.0.0.1", show_default=True, help="Address to bind."
)
PORT = click.option(
    "--port",
    envvar="MARKETPLACE_PORT",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Port to bind.",
)


def data_option(default: str = "var") -> click.Option:
    """``--data FOLDER``, else MARKETPLACE_DATA, else ``default``."""
    return click.Option(
        ["--data"],
        type=click.Path(file_okay=False, path_type=Path),
        envvar="MARKETPLACE_DATA",
        default=Path(default),
        show_default=True,
        help="Folder of database, index, pictures and mail.",
    )


def prepared_app(data: Path, kind: str | None = None, *, serves: bool = False) -> Flask:
    """The application over a data folder that is ready.

    Raises ClickException when the settings or the folder forbid a start, and where one that ``serves`` can't listen.
    """
    os.environ["MARKETPLACE_DATA"] = str(data)
    try:
        chosen = load_settings(kind)
        if serves:
            check_address(chosen)
        app = create_app(chosen)
        prepare_migrations(app)
        prepare_data(app)
    except (Misconfigured, OSError) as error:
        raise click.ClickException(str(error)) from error
    return app


@click.group()
@click.version_option(package_name="marketplace")
def main() -> None:
    """OCOP products: found, asked for, and counted lead by lead."""


@click.command()
@HOST
@PORT
def serve(data: Path, host: str, port: int) -> None:
    """Serve the site: web processes and the worker."""
    os.environ.update(MARKETPLACE_HOST=host, MARKETPLACE_PORT=str(port))
    prepared_app(data, serves=True)
    click.echo(settings().site_url)
    serve_site(settings())


@click.command()
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


@click.command()
@HOST
@PORT
def demo(data: Path, host: str, port: int) -> None:
    """Show the demonstration: create, migrate, load, serve."""
    os.environ.update(MARKETPLACE_HOST=host, MARKETPLACE_PORT=str(port), MARKETPLACE_KIND="demo")
    show_demonstration(prepared_app(data, "demo", serves=True))
    sys.stdout.flush()
    serve_site(settings())


@click.command()
def config(data: Path) -> None:
    """Print every setting, its present value (secrets masked) and its meaning."""
    prepared_app(data)
    for name, value, meaning in settings().rows():
        click.echo(f"{name:22} {value:44} {meaning}")


for own, folder in ((serve, "var"), (worker, "var"), (demo, "var/demo"), (config, "var")):
    own.params.append(data_option(folder))
    main.add_command(own)


search_group = QueryGroup("search", default=in_house(search, prepared_app, data_option()), help=search.help)
for tool in (rebuild, verify):
    search_group.add_command(in_house(tool, prepared_app, data_option()))
main.add_command(search_group)
main.add_command(in_house(import_list, prepared_app, data_option(), then_drain=True), "import")
main.add_command(in_house(report, prepared_app, data_option()))
main.add_command(in_house(create_officer, prepared_app, data_option(), then_drain=True))
main.add_command(in_house(reset_second_factor, prepared_app, data_option()))


if __name__ == "__main__":
    main()
