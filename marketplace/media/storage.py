"""Where pictures lie: under their digest, so that the same one lies there once and none is ever overwritten."""

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from marketplace.core.clock import now
from marketplace.core.settings import settings

_NAME = re.compile(r"[0-9a-f]{64}(-[0-9]{1,4})?\.(avif|webp|jpg)")


class Storage(Protocol):
    """A place for files; a name is ``<digest>.jpg`` for a picture itself, ``<digest>-<width>.<ending>`` for a width."""

    def put(self, name: str, content: bytes) -> None:
        """Keep the file, whole or not at all; one that is there stays, and counts as new again."""

    def get(self, name: str) -> bytes | None:
        """The file's content; None where there is none."""

    def delete(self, name: str) -> None:
        """Drop the file, if it is there."""

    def names(self, *, before: float) -> Iterator[str]:
        """The names of all files that were put before a moment (seconds since 1970)."""


class FolderStorage:
    """Files in a folder, in 256 subfolders by the first two letters of the digest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, content: bytes) -> None:
        """Written under a temporary name, on disk before it gets its own: a power cut leaves all of it or nothing."""
        path, moment = self._path(name), now().timestamp()
        try:
            os.utime(path, (moment, moment))
            return
        except FileNotFoundError:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".unfinished-")
        try:
            with os.fdopen(number, "wb") as file:
                file.write(content)
                file.flush()
                os.utime(file.fileno(), (moment, moment))
                os.fsync(file.fileno())
            Path(unfinished).replace(path)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise

    def get(self, name: str) -> bytes | None:
        """Read the file."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None

    def delete(self, name: str) -> None:
        """Unlink the file."""
        self._path(name).unlink(missing_ok=True)

    def names(self, *, before: float) -> Iterator[str]:
        """Walk the folder; what a killed process left unfinished is unlinked on the way."""
        for path in self.folder.glob("??/*"):
            if path.stat().st_mtime >= before:
                continue
            if _NAME.fullmatch(path.name):
                yield path.name
            elif path.name.startswith(".unfinished-"):
                path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError(f"no name of a picture: {name!r}")
        return self.folder / name[:2] / name


def storage() -> Storage:
    """The storage of this installation."""
    return FolderStorage(settings().pictures_folder)


def name_of(digest: str, width: int | None = None, ending: str = "jpg") -> str:
    """The name of a picture as it is kept, or of one of its widths."""
    return f"{digest}.{ending}" if width is None else f"{digest}-{width}.{ending}"


def digest_in(name: str) -> str:
    """The digest of the picture to which a file belongs."""
    return name[:64]
