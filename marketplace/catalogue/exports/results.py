"""The result of a list as a file: every row with what became of it, counted again after the last commit."""

from dataclasses import asdict
from pathlib import Path

from marketplace.catalogue.imports import ImportReport, refused_workbook, result_workbook
from marketplace.catalogue.models import ImportRun
from marketplace.catalogue.presenters.importing import result_line, said
from marketplace.catalogue.queries.import_runs import rows_of
from marketplace.core.settings import settings


def result_of(run: ImportRun) -> bytes:
    """The workbook of all rows, empty of rows where they were dropped; the caller has a transaction open."""
    return result_workbook(run.header, [result_line(row) for row in rows_of(run.id)])


def result_file(run: ImportRun) -> bytes:
    """The workbook as it was kept; made anew where it isn't here, for another machine may have taken the list."""
    kept = _path(run)
    return kept.read_bytes() if kept.is_file() else result_of(run)


def refused_of(report: ImportReport) -> bytes:
    """The workbook of the rows that a command's list had refused, to be mended and taken again."""
    lines = [
        (row.number, row.cells, " ".join(said(asdict(problem)) for problem in row.problems)) for row in report.refused
    ]
    return refused_workbook(report.titles, lines)


def keep_result(run: ImportRun) -> Path:
    """Write the workbook into the data folder, under the run's public id; the same again where it is written twice."""
    path = _path(run)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds names and phones
    beside = path.with_suffix(".part")
    beside.write_bytes(result_of(run))
    beside.replace(path)
    return path


def _path(run: ImportRun) -> Path:
    return settings().lists_folder / f"{run.public_id}.xlsx"


def forget_results(public_ids: list[str]) -> None:
    """Delete the files of these runs, where they are here."""
    for public_id in public_ids:
        (settings().lists_folder / f"{public_id}.xlsx").unlink(missing_ok=True)
