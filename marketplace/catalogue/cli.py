"""Commands about the catalogue: taking lists."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from marketplace.catalogue.exports import keep_result, refused_of
from marketplace.catalogue.imports import KINDS, ImportReport, refusals_in, remarks_in, run_import, template_workbook
from marketplace.catalogue.imports.reading_file.limits import LARGEST_FILE
from marketplace.catalogue.imports.rows import Problem
from marketplace.catalogue.queries.matches import run_named
from marketplace.core.actor import STRANGER
from marketplace.core.db import transaction
from marketplace.core.texts import say

_FIRST_KIND = "products"
_OUTCOMES = (("created", "created"), ("changed", "changed"), ("unchanged", "unchanged"), ("refused", "refused"))


@click.command("import")
@click.argument("arguments", nargs=-1, required=True, metavar="[products|suppliers] FILE")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and keep nothing.")
@click.option("--template", is_flag=True, help="Write an empty list to FILE instead.")
@click.option("--refused", type=click.Path(dir_okay=False, path_type=Path), help="Write refused rows there (.xlsx).")
def import_list(arguments: tuple[str, ...], dry_run: bool, template: bool, refused: Path | None) -> int:
    """Take a list of products (or suppliers): .xlsx, .csv, .tsv or .txt.

    An import by command counts as moderated. Ends 0 when it took or recognised at least one row, 1 when none.
    """
    *kinds, name = arguments
    if len(kinds) > 1 or (kinds and kinds[0] not in KINDS):
        raise click.UsageError(f"expected {' or '.join(KINDS)} and one FILE")
    path = Path(name)
    if template:
        path.write_bytes(template_workbook())
        click.echo(f"wrote {path}")
        return 0
    if not path.is_file():
        raise click.UsageError(f"{path} is a folder" if path.is_dir() else f"no such file: {path}")
    kind = kinds[0] if kinds else _FIRST_KIND
    report = _run(kind, path, dry_run)
    if report.run:
        with transaction(write=False):
            report.kept_as = str(keep_result(run_named(report.run)))
    _print(report, kind, dry_run)
    if refused and report.refused:
        refused.write_bytes(refused_of(report))
        click.echo(f"refused rows, each with its reason: {refused}")
    return 0 if report.taken or report.skipped else 1


def _run(kind: str, path: Path, dry_run: bool) -> ImportReport:
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)  # one that is larger is refused, and needn't be in memory
    if not sys.stderr.isatty():
        return run_import(STRANGER, kind, path.name, content, dry_run=dry_run)
    with click.progressbar(length=1, label=path.name, file=sys.stderr) as bar:

        def show(rows: int, of: int) -> None:
            bar.length = of
            bar.update(rows)

        return run_import(STRANGER, kind, path.name, content, dry_run=dry_run, progress=show)


def _print(report: ImportReport, kind: str, dry_run: bool) -> None:
    if dry_run:
        for row in report.rows:
            click.echo(f"line {row.number}: {row.outcome:9}  {row.about}")
    for row in report.refused:
        click.echo(f"line {row.number}: {_reasons(row.problems)}", err=True)
    for row in report.remarked:
        click.echo(f"line {row.number}, to be looked at: {_reasons(row.remarks)}", err=True)
    for line, reason in report.left_out:
        click.echo(f"line {line} is no row: {reason}", err=True)
    if report.unused_columns:
        click.echo("unused columns: " + ", ".join(report.unused_columns))
    for reason, count in refusals_in(report).most_common():
        click.echo(f"refused {count}: {reason}")
    for reason, count in remarks_in(report).most_common():
        click.echo(f"to be looked at {count}: {reason}")
    counts = ", ".join(f"{report.counts[key]} {label}" for key, label in _OUTCOMES)
    click.echo(f"{report.row_count} rows: {counts}" + (" (dry run, nothing kept)" if dry_run else ""))
    if report.skipped:
        click.echo(f"{report.skipped} of them had been taken by an earlier, unfinished run")
    if not dry_run:
        click.echo(f"counted again: {report.recounted} {kind} of this list stand in the database")
    if report.kept_as:
        click.echo(f"result kept as {report.kept_as}")


def _reasons(problems: Sequence[Problem]) -> str:
    said = ((problem.column, say(problem.message, **problem.params)) for problem in problems)
    return "; ".join(f"{column}: {words}" if column else words for column, words in said)
