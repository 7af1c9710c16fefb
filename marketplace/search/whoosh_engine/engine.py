"""Whoosh behind the seam: opens, searches, writes, swaps."""

import gc
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from marketplace.search.engine import IndexUnusable, IndexWriter, Question, select_from
from marketplace.search.vocabulary import SearchResult
from marketplace.search.whoosh_engine.folder import IndexFolder
from marketplace.search.whoosh_engine.schema import build_schema
from marketplace.search.whoosh_engine.view import View
from marketplace.search.whoosh_engine.writers import Changes, FreshIndex

# Seconds to wait for another writer, which may be building a large index.
PATIENCE = 60.0
TRIES, PAUSE = 5, 0.01  # to open a generation while others come


class WhooshEngine:
    """An index in a folder, for all threads of a process; other processes' changes are seen at the next search."""

    def __init__(self, path: Path) -> None:
        self._folder = IndexFolder(path)
        self._view: View | None = None
        # Whoosh is Python throughout, so searches of one process can't run at the same time anyway.
        self._one_at_a_time = threading.Lock()

    def search(self, question: Question) -> SearchResult:
        """Answer a question; raises IndexUnusable."""
        with self._one_at_a_time:
            return select_from(self._present_view().found(question.reading), question)

    def versions(self) -> dict[int, str]:
        """Fingerprint by product of all that is indexed; raises IndexUnusable."""
        with self._one_at_a_time:
            return {facts.product_id: fingerprint for facts, fingerprint in self._present_view().everything()}

    @property
    def generation(self) -> str:
        """Version and generation; raises IndexUnusable."""
        with self._one_at_a_time:
            return self._present_view().generation

    @contextmanager
    def writing(self, patience: float | None = None) -> Iterator[IndexWriter]:
        """Change the present index; raises IndexUnusable, and Unavailable when another one writes for too long."""
        with self._folder.locked(PATIENCE if patience is None else patience):
            index = self._opened_to_write()
            changes = Changes()
            with _collecting_nothing():
                yield changes
                changes.write_to(index)

    @contextmanager
    def rebuilding(self) -> Iterator[IndexWriter]:
        """Build a new index beside the present one, then take its place; when the block fails, the present one stays.

        Raises Unavailable when another one writes for too long.
        """
        with self._folder.locked(PATIENCE):
            version = self._folder.fresh()
            fresh = FreshIndex(FileIndex.create(FileStorage(str(version)), build_schema()))
            try:
                with _collecting_nothing():
                    yield fresh
                    fresh.finish()
            except BaseException:
                fresh.abandon()
                shutil.rmtree(version, ignore_errors=True)
                raise
            self._folder.switch_to(version)

    def _opened_to_write(self) -> FileIndex:
        version = self._folder.current()
        try:
            return FileIndex(FileStorage(str(version)))
        except Exception as error:  # whatever Whoosh stumbles over in a broken file, the remedy is one
            raise IndexUnusable(f"{version} can't be opened") from error

    def _present_view(self) -> View:
        """The view of the present generation. A commit takes away the files of the one before: who was just
        opening those tries again."""
        stumbled: Exception | None = None
        for _ in range(TRIES):
            version = self._folder.current()
            try:
                return self._view_of(version)
            except Exception as error:  # as above: a torn segment shows itself when its rows are read
                stumbled = error
                time.sleep(PAUSE)
        raise IndexUnusable("the index can't be read") from stumbled

    def _view_of(self, version: Path) -> View:
        index = FileIndex(FileStorage(str(version)))
        generation = f"{version.name}/{index.latest_generation()}"
        if self._view is None or self._view.generation != generation:
            view = View(index, generation, self._view.segment_rows if self._view else {})
            if self._view:
                self._view.close()
            self._view = view
        return self._view


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Hundreds of thousands of terms and no cycles among them: Python's collector would look at all again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
