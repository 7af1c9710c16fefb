"""Files are there whole or not at all, and nothing but pictures' names reaches the disk."""

import os
from pathlib import Path

import pytest

from marketplace.media.storage import FolderStorage, name_of

DIGEST = "ab" * 32


def test_put_get_delete(tmp_path: Path) -> None:
    storage, name = FolderStorage(tmp_path), name_of(DIGEST, 320, "avif")
    assert storage.get(name) is None
    storage.put(name, b"pixels")
    assert storage.get(name) == b"pixels" and (tmp_path / "ab" / name).is_file()
    storage.delete(name)
    storage.delete(name)
    assert storage.get(name) is None


def test_what_is_there_is_not_written_again(tmp_path: Path) -> None:
    storage, name = FolderStorage(tmp_path), name_of(DIGEST)
    storage.put(name, b"first")
    os.utime(tmp_path / "ab" / name, (1, 1))
    assert list(storage.names(before=2)) == [name]
    storage.put(name, b"second")
    assert storage.get(name) == b"first" and list(storage.names(before=2)) == []


def test_nothing_of_a_write_that_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_number: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        FolderStorage(tmp_path).put(name_of(DIGEST), b"pixels")
    assert list(tmp_path.glob("*/*")) == []


def test_what_a_killed_process_left_is_swept(tmp_path: Path) -> None:
    storage = FolderStorage(tmp_path)
    storage.put(name_of(DIGEST), b"pixels")
    left = tmp_path / "ab" / ".unfinished-x"
    left.write_bytes(b"pi")
    assert list(storage.names(before=1e12)) == [name_of(DIGEST)]
    assert not left.exists()


@pytest.mark.parametrize("name", ["../../x.jpg", "x.jpg", f"{DIGEST}.svg", f"{DIGEST}-99999.jpg", f"/{DIGEST}.jpg"])
def test_other_names(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        FolderStorage(tmp_path).put(name, b"")
