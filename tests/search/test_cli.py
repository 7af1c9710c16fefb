"""``marketplace search``, ``search rebuild`` and ``search verify``."""

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from marketplace.app.commands import main
from marketplace.core.db import transaction
from marketplace.core.settings import settings
from marketplace.search.queries import engine
from tests import factories


@pytest.fixture
def run(app: Flask, drain: Callable[[], int]) -> Callable[..., Result]:
    """Runs a command over noodles."""
    with transaction(write=True):
        factories.make_product(factories.make_supplier(place_id="2025:02038"), "Bún khô")
    drain()
    folder = str(settings().data_folder)
    return lambda *words: CliRunner().invoke(main, ["search", *words, "--data", folder], catch_exceptions=False)


def test_a_query_prints_what_it_finds(run: Callable[..., Result]) -> None:
    outcome = run("bun kho")
    assert outcome.exit_code == 0
    assert outcome.stdout.splitlines()[0] == "1 found"
    assert "Bún khô · HTX Hồng Luân · xã Quảng Bạch" in outcome.stdout


def test_json_is_what_the_api_answers(run: Callable[..., Result]) -> None:
    answer = json.loads(run("bún khô", "--json").stdout)
    assert (answer["total"], answer["results"][0]["slug"]) == (1, "bun-kho-hong-luan")


def test_rebuild(run: Callable[..., Result]) -> None:
    before = engine().generation
    assert run("rebuild").stdout == "1 products indexed\n"
    assert engine().generation != before


def test_verify_says_what_it_repaired(run: Callable[..., Result]) -> None:
    assert run("verify").stdout == "1 products checked; all as it should be\n"
    with engine().writing() as writer:
        writer.delete(engine().versions())
    assert run("verify").stdout == "1 products checked; repaired: 1 missing, 0 stale, 0 surplus\n"
    (settings().index_folder / "current").unlink()
    assert run("verify").stdout == "no usable index: built anew with 1 products\n"
