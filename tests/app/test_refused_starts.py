"""Commands that can't do what was asked end with a reason, not with a traceback."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from marketplace.app.serving import check_address
from marketplace.core.settings import Misconfigured, Settings, settings

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A site of somebody's that shares its port, as gunicorn does."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken


def at(port: int, host: str = "127.0.0.1") -> Settings:
    return replace(settings(), host=host, port=port)


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_a_second_site_on_one_port_does_not_start(listener: socket.socket, host: str) -> None:
    with pytest.raises(Misconfigured, match="listening"):
        check_address(at(listener.getsockname()[1], host))


def test_a_free_port_is_taken(listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    listener.close()
    check_address(at(port))


def test_a_host_that_is_not_ours_is_told() -> None:
    with pytest.raises(Misconfigured, match=r"can't listen on 203\.0\.113\.1:8000"):
        check_address(at(8000, "203.0.113.1"))


@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        (("report", "2026-Q4", "--format", "csv", "-o", "no/such/folder/r.csv"), 1, "No such file or directory"),
        (("import", "--template", "no/such/folder/t.xlsx"), 1, "No such file or directory"),
        (("serve", "--port", "99999"), 2, "65535"),
    ],
)
def test_a_command_says_why_not(arguments: tuple[str, ...], status: int, reason: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "marketplace.app.commands", *arguments, "--data", str(tmp_path / "data")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == status
    assert reason in ended.stderr
    assert "Traceback" not in ended.stderr
