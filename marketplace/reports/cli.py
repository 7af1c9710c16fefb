"""The command that prints a report."""

from datetime import date
from pathlib import Path

import click

from marketplace.core.clock import today
from marketplace.core.db import transaction
from marketplace.core.errors import HouseError
from marketplace.core.periods import Period, parse_period
from marketplace.core.text import TextRefused, parse_date
from marketplace.places.queries import area_of
from marketplace.places.vocabulary import Area, place_id_of
from marketplace.reports.exports import WRITERS
from marketplace.reports.queries import report_of, scope_of


@click.command()
@click.argument("period")
@click.option(
    "--area", help="Place, such as 2025:02038 (a bare code means the present era); the whole country without."
)
@click.option("--as-of", help="Print the report as it was known at the end of that day (today when left out).")
@click.option("--format", "suffix", type=click.Choice(sorted(WRITERS)), required=True, help="Kind of file.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File; else standard output.")
def report(period: str, area: str | None, as_of: str | None, suffix: str, output: Path | None) -> None:
    """Print the figures of PERIOD: 2026-11, 2026-Q3, 2026-H1, 2026-9M, 2026 or 2026-01-01..2026-03-31."""
    days, day = _period(period), _day(as_of)
    with transaction(write=False):
        content = WRITERS[suffix](report_of(scope_of(days, _area(area), day)))
    if output:
        output.write_bytes(content)
    else:
        click.echo(content, nl=False)


def _period(text: str) -> Period:
    try:
        return parse_period(text)
    except TextRefused as error:
        raise click.BadParameter(str(error), param_hint="PERIOD") from error


def _day(text: str | None) -> date:
    if text is None:
        return today()
    try:
        day = parse_date(text, today())
    except TextRefused as error:
        raise click.BadParameter(str(error), param_hint="--as-of") from error
    if day > today():
        raise click.BadParameter("that day is still to come", param_hint="--as-of")
    return day


def _area(code: str | None) -> Area | None:
    try:
        return area_of(place_id_of(code)) if code else None
    except HouseError as error:
        raise click.BadParameter(str(error), param_hint="--area") from error
