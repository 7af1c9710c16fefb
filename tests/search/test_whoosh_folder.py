"""The index as files: versions, swapping, writers, and what is noticed when something is wrong with it."""

import gc
import json
import threading
from pathlib import Path

import pytest
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from marketplace.core.errors import Unavailable
from marketplace.search.engine import IndexUnusable
from marketplace.search.whoosh_engine import WhooshEngine, schema
from marketplace.search.whoosh_engine import engine as engine_module
from marketplace.search.whoosh_engine.view import View
from tests.search.products import ask, document, fill


def versions_in(path: Path) -> list[Path]:
    return sorted(path.glob("index/version-*"))


def test_without_an_index_nobody_says_nothing_found(engine: WhooshEngine) -> None:
    for attempt in (lambda: ask(engine), engine.versions, lambda: engine.generation):
        with pytest.raises(IndexUnusable):
            attempt()
    with pytest.raises(IndexUnusable), engine.writing() as writer:
        writer.put([document(1)])


def test_an_empty_index_is_an_index(engine: WhooshEngine) -> None:
    fill(engine, [])
    assert ask(engine, "bún").total == 0
    assert engine.versions() == {}
    with engine.writing() as writer:
        writer.put([document(1)])
    assert ask(engine, "bún").hits == (1,)
    with engine.writing() as writer:
        writer.delete([1])
    assert ask(engine, "bún").total == ask(engine).total == 0


def test_another_process_sees_changes_at_its_next_search(engine: WhooshEngine, tmp_path: Path) -> None:
    other = WhooshEngine(tmp_path / "index")
    fill(engine, [document(1)])
    assert ask(other).hits == (1,)
    before = other.generation
    with engine.writing() as writer:
        writer.put([document(2), document(1, "Miến dong")])
    assert ask(other).hits == (2, 1)
    assert ask(other, "bún").hits == (2,)
    assert other.generation != before


def test_a_document_put_again_replaces_the_first(engine: WhooshEngine) -> None:
    fill(engine, [document(1, "Bún khô")])
    newer = document(1, "Miến dong", stars=4)
    with engine.writing() as writer:
        writer.put([document(1, "Gạo nếp"), newer])
    assert ask(engine).hits == (1,)
    assert ask(engine, "gạo").total == 0
    assert engine.versions() == {1: newer.fingerprint}


def test_deleting_what_is_not_there_does_nothing(engine: WhooshEngine) -> None:
    fill(engine, [document(1)])
    with engine.writing() as writer:
        writer.delete([1, 99])
    assert ask(engine).total == 0


def test_a_block_that_changed_nothing_makes_no_generation(engine: WhooshEngine) -> None:
    fill(engine, [document(1)])
    before = engine.generation
    with engine.writing() as writer:
        writer.put([])
    assert engine.generation == before


def test_what_fails_in_the_middle_changes_nothing(engine: WhooshEngine) -> None:
    fill(engine, [document(1)])
    with pytest.raises(RuntimeError), engine.writing() as writer:
        writer.put([document(2)])
        raise RuntimeError
    assert ask(engine).hits == (1,)
    with engine.writing() as writer:  # and the lock is free
        writer.put([document(3)])
    assert ask(engine).hits == (3, 1)


def test_a_rebuild_stands_beside_until_it_is_done(engine: WhooshEngine, tmp_path: Path) -> None:
    fill(engine, [document(1)])
    with engine.rebuilding() as writer:
        writer.put([document(2)])
        assert ask(engine).hits == (1,)
        assert len(versions_in(tmp_path)) == 2
    assert ask(engine).hits == (2,)


def test_a_rebuild_that_fails_leaves_the_present_index(engine: WhooshEngine, tmp_path: Path) -> None:
    fill(engine, [document(1)])
    with pytest.raises(RuntimeError), engine.rebuilding() as writer:
        writer.put([document(2)])
        raise RuntimeError
    assert ask(engine).hits == (1,)
    assert len(versions_in(tmp_path)) == 1


def test_old_versions_go_but_the_last_that_somebody_may_be_opening(engine: WhooshEngine, tmp_path: Path) -> None:
    for number in range(4):
        fill(engine, [document(number)])
    assert len(versions_in(tmp_path)) == 2
    assert ask(engine).hits == (3,)


def test_readers_go_on_while_versions_change(engine: WhooshEngine) -> None:
    """Four threads search while the index is changed and rebuilt under them: every answer is a whole one."""
    fill(engine, [document(n) for n in range(30)])
    answers: list[int] = []
    done = threading.Event()

    def search() -> None:
        while not done.is_set():
            answers.append(ask(engine, "bún khô", per_page=5).total)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(5):
        fill(engine, [document(n) for n in range(30)])
        with engine.writing() as writer:
            writer.put([document(3)])
    done.set()
    for thread in threads:
        thread.join()
    assert len(answers) > 5
    assert set(answers) == {30}


def test_a_new_generation_reads_only_new_segments(tmp_path: Path, engine: WhooshEngine) -> None:
    fill(engine, [document(n) for n in range(40)])
    index = FileIndex(FileStorage(str(versions_in(tmp_path)[0])))
    before = View(index, "1", {})
    with engine.writing() as writer:
        writer.put([document(1, "Miến dong")])
    after = View(index, "2", before.segment_rows)
    (name,) = before.segment_rows
    assert len(after.segment_rows) == 2
    assert after.segment_rows[name] is before.segment_rows[name]
    assert sorted(facts.product_id for facts, _ in after.everything()) == list(range(40))
    before.close()
    after.close()


def test_only_one_writes_at_a_time(engine: WhooshEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(engine, [document(1)])
    monkeypatch.setattr(engine_module, "PATIENCE", 0.1)
    other = WhooshEngine(tmp_path / "index")
    with engine.rebuilding() as writer:
        writer.put([document(2)])
        with pytest.raises(Unavailable), other.writing() as second:
            second.put([document(3)])
    assert ask(other).hits == (2,)


def test_documents_are_read_after_the_lock_is_held(engine: WhooshEngine, tmp_path: Path) -> None:
    """A change that comes during a rebuild waits, and is written to the new version, not lost with the old one."""
    fill(engine, [document(1)])
    other, started = WhooshEngine(tmp_path / "index"), threading.Event()

    def change() -> None:
        started.set()
        with other.writing() as writer:
            writer.put([document(7)])

    thread = threading.Thread(target=change)
    with engine.rebuilding() as writer:
        thread.start()
        started.wait()
        writer.put([document(2)])
    thread.join()
    assert set(ask(engine).hits) == {2, 7}


def test_an_index_of_an_older_schema_is_noticed(
    engine: WhooshEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(engine, [document(1)])
    monkeypatch.setitem(schema.BOOSTS, "story", 1.0)
    with pytest.raises(IndexUnusable, match="another format"):
        ask(WhooshEngine(tmp_path / "index"))
    with pytest.raises(IndexUnusable):
        ask(engine)  # one that is open already, too


def test_an_index_of_an_older_reading_is_noticed(engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(engine, [document(1)])
    monkeypatch.setattr(schema, "FORMAT_NUMBER", schema.FORMAT_NUMBER + 1)
    with pytest.raises(IndexUnusable):
        ask(engine)


@pytest.mark.parametrize("pointer", ["", "[]", "{}", '{"folder": "version-x"}', "\0\0"])
def test_a_broken_pointer_is_noticed(engine: WhooshEngine, tmp_path: Path, pointer: str) -> None:
    fill(engine, [document(1)])
    (tmp_path / "index" / "current").write_text(pointer, encoding="utf-8")
    with pytest.raises(IndexUnusable):
        ask(engine)


def test_a_pointer_to_nothing_is_noticed(engine: WhooshEngine, tmp_path: Path) -> None:
    fill(engine, [document(1)])
    pointer = json.dumps({"folder": "version-gone", "format": schema.index_format()})
    (tmp_path / "index" / "current").write_text(pointer, encoding="utf-8")
    with pytest.raises(IndexUnusable):
        ask(engine)


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("kept", [0, 40])
def test_torn_files_are_noticed_when_the_index_is_opened(engine: WhooshEngine, tmp_path: Path, kept: int) -> None:
    fill(engine, [document(n) for n in range(50)])
    segment = next(versions_in(tmp_path)[0].glob("*.seg"))
    segment.write_bytes(segment.read_bytes()[:kept])
    with pytest.raises(IndexUnusable):
        ask(WhooshEngine(tmp_path / "index"))
    gc.collect()  # Whoosh leaves files open where it stumbles: here, not in the next test


def test_a_deleted_index_is_noticed_and_can_be_built_again(engine: WhooshEngine, tmp_path: Path) -> None:
    fill(engine, [document(1)])
    (tmp_path / "index" / "current").unlink()
    with pytest.raises(IndexUnusable):
        ask(engine)
    fill(engine, [document(2)])
    assert ask(engine).hits == (2,)
