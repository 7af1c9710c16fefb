"""What a page costs, in multiples of Flask's own hello, on the demonstration's data.

Both answer in this process through the same test client, in turn, so that the machine's mood hits both alike. CPU
seconds are counted, and the median of the rounds is printed with the lowest and the highest.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from flask import Flask

from marketplace.app.commands import prepared_app
from marketplace.app.demonstration import load_demonstration
from marketplace.app.worker import drain
from marketplace.core.settings import settings

ROUNDS, REQUESTS = 9, 20
PAGES = (
    "/",
    "/san-pham",
    "/san-pham?q=bun+kho",
    "/san-pham/bun-kho-hong-luan",
    "/chu-the/htx-hong-luan",
    "/san-pham/bun-kho-hong-luan/hoi-hang",
    "/api/v1/products?facets=1",
)


def hello() -> Flask:
    """The alternative: Flask with one route that answers a word."""
    app = Flask("hello")
    app.add_url_rule("/", "hello", lambda: "hello")
    return app


def cpu_of(get: Callable[[], object]) -> float:
    """CPU seconds of one request, over a few."""
    began = time.process_time()
    for _ in range(REQUESTS):
        get()
    return (time.process_time() - began) / REQUESTS


def measured(site: Flask, path: str) -> list[float]:
    """The ratios of a page to hello, round by round."""
    ours, theirs = site.test_client(), hello().test_client()
    assert ours.get(path).status_code == 200, path
    theirs.get("/")
    return [cpu_of(lambda: ours.get(path)) / cpu_of(lambda: theirs.get("/")) for _ in range(ROUNDS)]


def main() -> None:
    """Load the demonstration into a folder of its own, measure, print."""
    with tempfile.TemporaryDirectory() as folder:
        site = prepared_app(Path(folder), "demo")
        with site.test_request_context(base_url=settings().site_url):
            load_demonstration()
        drain(site)
        print(f"{'page':42} {'× hello':>9} {'lowest':>9} {'highest':>9}")
        for path in PAGES:
            ratios = measured(site, path)
            print(f"{path:42} {statistics.median(ratios):9.1f} {min(ratios):9.1f} {max(ratios):9.1f}")
