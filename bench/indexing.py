"""``python -m bench.indexing``: what a product costs the index, against Whoosh's own writer with the same terms.

Documents are made up and in memory: no database on either side. Each round writes both, in turn; CPU seconds.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from marketplace.search.engine import Document, Facts
from marketplace.search.whoosh_engine import WhooshEngine
from marketplace.search.whoosh_engine.schema import BOOSTS, FOLDED, terms_of

DOCUMENTS, BATCH, ROUNDS = 3000, 1000, 5
SYLLABLES = (
    "bún khô miến dong gạo nếp chè tuyết mật ong rừng măng thịt lợn cá suối rượu men lá tinh bột nghệ hạt dẻ mận đào"
    " chuối hồng quýt cam bưởi trà hoa vàng nấm hương thổ cẩm dệt mây tre đan sả gừng ớt tỏi hành muối vừng lạc ngô"
)


def made_documents() -> list[Document]:
    """Names of their own; a maker for three products, a place for twelve; of two in five something is told."""
    chance = random.Random(20_000)
    words = SYLLABLES.split()

    def said(count: int) -> str:
        return " ".join(chance.choices(words, k=count))

    makers = [f"HTX {said(2)} hợp tác xã htx" for _ in range(DOCUMENTS // 3)]
    places = [
        f"xã {said(2)} tỉnh {said(2)} xã {said(2)} huyện {said(2)} tỉnh {said(2)}" for _ in range(DOCUMENTS // 12)
    ]
    return [
        Document(
            Facts(number, producer=f"htx-{number // 3}", class_code="I.3.b", months=4095, published=number),
            name=said(5),
            producer=makers[number // 3 % len(makers)],
            class_words="bún miến phở khô noodles",
            place_words=places[number // 12 % len(places)],
            text=said(40) if number % 5 < 2 else said(3),
        )
        for number in range(DOCUMENTS)
    ]


def as_whoosh_does(folder: Path, documents: list[Document]) -> None:
    """Whoosh's own writer, handed the same terms as texts to split at their spaces; one commit."""
    analyzer = SpaceSeparatedTokenizer()
    fields = {name + suffix: TEXT(analyzer=analyzer, phrase=False) for name in BOOSTS for suffix in ("", FOLDED)}
    schema = Schema(product_id=ID(unique=True), facts=STORED, fingerprint=STORED, **fields)
    writer = FileIndex.create(FileStorage(str(folder)), schema).writer(limitmb=256)
    for document in documents:
        texts = {}
        for name in BOOSTS:
            for field, terms in zip((name, name + FOLDED), terms_of(getattr(document, name)), strict=True):
                texts[field] = " ".join([*terms.once, *(term for term, count in terms.more for _ in range(count))])
        facts, fingerprint = document.facts.values, document.fingerprint
        writer.add_document(product_id=str(document.product_id), facts=facts, fingerprint=fingerprint, **texts)
    writer.commit()


def rebuilt(folder: Path, documents: list[Document]) -> None:
    """Our engine, all at once."""
    with WhooshEngine(folder).rebuilding() as writer:
        writer.put(documents)


def in_batches(folder: Path, documents: list[Document]) -> None:
    """Our engine, a commit for each batch, as the worker does."""
    engine = WhooshEngine(folder)
    with engine.rebuilding():
        pass
    for start in range(0, len(documents), BATCH):
        with engine.writing() as writer:
            writer.put(documents[start : start + BATCH])


def cpu_of(write: Callable[[Path, list[Document]], None], documents: list[Document]) -> float:
    """CPU seconds of writing the documents into an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        write(Path(folder), documents)
        return time.process_time() - began


def main() -> None:
    """Write, measure, print."""
    documents = made_documents()
    print(f"{f'{DOCUMENTS} products into the index':42} {'× Whoosh':>9} {'lowest':>9} {'highest':>9}")
    ratios: dict[str, list[float]] = {"at once": [], f"{BATCH} to a commit": []}
    for _ in range(ROUNDS):
        whoosh = cpu_of(as_whoosh_does, documents)
        for found, write in zip(ratios.values(), (rebuilt, in_batches), strict=True):
            found.append(cpu_of(write, documents) / whoosh)
    for label, found in ratios.items():
        print(f"{label:42} {statistics.median(found):9.2f} {min(found):9.2f} {max(found):9.2f}")


if __name__ == "__main__":
    main()
