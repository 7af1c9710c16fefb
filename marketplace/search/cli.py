"""Commands: search, and keep the index true."""

import json
import sys
from collections.abc import Iterator, Sequence

import click

from marketplace.core.db import transaction
from marketplace.core.settings import settings
from marketplace.search import services
from marketplace.search.exports import products_as_json
from marketplace.search.queries import search as results_of
from marketplace.search.queries import shown
from marketplace.search.vocabulary import SearchRequest


def _on_terminal(portions: services.Portions) -> Iterator[Sequence[int]]:
    """Show on a terminal how far it came."""
    with click.progressbar(portions, file=sys.stderr, hidden=not sys.stderr.isatty()) as followed:
        yield from followed


@click.command()
@click.argument("query")
@click.option("--json", "as_json", is_flag=True, help="Print what the API would answer.")
def search(query: str, as_json: bool) -> None:
    """Search the catalogue for QUERY; the first 20 results."""
    request = SearchRequest(text=query, per_page=20)
    with transaction(write=False):
        answer = products_as_json(shown(request, results_of(request), 0), settings().site_url)
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    click.echo(f"{answer['total']} found")
    for entry in answer["results"]:
        maker = entry["producer"]["name"] if entry["producer"] else "-"
        click.echo(f"{entry['name']} · {maker} · {entry['place']['commune'] or '-'} · {entry['url']}")


@click.command()
def rebuild() -> None:
    """Build the search index anew from the database, beside the present one, and swap."""
    with transaction(write=False):
        count = services.rebuild(_on_terminal)
    click.echo(f"{count} products indexed")


@click.command()
def verify() -> None:
    """Compare the search index with the database and repair what differs."""
    with transaction(write=False):
        repairs = services.verify(_on_terminal)
    if repairs.rebuilt:
        click.echo(f"no usable index: built anew with {repairs.checked} products")
        return
    found = f"{repairs.missing} missing, {repairs.stale} stale, {repairs.surplus} surplus"
    click.echo(
        f"{repairs.checked} products checked; " + ("all as it should be" if repairs.is_clean else f"repaired: {found}")
    )
