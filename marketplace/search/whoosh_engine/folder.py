"""The folder of the index: versions side by side, one that is current, one who writes.

``current`` names the present version and its format; it is replaced in one step, so a reader sees the old index or the
new one. Deleting the folder loses nothing: it is built again from the database.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.util.filelock import try_for

from marketplace.core.errors import Unavailable
from marketplace.core.ids import public_id
from marketplace.search.engine import IndexUnusable
from marketplace.search.whoosh_engine.schema import index_format

_POINTER = "current"
_LOCK = "writing.lock"


class IndexFolder:
    """Where the versions of an index stand."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def current(self) -> Path:
        """The present version; raises IndexUnusable when there is none or its format is another."""
        try:
            pointer = json.loads((self.path / _POINTER).read_text(encoding="utf-8"))
            name, index_made_as = pointer["folder"], pointer["format"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexUnusable(f"no index in {self.path}") from error
        if index_made_as != index_format():
            raise IndexUnusable(f"the index in {self.path} has another format")
        return self.path / Path(name).name

    def fresh(self) -> Path:
        """A new folder for a version. Its name never comes again, so nobody mistakes it for one read before."""
        version = self.path / f"version-{public_id()}"
        version.mkdir(parents=True)
        return version

    def switch_to(self, version: Path) -> None:
        """Make a version the present one; older ones but the last go, for somebody may just be opening that."""
        before = self._pointed_at()
        beside = self.path / f"{_POINTER}.new"
        beside.write_text(json.dumps({"folder": version.name, "format": index_format()}), encoding="utf-8")
        beside.replace(self.path / _POINTER)
        for folder in self.path.glob("version-*"):
            if folder.name not in (version.name, before):
                shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def locked(self, patience: float) -> Iterator[None]:
        """Be the only one who writes, in all processes; waits ``patience`` seconds, then raises Unavailable.

        The system lets go of the lock of a process that died.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        lock = FileStorage(str(self.path)).lock(_LOCK)
        if not try_for(lock.acquire, timeout=patience, delay=0.05):
            raise Unavailable
        try:
            yield
        finally:
            lock.release()

    def _pointed_at(self) -> str | None:
        try:
            return str(json.loads((self.path / _POINTER).read_text(encoding="utf-8"))["folder"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
