"""Gives the packages' commands the house around them: a ready data folder, the application, and exit states."""

import sys
from collections.abc import Callable
from copy import copy
from functools import update_wrapper
from pathlib import Path
from typing import Any

import click
from flask import Flask

from marketplace.app.worker import keep_index, settle
from marketplace.core.errors import HouseError
from marketplace.core.settings import settings


def in_house(
    command: click.Command,
    prepared_app: Callable[[Path], Flask],
    data: click.Option,
    *,
    then_drain: bool = False,
) -> click.Command:
    """Give a package's command its ``--data`` and the application; it opens its own transactions.

    Ends 1 with the reason on stderr when the house refuses. ``then_drain`` carries out what the command caused
    before it returns, also where a worker beside it was quicker, so that what it took can be searched.
    """
    inner: Callable[..., Any] | None = command.callback
    assert inner is not None

    def run(data: Path, **arguments: Any) -> None:
        app = prepared_app(data)
        if then_drain:
            keep_index(app)  # before: an index that is built afterwards would take in all twice
        with app.test_request_context(base_url=settings().site_url):
            try:
                status = inner(**arguments)
            except (HouseError, OSError) as error:  # OSError: a file that can't be read or written, as click tells it
                raise click.ClickException(str(error)) from error
        if then_drain:
            settle(app)
        sys.exit(status or 0)

    furnished = copy(command)  # the package's own stays as it is, for whoever is in the house already
    furnished.callback = update_wrapper(run, inner)
    furnished.params = [*command.params, data]
    return furnished


class QueryGroup(click.Group):
    """``search rebuild`` is a tool, ``search "bún khô"`` a query: what is no tool's name goes to ``default``."""

    def __init__(self, name: str, *, default: click.Command, **attributes: Any) -> None:
        super().__init__(name, **attributes)
        self.default = default

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The tool of that name, else the query with all that was typed."""
        if args and args[0] in self.commands:
            return super().resolve_command(ctx, args)
        return self.default.name, self.default, args

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Leave options before the query to the query."""
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h"):
            ctx._protected_args, ctx.args = args[:1], args[1:]
            return args
        return super().parse_args(ctx, args)
