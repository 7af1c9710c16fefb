"""One generation of the index, opened for reading."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from whoosh.index import FileIndex
from whoosh.reading import SegmentReader, TermNotFound

from marketplace.search.engine import Facts
from marketplace.search.vocabulary import Reading
from marketplace.search.whoosh_engine.schema import FACTS, Term, exact_terms, fold_term, folded_terms, pairs_of, row_of

MOST_ENDINGS = 200  # of an open word's continuations per field; a beginning that common says nothing
BEGINNING = 0.5  # how much a word counts of which only the beginning was typed
# Two words side by side as in the query. Below one, for both words have counted by themselves already.
TOGETHER = 0.5
# A word that stands somewhere with the accents of the query. More than any sum of weights: "cá" in a description is
# fish, "cà" in a name is not.
RIGHT_ACCENTS = 1000.0

Row = tuple[Facts, str]
SegmentRows = dict[str, list[Row]]


class View:
    """Searches a generation; not to be used by two threads at once.

    Facts and fingerprints of a segment are read once: segments never change, so the next generation takes them over.
    """

    def __init__(self, index: FileIndex, generation: str, known: SegmentRows) -> None:
        self.generation = generation
        self._searcher = index.searcher()
        self.segment_rows = dict(self._segments(known))
        self._rows: list[Row] = [row for rows in self.segment_rows.values() for row in rows]

    def close(self) -> None:
        """Let go of the files."""
        self._searcher.close()

    def everything(self) -> Iterator[Row]:
        """All that is indexed."""
        for number in self._searcher.reader().all_doc_ids():
            yield self._rows[number]

    def found(self, reading: Reading) -> Iterator[tuple[Facts, float]]:
        """What holds every word of a reading, with its score; everything where there are no words."""
        if not reading.words or not self._rows:
            yield from ((facts, 0.0) for facts, _ in self.everything())
            return
        for number, score in self._scores(reading).items():
            yield self._rows[number][0], score

    def _segments(self, known: SegmentRows) -> Iterator[tuple[str, list[Row]]]:
        for reader, _ in self._searcher.reader().leaf_readers():
            if reader.segment() is None:
                continue  # what stands for an index without documents has no segment
            name = reader.segment().segment_id()
            yield name, known.get(name) or _rows_of(reader)

    def _scores(self, reading: Reading) -> dict[int, float]:
        last = len(reading.words) - 1
        scores: dict[int, float] | None = None
        for place, word in enumerate(reading.words):
            endings = self._endings(word) if reading.open_end and place == last else []
            matching = self._sum([*folded_terms(word), *endings])
            if reading.has_accents:
                for number, score in self._sum(exact_terms(word)).items():
                    matching[number] += score + RIGHT_ACCENTS
            if scores is None:
                scores = dict(matching)
            else:
                scores = {number: score + matching[number] for number, score in scores.items() if number in matching}
        return self._with_pairs(scores or {}, reading)

    def _with_pairs(self, scores: dict[int, float], reading: Reading) -> dict[int, float]:
        for pair in pairs_of(list(reading.words)):
            exact = exact_terms(pair) if reading.has_accents else []
            together = self._sum([*folded_terms(pair), *exact])
            for number in scores.keys() & together.keys():
                scores[number] += TOGETHER * together[number]
        return scores

    def _endings(self, word: str) -> list[Term]:
        """The indexed words that go on after ``word``; pairs begin with words too and are passed over."""
        reader, beginning, terms = self._searcher.reader(), fold_term(word), []
        for term in folded_terms(word):
            longer = (text.decode() for text in reader.expand_prefix(term.field, beginning))
            whole = (text for text in longer if "_" not in text and text != beginning)
            terms += [Term(term.field, text, term.boost * BEGINNING) for text in islice(whole, MOST_ENDINGS)]
        return terms

    def _sum(self, terms: Iterable[Term]) -> dict[int, float]:
        """Scores of all documents that hold any of the terms."""
        sums: defaultdict[int, float] = defaultdict(float)
        for term in terms:
            for number, score in self._postings(term):
                sums[number] += term.boost * score
        return sums

    def _postings(self, term: Term) -> Iterator[tuple[int, float]]:
        try:
            matcher = self._searcher.postings(term.field, term.text)
        except TermNotFound:
            return
        while matcher.is_active():
            yield matcher.id(), matcher.score()
            matcher.next()


def _rows_of(reader: SegmentReader) -> list[Row]:
    kept = reader.column_reader(FACTS, translate=False)
    return [row_of(kept[number]) for number in range(reader.doc_count_all())]
