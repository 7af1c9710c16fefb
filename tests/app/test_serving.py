"""``marketplace serve`` as a real process: it answers, starts again what dies, and ends in order."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PATIENCE = 30  # seconds for each step; a loaded machine starts a process slowly


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def children_of(number: int) -> dict[str, int]:
    """Process number of the web processes' parent and of the worker."""
    found = {}
    for task in Path(f"/proc/{number}/task").iterdir():
        for child in (task / "children").read_text().split():
            words = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
            found["web" if b"gunicorn" in words else "worker"] = int(child)
    return found


def until(what: Callable[[], object]) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:
            return bool(answer.status == 200 and b'"ok"' in answer.read())
    except OSError:
        return False


@pytest.fixture
def served(template_folder: Path, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The process and its port."""
    port, folder = free_port(), tmp_path / "data"
    shutil.copytree(template_folder, folder)
    command = [sys.executable, "-m", "marketplace.app.commands", "serve", "--port", str(port), "--data", str(folder)]
    process = subprocess.Popen(
        command,
        env=os.environ | {"MARKETPLACE_WEB_PROCESSES": "1"},
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    yield process, port
    if process.poll() is None:
        for number in (process.pid, *children_of(process.pid).values()):
            os.kill(number, signal.SIGKILL)
    process.wait()


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks for children in /proc")
def test_it_answers_starts_again_what_dies_and_ends_in_order(served: tuple[subprocess.Popen[bytes], int]) -> None:
    process, port = served
    until(lambda: answers(port))
    before = children_of(process.pid)
    assert set(before) == {"web", "worker"}
    for number in before.values():
        os.kill(number, signal.SIGKILL)
    until(lambda: len(children_of(process.pid).items() - before.items()) == 2)
    until(lambda: answers(port))

    after = children_of(process.pid)
    process.terminate()
    assert process.wait(PATIENCE) == 0
    assert not answers(port)
    assert not any(Path(f"/proc/{number}").exists() for number in after.values())
