"""The sort key: the order of a Vietnamese dictionary by plain comparison."""

import re

from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.text import sort_key
from tests.core.text_samples import quick, vietnamese_words

DICTIONARY = """
3 sao|a|ao|ăn|âm|ba|ba lô|bà|bà con|bả|bã|bá|bạ|bac|ban|bàn|bạn|băng|bầu|bo|bò|bô|bơ|bụt|bừa
ca|co|da|dứa|đa|đậu phộng|em|ên|gạo|hòa|khô|lạc|lợn|mận|mật ong|mì|miến|mù|mỳ|na|ngô|nhãn|ô mai|ớt|rượu|tư|vải|y tá|ý
""".strip()


def test_a_sample_sorts_as_in_the_dictionary() -> None:
    words = re.split(r"[|\n]", DICTIONARY)
    mixed = sorted(words)
    assert mixed != words
    assert sorted(mixed, key=sort_key) == words


def test_both_spellings_sort_at_one_place() -> None:
    assert sort_key("Hoà  Bình") == sort_key("hòa-bình")


@quick
@given(vietnamese_words | st.text(max_size=20))
def test_only_letters_and_digits_so_that_every_collation_agrees(text: str) -> None:
    assert re.fullmatch(r"[0-9a-z]*", sort_key(text))


@quick
@given(vietnamese_words)
def test_a_key_is_little_more_than_twice_the_name(text: str) -> None:
    assert len(sort_key(text)) <= 2 * (len(text) + 1)
