"""``marketplace create-officer``: officers of an area and administrators, each with a link to set a password."""

import pytest
from click.testing import CliRunner
from flask import Flask

from marketplace.accounts.cli import create_officer
from marketplace.accounts.queries import account_by_login, grants_of
from marketplace.core.actor import Grant
from marketplace.core.db import transaction
from tests.browse import Browser


def run(*arguments: str) -> str:
    outcome = CliRunner().invoke(create_officer, ["can-bo@example.org", *arguments])
    assert outcome.exit_code == 0, outcome.output
    return outcome.output.strip()


@pytest.mark.parametrize(
    ("arguments", "grant"),
    [
        (("--area", "2025:02038"), Grant("officer", "reviewer", "2025:02038")),
        (("--area", "02038"), Grant("officer", "reviewer", "2025:02038")),
        (("--area", "pre2025:064"), Grant("officer", "reviewer", "pre2025:064")),
        (("--administrator",), Grant("administrator", "reviewer", None)),
    ],
)
def test_who_is_entered_may_what_was_said(
    app: Flask, client: Browser, arguments: tuple[str, ...], grant: Grant
) -> None:
    link = run(*arguments).removeprefix("http://localhost")
    assert client.fill(link, password="mot-mat-khau-dai").status_code == 303
    with transaction(write=False):
        account = account_by_login("can-bo@example.org")
        assert account and grants_of(account.id) == (grant,)


@pytest.mark.parametrize("arguments", [(), ("--area", "02038", "--administrator")])
def test_one_of_both_must_be_said(app: Flask, arguments: tuple[str, ...]) -> None:
    assert CliRunner().invoke(create_officer, ["can-bo@example.org", *arguments]).exit_code == 2
