"""Keys: one chain for stored and asked words, whatever their spelling and Unicode form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.text import exact_key, fold, normalise, normalise_lines, place_tones, slugify, syllables
from tests.core.text_samples import quick, vietnamese_words

anything = st.text(max_size=30) | vietnamese_words

STANDING = "quý giá quà gì hoàn ngoài khuỷu rượu mía của thuở huỳnh giếng Nguyễn café"
NEW_AND_OLD = [
    ("hoà", "hòa"),
    ("thuý", "thúy"),
    ("khoẻ", "khỏe"),
    ("HOÀ", "HÒA"),
    ("Nguỵ", "Ngụy"),
    ("toả", "tỏa"),
    ("xoè", "xòe"),
]


@pytest.mark.parametrize(("new", "old"), NEW_AND_OLD)
def test_both_places_of_a_tone_are_one_word(new: str, old: str) -> None:
    assert place_tones(new) == place_tones(old) == old
    assert exact_key(new) == exact_key(old)


@pytest.mark.parametrize("word", STANDING.split())
def test_a_tone_that_stands_right_stays(word: str) -> None:
    assert place_tones(word) == word


@pytest.mark.parametrize(("wrong", "right"), [("qúy", "quý"), ("gía", "giá"), ("hòan", "hoàn"), ("GỈA", "GIẢ")])
def test_a_tone_on_the_wrong_vowel_is_put_right(wrong: str, right: str) -> None:
    assert place_tones(wrong) == right


def test_normalise_removes_what_cannot_be_seen() -> None:
    assert normalise("\ufeff Bu\u0301n\u00a0 kh\u200bô\t\nTa\u0302n\u00ad \x00La\u0323\u0302p ") == "Bún khô Tân Lập"
    assert normalise("Chợ Ðồn") == "Chợ Đồn"


def test_lines_keep_their_breaks_but_not_their_gaps() -> None:
    assert normalise_lines("\n  Chào  bác,\r\n\n\n\nxin giá.  \n") == "Chào bác,\n\nxin giá."


@pytest.mark.parametrize(
    ("text", "exact", "folded"),
    [
        ("BÚN KHÔ – Hồng\u00a0Luân", "bún khô hồng luân", "bun kho hong luan"),
        ("Mỳ gạo, Sỹ/Sĩ", "mì gạo sĩ sĩ", "mi gao si si"),
        ("Lý quý Thuý thúi Tây tai", "lí quí thúy thúi tây tai", "li qui thuy thui tay tai"),
        ("ý kiến H'Mông", "ý kiến h mông", "y kien h mong"),
        ("Đồ-uống_ĐẶC   sản!", "đồ uống đặc sản", "do uong dac san"),
        ("  ", "", ""),
    ],
)
def test_keys(text: str, exact: str, folded: str) -> None:
    assert exact_key(text) == exact
    assert fold(text) == folded


@quick
@given(anything)
def test_each_step_done_twice_is_done_once(text: str) -> None:
    for step in (normalise, normalise_lines, place_tones, exact_key, fold, slugify):
        once = step(text)
        assert step(once) == once


@quick
@given(anything)
def test_decomposed_text_gives_the_same_keys(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    for step in (normalise, place_tones, exact_key, fold, slugify):
        assert step(apart) == step(text)


@quick
@given(anything)
def test_units_folded_one_by_one_are_the_folded_text(text: str) -> None:
    assert " ".join(fold(unit) for unit in syllables(text)) == fold(text)


@quick
@given(vietnamese_words)
def test_folded_vietnamese_is_ascii_and_keeps_its_words(text: str) -> None:
    assert fold(text).isascii()
    assert len(fold(text).split()) == len(text.split())
    assert fold(text.upper()) == fold(text)


@quick
@given(vietnamese_words)
def test_the_exact_key_keeps_every_syllable_up_to_y_and_i(text: str) -> None:
    alike = str.maketrans("yỳỷỹýỵ", "iìỉĩíị")
    assert exact_key(text).translate(alike) == text.translate(alike)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bún khô Hồng Luân", "bun-kho-hong-luan"),
        ("Tỏi Lý Sơn (loại 1) – 500g", "toi-ly-son-loai-1-500g"),
        ("Đặc sản", "dac-san"),
        ("!!!", ""),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    assert slugify(name) == slug


def test_a_long_slug_ends_with_a_whole_word() -> None:
    assert slugify("măng " * 30) == "-".join(["mang"] * 16)
    assert slugify("a" * 81) == "a" * 80
    assert slugify("a" * 80 + " b") == "a" * 80
