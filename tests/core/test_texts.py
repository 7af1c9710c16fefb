"""Texts are said in the reader's language."""

import pytest

from marketplace.catalogue.vocabulary import months_label, months_mask
from marketplace.core import texts
from marketplace.core.texts import say, speak_through

ENGLISH = {"Có hàng tháng %(first)s đến tháng %(last)s": "Months %(first)s to %(last)s", "Mã": "Code"}


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The application that other tests share keeps its own speaker, words and language both."""
    monkeypatch.setattr(texts, "_translate", [])
    monkeypatch.setattr(texts, "_language", [])
    speak_through(lambda text: ENGLISH.get(text, text))


@pytest.mark.usefixtures("english")
def test_a_translated_text_is_filled_after_it_was_found() -> None:
    assert months_label(months_mask([3, 4, 5])) == "Months 3 to 5"
    assert say("Mã") == "Code"


@pytest.mark.usefixtures("english")
def test_a_text_without_translation_stays_vietnamese() -> None:
    assert say("Quyết định %(number)s", number=5) == "Quyết định 5"


def test_a_percent_sign_needs_no_care_without_places() -> None:
    assert say("Gạo 98 %") == "Gạo 98 %"
