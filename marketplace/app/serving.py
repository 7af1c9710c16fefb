"""Serves the site: gunicorn and the worker as children of one process, started again when they die."""

import os
import signal
import socket
import subprocess
import sys
import time
from threading import Event
from types import FrameType

from marketplace.core.settings import Misconfigured, Settings

WEB_STOP_SECONDS = 15


def _web(settings: Settings) -> list[str]:
    return [
        sys.executable, "-m", "gunicorn", "marketplace.app.factory:create_from_environment()",
        "--worker-class", "gthread", "--threads", "4", "--workers", str(settings.web_processes),
        "--reuse-port", "--bind", f"{settings.host}:{settings.port}",
        "--graceful-timeout", "10", "--log-level", "warning",
    ]  # fmt: skip


def _worker() -> list[str]:
    return [sys.executable, "-m", "marketplace.app.commands", "worker"]


def check_address(settings: Settings) -> None:
    """Raise Misconfigured where nobody could listen, or somebody already does.

    The web processes share their port (``--reuse-port``), so a second site of the same user on it would not fail:
    the two would take turns in answering.
    """
    where = f"{settings.host}:{settings.port}"
    try:
        for family, kind, _, _, address in socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM):
            with socket.socket(family, kind) as binding:
                binding.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                binding.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                binding.bind(address)
            with socket.socket(family, kind) as asking:
                if asking.connect_ex(address) == 0:
                    raise Misconfigured(f"something is listening on {where} already")
    except OSError as error:
        raise Misconfigured(f"can't listen on {where}: {error.strerror}") from error


def serve(settings: Settings) -> None:
    """Run both until SIGTERM or SIGINT; then requests and the row in hand are finished."""
    stopping = Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    environment = os.environ | {
        "MARKETPLACE_DATA": str(settings.data_folder),
        "MARKETPLACE_KIND": settings.kind,
        "MARKETPLACE_HOST": settings.host,
        "MARKETPLACE_PORT": str(settings.port),
        "MARKETPLACE_SITE_URL": settings.site_url,
    }
    commands = [_web(settings), _worker()]
    children = [_start(command, environment) for command in commands]
    while not stopping.wait(0.5):
        for position, child in enumerate(children):
            if child.poll() is not None:
                print(f"restarting {commands[position][2]} (ended with {child.returncode})", file=sys.stderr)  # noqa: T201
                time.sleep(1)
                children[position] = _start(commands[position], environment)
    _stop(children)


def _start(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches the parent alone, which then stops both in order.
    return subprocess.Popen(command, env=environment, start_new_session=True)  # noqa: S603  # our own interpreter


def _stop(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(WEB_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
