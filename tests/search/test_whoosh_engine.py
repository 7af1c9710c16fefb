"""What the embedded engine finds, and in which order."""

import random

import pytest

from marketplace.core.text import fold
from marketplace.search.engine import Document
from marketplace.search.vocabulary import Facet, words_of
from marketplace.search.whoosh_engine import WhooshEngine
from tests.search.products import ask, document, fill

HONG_LUAN = {
    "producer": "HTX Hồng Luân Hợp tác xã htx",
    "place_words": "xã Quảng Bạch tỉnh Thái Nguyên xã Tân Lập huyện Chợ Đồn tỉnh Bắc Kạn",
}


@pytest.fixture
def shelf(engine: WhooshEngine) -> WhooshEngine:
    fill(
        engine,
        [
            document(1, "Bún khô Hồng Luân", english="Dried rice noodles", **HONG_LUAN),
            document(2, "Bún ngô", text="Phơi khô trên nong", producer="HTX Tài Hoan"),
            document(3, "Chè Shan tuyết", producer="HTX Hồng Hà", text="hái ở Bằng Phúc"),
            document(4, "Mật ong rừng 500ml", class_words="Mật ong"),
            document(5, "Hoa hồng khô", text="để pha trà"),
        ],
    )
    return engine


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bun kho", {1, 2}),
        ("bún khô", {1, 2}),
        ("BÚN KHÔ!", {1, 2}),
        ("Hồng Luân", {1}),
        ("hong luan", {1}),
        ("hợp tác xã hồng luân", {1}),
        ("tan lap cho don", {1}),
        ("quang bach", {1}),
        ("bún quảng bạch", {1}),
        ("rice noodles", {1}),
        ("mat ong 500 ml", {4}),
        ("bún chè", set()),
        ("bún khô zzz", set()),
        ("", {1, 2, 3, 4, 5}),
    ],
)
def test_every_word_must_be_found_in_some_field(shelf: WhooshEngine, text: str, found: set[int]) -> None:
    result = ask(shelf, text)
    assert set(result.hits) == found
    assert result.total == len(found)


def test_the_answer_carries_the_facts_to_count(engine: WhooshEngine) -> None:
    fill(engine, [document(1, class_code="I.3.b", stars=3, producer="x"), document(2, class_code="I.3.b")])
    result = ask(engine, "bún")
    assert [(counted.value, counted.count) for counted in result.facets[Facet.CLASS]] == [("I.3.b", 2)]
    assert ask(engine, "bún", stars=(3,)).hits == (1,)


def test_right_accents_outrank_alike_ones_even_in_a_lesser_field(engine: WhooshEngine) -> None:
    fill(engine, [document(1, "Bánh cà phê"), document(2, "Ruốc", text="làm từ cá suối"), document(3, "Ca cao")])
    assert ask(engine, "cá").hits[0] == 2
    assert set(ask(engine, "cá").hits) == {1, 2, 3}


def test_without_accents_all_are_alike(engine: WhooshEngine) -> None:
    fill(engine, [document(1, "Gạo Mường"), document(2, "Gáo muống"), document(3, "Gao muong")])
    assert set(ask(engine, "gao muong").hits) == {1, 2, 3}


def test_an_unaccented_word_of_an_accented_query_prefers_its_own_spelling(engine: WhooshEngine) -> None:
    fill(engine, [document(1, "Râu má"), document(2, "Rau má"), document(3, "Rầu má")])
    assert ask(engine, "rau má").hits[0] == 2


@pytest.mark.parametrize("text", ["bún khô", "bun kho"])
def test_words_together_beat_words_apart(engine: WhooshEngine, text: str) -> None:
    fill(engine, [document(1, "Khô bún ngon"), document(2, "Bún khô ngon"), document(3, "Bún ngon khô")])
    assert ask(engine, text).hits[0] == 2


def test_name_then_maker_then_class_then_place_then_what_is_told(engine: WhooshEngine) -> None:
    fields = ["text", "place_words", "class_words", "producer"]
    others = dict.fromkeys(fields, "bình thường thôi")
    documents = [
        document(number, "Miến dong", **{**others, field: "Hồng bình thôi"}) for number, field in enumerate(fields)
    ]
    fill(engine, [*documents, document(9, "Hồng dong", **others)])
    assert ask(engine, "hong").hits == (9, 3, 2, 1, 0)


def test_an_open_end_completes_the_last_word_only(shelf: WhooshEngine) -> None:
    assert set(ask(shelf, "bun kh", open_end=True).hits) == {1, 2}
    assert set(ask(shelf, "quảng bạ", open_end=True).hits) == {1}
    assert ask(shelf, "qu bach", open_end=True).total == 0
    assert ask(shelf, "bun kh").total == 0


def test_what_is_read_and_found_agrees_with_plain_reading_of_the_documents(engine: WhooshEngine) -> None:
    """The engine against the rule itself, on made-up products in several segments with some of them replaced."""
    chance = random.Random(938)
    syllables = [
        "bún",
        "khô",
        "bùn",
        "khó",
        "gạo",
        "gáo",
        "nếp",
        "nẹp",
        "chè",
        "che",
        "mật",
        "ong",
        "trà",
        "hoa",
        "vàng",
    ]

    def made(number: int) -> Document:
        words = [" ".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(3)]
        return document(number, words[0], producer=words[1], text=words[2], published=chance.randint(0, 9))

    present = {number: made(number) for number in range(120)}
    fill(engine, present.values())
    for _ in range(4):
        changed = [made(chance.randint(0, 150)) for _ in range(12)]
        gone = chance.sample(sorted(present), 3)
        with engine.writing() as writer:
            writer.put(changed)
            writer.delete(gone)
        present |= {item.product_id: item for item in changed}
        for number in gone:
            present.pop(number)
    for query in [" ".join(chance.choices(syllables, k=chance.randint(1, 3))) for _ in range(60)]:
        wanted = {fold(word) for word in words_of(query)}
        expected = {number for number, item in present.items() if wanted <= _folded(item)}
        assert set(ask(engine, query, per_page=500).hits) == expected, query


def _folded(item: Document) -> set[str]:
    return {fold(word) for text in (item.name, item.producer, item.text) for word in words_of(text)}


@pytest.mark.parametrize("text", ["", "bun"])
def test_pages_of_one_generation_neither_repeat_nor_skip(engine: WhooshEngine, text: str) -> None:
    fill(engine, [document(n, "Bún khô", published=0) for n in range(25)])
    pages = [ask(engine, text, page=page, per_page=10).hits for page in (1, 2, 3)]
    assert [product for page in pages for product in page] == list(range(24, -1, -1))
