"""Segments as our writer makes them: Whoosh reads them, and merging or cutting them changes no answer."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.reading import SegmentReader

from marketplace.search.engine import Document
from marketplace.search.vocabulary import SearchResult
from marketplace.search.whoosh_engine import WhooshEngine, writers
from marketplace.search.whoosh_engine.codec import read_lists
from tests.search.products import ask, document, fill

QUERIES = ("bún", "bún khô", "khô", "gạo nếp hoa", "gao", "xã tân lập", "chè", "htx hoa", "hợp tác")
SYLLABLES = ["bún", "khô", "gạo", "nếp", "hoa", "vàng", "xã", "tân", "lập", "chè"]


def made(number: int, chance: random.Random) -> Document:
    """Few words, for Whoosh rounds lengths over ten, and once more when it merges. Makers and places are shared."""
    return document(
        number,
        " ".join(chance.choices(SYLLABLES, k=4)),
        text=" ".join(chance.choices(SYLLABLES, k=5)),
        producer=chance.choice(["HTX Hoa Vàng", "HTX Tân Lập", "Tổ hợp tác hoa hoa"]),
        place_words=chance.choice(["xã Tân Lập", "xã Nếp Vàng", ""]),
    )


def answers(engine: WhooshEngine) -> list[SearchResult]:
    return [ask(engine, query, per_page=500) for query in QUERIES]


@contextmanager
def readers(tmp_path: Path) -> Iterator[list[SegmentReader]]:
    """The segments of the present version, smallest first."""
    engine_folder = WhooshEngine(tmp_path / "index")._folder
    index = FileIndex(FileStorage(str(engine_folder.current())))
    with index.reader() as reader:
        yield sorted((leaf for leaf, _ in reader.leaf_readers()), key=lambda leaf: leaf.doc_count_all())


def test_many_small_changes_answer_like_one_index(engine: WhooshEngine, tmp_path: Path) -> None:
    chance = random.Random(26)
    present = {number: made(number, chance) for number in range(60)}
    fill(engine, present.values())
    for _ in range(30):
        changed = made(chance.randint(0, 80), chance)
        present[changed.product_id] = changed
        gone = chance.choice(sorted(present))
        with engine.writing() as writer:
            writer.put([changed])
            writer.delete([gone])
        present.pop(gone)
    with readers(tmp_path) as segments:
        assert len(segments) < 12, "small ones are merged"
    merged = [set(result.hits) for result in answers(engine)]
    fill(engine, present.values())
    assert merged == [set(result.hits) for result in answers(engine)]


def test_merging_keeps_every_posting(engine: WhooshEngine, tmp_path: Path) -> None:
    """Two hundred documents by tens, merged on the way, against one segment: terms, counts, scores and orders."""
    chance = random.Random(938)
    documents = [made(number, chance) for number in range(200)]
    fill(engine, [])
    for start in range(0, 200, 10):
        with engine.writing() as writer:
            writer.put(documents[start : start + 10])
    with readers(tmp_path) as segments:
        assert max(segment.doc_count_all() for segment in segments) > 10
        apart = _postings(segments)
    merged = answers(engine)
    fill(engine, documents)
    with readers(tmp_path) as segments:
        assert apart == _postings(segments)
    assert merged == answers(engine)


def _postings(segments: list[SegmentReader]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for segment in segments:
        for field, term, _, counts in read_lists(segment):
            found[field, term] = found.get((field, term), 0) + sum(counts)
    return found


def test_a_segment_that_is_mostly_deleted_is_written_anew(engine: WhooshEngine, tmp_path: Path) -> None:
    fill(engine, [document(number) for number in range(40)])
    for numbers in (range(15), range(15, 30)):
        with engine.writing() as writer:
            writer.put(document(number, "Miến dong") for number in numbers)
    with readers(tmp_path) as segments:
        assert sum(segment.doc_count_all() for segment in segments) < 70
    assert ask(engine, "bún").total == 10
    with engine.writing() as writer:
        writer.delete(range(40))
    assert ask(engine).total == 0


def test_a_large_index_is_several_segments_and_answers_the_same(
    engine: WhooshEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(4)
    documents = [made(number, chance) for number in range(100)]
    fill(engine, documents)
    whole = answers(engine)
    monkeypatch.setattr(writers, "MOST_IN_A_SEGMENT", 30)
    fill(engine, documents)
    with readers(tmp_path) as segments:
        assert [segment.doc_count_all() for segment in segments] == [10, 30, 30, 30]
    assert answers(engine) == whole


def test_long_lists_and_words_said_a_thousand_times(engine: WhooshEngine, tmp_path: Path) -> None:
    """More postings than a block, distances over a byte, counts over a byte."""
    documents = [document(number, "Gạo nếp" if number % 300 == 7 else "Bún khô") for number in range(700)]
    documents.append(document(700, "Trà", text="trà " * 1000))
    fill(engine, documents)
    assert ask(engine, "bún").total == 698 - 1
    assert set(ask(engine, "gạo nếp").hits) == {7, 307, 607}
    assert ask(engine, "trà").hits == (700,)
    with engine.writing() as writer:  # and read back for merging
        writer.put(document(number, "Miến") for number in range(0, 700, 2))
        writer.put([document(701)])
    assert set(ask(engine, "gạo nếp").hits) == {7, 307, 607}
    assert ask(engine, "bún").total == 348


def test_a_list_that_two_fields_have_keeps_the_lengths_of_each(engine: WhooshEngine, tmp_path: Path) -> None:
    fill(engine, [document(1, "Bún", text="Bún khô ngon")])
    with readers(tmp_path) as segments:
        told = [segments[0].term_info(field, b"bun") for field in ("name_folded", "text_folded")]
    assert [(info.min_length(), info.max_length(), info.doc_frequency()) for info in told] == [(1, 1, 1), (5, 5, 1)]


def test_whoosh_reads_and_merges_them_as_its_own(engine: WhooshEngine, tmp_path: Path) -> None:
    chance = random.Random(7)
    fill(engine, [made(number, chance) for number in range(50)])
    with engine.writing() as writer:
        writer.put([made(60, chance), made(3, chance)])
    before: list[Any] = [set(result.hits) for result in answers(engine)]
    index = FileIndex(FileStorage(str(engine._folder.current())))
    index.writer().commit(optimize=True)
    with readers(tmp_path) as segments:
        assert len(segments) == 1
    assert [set(result.hits) for result in answers(engine)] == before
