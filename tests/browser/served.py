"""A site as it is really run: ``marketplace serve`` (or ``demo``) as a process, with its own data folder and port."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import TypeVar
from urllib.error import URLError
from urllib.request import urlopen

Found = TypeVar("Found")

MARKETPLACE = (sys.executable, "-m", "marketplace.app.commands")
START_SECONDS, STOP_SECONDS, MAIL_SECONDS = 120.0, 40.0, 30.0


@dataclass(frozen=True)
class Site:
    """A running site: its address, its data folder, and its commands."""

    url: str
    folder: Path
    environment: dict[str, str]

    def command(self, *words: str) -> str:
        """Run a command of the site beside it, and give what it prints; AssertionError when it doesn't end with 0."""
        whole = [*MARKETPLACE, *words, "--data", str(self.folder)]
        done = subprocess.run(whole, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def link_mailed_to(self, address: str, path: str) -> str:
        """Wait until the worker has written a mail to ``address`` with a link to ``path``; that link."""

        def newest() -> str | None:
            links = (self._link_in(mail, path) for mail in self._mails() if address in str(mail["To"]))
            return next((link for link in links if link), None)

        return wait_for(newest, f"a mail to {address} with a link to {path}", MAIL_SECONDS)

    def _mails(self) -> Iterator[EmailMessage]:
        for file in sorted((self.folder / "mail").glob("*.eml"), reverse=True):
            yield message_from_bytes(file.read_bytes(), policy=policy.default)

    def _link_in(self, mail: EmailMessage, path: str) -> str | None:
        # Some mails of the demonstration were written before this site had its port.
        found = re.search(rf"http://[^/\s]+({re.escape(path)}\S+)", mail.get_content())
        return self.url + found[1] if found else None


def wait_for(look: Callable[[], Found | None], what: str, seconds: float) -> Found:
    """Look ten times a second; AssertionError when ``what`` has not come after ``seconds``."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if (found := look()) is not None:
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds:.0f} s for {what}")


@contextmanager
def served(verb: str, folder: Path) -> Iterator[Site]:
    """``marketplace serve`` or ``demo`` over ``folder``, once it answers; ended by SIGTERM, as a machine ends it."""
    log = folder.with_suffix(".log")
    with _reserved_port() as port, log.open("w") as output:
        url = f"http://127.0.0.1:{port}"
        own = {name: value for name, value in os.environ.items() if not name.startswith("MARKETPLACE_")}
        site = Site(url, folder, {**own, "MARKETPLACE_SITE_URL": url})
        whole = [*MARKETPLACE, verb, "--data", str(folder), "--port", str(port)]
        process = subprocess.Popen(whole, env=site.environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            wait_for(lambda: _answers(process, url, log), f"an answer of {url}", START_SECONDS)
            yield site
        finally:
            process.terminate()
            ended_with = process.wait(STOP_SECONDS)
        assert ended_with == 0, log.read_text()


@contextmanager
def served_copy(verb: str, template: Path, beside: Path) -> Iterator[Site]:
    """A site over a copy of the data folder ``template``, which is made in the folder ``beside``."""
    folder = beside / "data"
    shutil.copytree(template, folder)
    with served(verb, folder) as site:
        yield site


@contextmanager
def _reserved_port() -> Iterator[int]:
    """A free port, kept from other sites: gunicorn shares ports (SO_REUSEPORT), so two on one would both start."""
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        holder.bind(("127.0.0.1", 0))  # bound and not listening: no connection comes here
        yield holder.getsockname()[1]


def _answers(process: subprocess.Popen[bytes], url: str, log: Path) -> bool | None:
    assert process.poll() is None, f"the site ended with {process.returncode}:\n{log.read_text()}"
    try:
        with urlopen(f"{url}/healthz", timeout=5) as answer:
            return True if answer.status == 200 else None
    except (URLError, ConnectionError, TimeoutError):
        return None
