"""Commands of packages in the house: ready data, exit states, and what they caused is done when they return."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from flask import Flask, url_for

from marketplace.app.commands import data_option
from marketplace.app.inhouse import QueryGroup, in_house
from marketplace.app.wiring import SUBSCRIPTIONS
from marketplace.core import outbox
from marketplace.core.db import transaction
from marketplace.core.errors import Conflict, Refused
from marketplace.core.outbox import subscribe
from tests.core.outbox_rows import Bell, Rang


@click.command("ring")
@click.argument("what", default="")
def ring_bell(what: str) -> int | None:
    """Ring the bell, or be refused."""
    if what == "refused":
        raise Refused("Không có chuông nào tên %(name)s.", name="Đồng")
    if what == "conflict":
        raise Conflict
    with transaction(write=True):
        outbox.emit(Rang(1))
        click.echo(url_for("site.home", _external=True))
    return 1 if what == "nothing" else None


@pytest.fixture
def run(app: Flask, tmp_path: Path) -> "Run":
    return Run(app, tmp_path)


class Run:
    """Runs a command in the house of ``app``."""

    def __init__(self, app: Flask, folder: Path) -> None:
        self.app, self.folder, self.given = app, folder, list[Path]()

    def _prepared(self, data: Path) -> Flask:
        self.given.append(data)
        return self.app

    def __call__(self, *arguments: str, then_drain: bool = False) -> "click.testing.Result":
        command = in_house(ring_bell, self._prepared, data_option(), then_drain=then_drain)
        return CliRunner().invoke(command, [*arguments, "--data", str(self.folder)])


def test_a_command_has_its_folder_and_the_sites_address(run: Run) -> None:
    outcome = run()
    assert (outcome.exit_code, outcome.output) == (0, "http://localhost/\n")
    assert run.given == [run.folder]


@pytest.mark.parametrize(("what", "reason"), [("refused", "Không có chuông nào tên Đồng."), ("conflict", "Dữ liệu")])
def test_a_refusal_ends_with_its_reason(run: Run, what: str, reason: str) -> None:
    outcome = run(what)
    assert outcome.exit_code == 1
    assert reason in outcome.stderr
    assert outcome.stdout == ""


def test_a_command_says_itself_that_it_did_nothing(run: Run) -> None:
    assert run("nothing").exit_code == 1


@pytest.mark.parametrize("then_drain", [True, False])
def test_what_it_caused_is_done_when_it_returns(run: Run, then_drain: bool) -> None:
    bell = Bell()
    subscribe([bell.subscription()])
    run(then_drain=then_drain)
    subscribe(SUBSCRIPTIONS)
    assert bell.rung == ([[1]] if then_drain else [])


def test_the_packages_own_command_stays_as_it_was(run: Run) -> None:
    run()
    assert [parameter.name for parameter in ring_bell.params] == ["what"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["rebuild"], "tool\n"),
        (["bún", "khô"], "query bún khô json=False\n"),
        (["--json", "bún"], "query bún json=True\n"),
        (["rebuild bún"], "query rebuild bún json=False\n"),
    ],
)
def test_what_is_no_tool_is_a_query(typed: list[str], said: str) -> None:
    @click.command("query")
    @click.argument("words", nargs=-1)
    @click.option("--json", "as_json", is_flag=True)
    def query(words: tuple[str, ...], as_json: bool) -> None:
        click.echo(f"query {' '.join(words)} json={as_json}")

    group = QueryGroup("search", default=query)
    group.add_command(click.Command("rebuild", callback=lambda: click.echo("tool")))
    outcome = CliRunner().invoke(group, typed)
    assert (outcome.exit_code, outcome.output) == (0, said)
