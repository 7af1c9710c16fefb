"""What taking a list of 20 000 rows costs, and whether the site answers meanwhile.

The alternative is what a form does for one product (register the supplier, add product, pack, offer and paper, each
by its service), row after row, 200 to a transaction. Both count CPU seconds in this run.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from flask import Flask

from bench import made_list
from marketplace.app.commands import prepared_app
from marketplace.app.demonstration import load_demonstration
from marketplace.app.worker import drain
from marketplace.catalogue.services import add_product, claim_certificate, put_offer, put_pack
from marketplace.catalogue.vocabulary import NewCertificate, NewOffer, NewPack, NewProduct, Words
from marketplace.core.actor import STRANGER
from marketplace.core.attempts import note_attempt
from marketplace.core.db import transaction
from marketplace.core.settings import settings
from marketplace.suppliers.services import register_supplier
from marketplace.suppliers.vocabulary import NewSupplier

ROWS, ROWS_BY_FORM, PORTION = 20_000, 1_000, 200
PAGE = "/san-pham?q=bun+kho"


def main() -> None:
    """Take the list in a process of its own while this one asks for pages and writes; then the alternative."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "list.xlsx"
        made_list.write(file, ROWS)
        site = prepared_app(folder / "data", "demo")
        with site.test_request_context(base_url=settings().site_url):
            load_demonstration()
        drain(site)
        idle = answers(site, lambda: False)
        command = [sys.executable, "-m", "bench.one_import", str(file), str(folder / "data")]
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        busy = answers(site, lambda: running.poll() is None)
        told = json.loads(running.communicate()[0].splitlines()[-1])
        by_form = cpu_by_form(prepared_app(folder / "other", "local"))
    say(told, idle, busy, by_form)


def answers(site: Flask, goes_on: Callable[[], bool]) -> dict[str, list[float]]:
    """Milliseconds of a page of the catalogue and of a small write, again and again; fifty times at least."""
    client = site.test_client()
    took: dict[str, list[float]] = {"page": [], "write": []}
    while goes_on() or len(took["page"]) < 50:
        took["page"].append(_milliseconds(lambda: client.get(PAGE)))
        with site.app_context():
            took["write"].append(_milliseconds(_write))
        time.sleep(0.05)
    return took


def _write() -> None:
    with transaction(write=True):
        note_attempt("bench")


def _milliseconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def cpu_by_form(app: Flask) -> float:
    """CPU seconds a row, each product by the services that a form calls."""
    rows = made_list.rows(ROWS_BY_FORM)
    began = time.process_time()
    with app.app_context():
        for start in range(0, len(rows), PORTION):
            with transaction(write=True):
                for row in rows[start : start + PORTION]:
                    _enter(row)
    return (time.process_time() - began) / len(rows)


def _enter(row: list[str]) -> None:
    supplier = register_supplier(STRANGER, NewSupplier(row[2], kind="htx", province_id="2025:19"))
    product = add_product(STRANGER, NewProduct(Words(row[1], description=row[13]), supplier.id, state="published"))
    pack = put_pack(STRANGER, product, NewPack(row[12], 500))
    put_offer(STRANGER, NewOffer(supplier.id, pack.id, price=50_000))
    paper = NewCertificate("ocop", product.id, stars=3, decision_no=row[7], issued_on=date(2026, 8, 5))
    claim_certificate(STRANGER, paper)


def say(told: dict[str, Any], idle: dict[str, list[float]], busy: dict[str, list[float]], by_form: float) -> None:
    """Print the figures."""
    rows = told["rows"]
    print(f"a list of {rows} rows: {told['counts']}")
    print(f"  CPU seconds: {told['taking']:.0f} to take, {told['indexing']:.0f} to index; memory {told['memory']} MB")
    print(f"  a row costs {told['taking'] / rows / by_form:.2f} × what the services of a form cost for one product")
    for what, before in idle.items():
        during = busy[what]
        slower = statistics.median(during) / statistics.median(before)
        print(
            f"  meanwhile a {what} takes {slower:.1f} × as long (median of {len(during)}); "
            f"the slowest took {max(during):.0f} ms, {max(before):.0f} ms when nothing else ran"
        )
