"""The place picker as a form's field."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from marketplace.core.db import transaction
from marketplace.places.fields import PlaceField
from marketplace.places.vocabulary import PlaceRef
from marketplace.web.forms import Form

QUANG_BACH = PlaceRef("2025:02038", "pre2025:02032")


class Sheet(Form):
    """A picker whose words may stay, and one that needs a commune."""

    place = PlaceField("Nơi")


class Strict(Form):
    """A picker that needs a commune."""

    place = PlaceField("Nơi", needs_commune=True)


@pytest.fixture(autouse=True)
def in_a_request(app: Flask) -> Iterator[None]:
    """Messages are in the language of a page, and places are read."""
    with app.test_request_context("/"), transaction(write=False):
        yield


def sent(form: type[Form] = Sheet, **values: str) -> Form:
    return form(MultiDict({name.replace("_", "-"): text for name, text in values.items()}))


def test_choice_is_the_commune_with_its_former_one() -> None:
    form = sent(place="2025:02038|pre2025:02032", place_words="tan lap cho don")
    assert form.validate()
    assert (form.place.data, form.place.words) == (QUANG_BACH, "tan lap cho don")  # type: ignore[attr-defined]


def test_choice_of_a_present_commune_alone() -> None:
    form = sent(place="2025:02038")
    assert form.validate() and form.place.data == PlaceRef("2025:02038", None)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "value",
    [
        "2025:99999",  # no such unit
        "2025:19",  # a province
        "pre2025:02032",  # of the former era
        "2025:02020|pre2025:02032",  # it went elsewhere
        "2025:02038|2025:02038",
        "'; drop table place",
    ],
)
def test_what_the_picker_does_not_offer_is_refused(value: str) -> None:
    assert not sent(place=value, place_words="x").validate()


def test_words_that_may_mean_something_want_a_choice() -> None:
    form = sent(place_words="Tân Lập")
    assert not form.validate()
    assert form.place.errors == ["Hãy chọn một nơi trong danh sách, hoặc giữ nguyên như đã gõ."]  # type: ignore[attr-defined]
    assert len(form.place.choices) == 8  # type: ignore[attr-defined]


def test_words_stay_as_typed_where_that_was_chosen() -> None:
    form = sent(place="", place_words="  Xóm  Núi, Tân Lập ")
    assert form.validate()
    field = form.place  # type: ignore[attr-defined]
    assert (field.data, field.words, field.kept) == (PlaceRef(None, None), "Xóm Núi, Tân Lập", True)


def test_words_that_mean_nothing_need_no_choice() -> None:
    assert sent(place_words="Xyzzy").validate()


def test_nothing_at_all_is_refused() -> None:
    form = sent(place="", place_words="  ")
    assert not form.validate()
    assert form.place.errors == ["Hãy gõ tên xã."]  # type: ignore[attr-defined]


def test_form_that_needs_a_commune_takes_no_words() -> None:
    assert not sent(Strict, place="", place_words="Xyzzy").validate()
    assert sent(Strict, place="2025:02038", place_words="").validate()


def test_button_only_searches() -> None:
    form = sent(place_words="quang bach", place_find="1")
    assert form.place.is_searching  # type: ignore[attr-defined]
    assert form.place.choices[0].title == "Xã Quảng Bạch"  # type: ignore[attr-defined]


def test_chosen_commune_stands_first_and_communes_near_by_before_others() -> None:
    form = Sheet(data={"place": QUANG_BACH})
    form.place.begin("tân lập", "2025:24")
    titles = [(line.title, line.province) for line in form.place.choices]
    assert titles[0] == ("Xã Quảng Bạch", "Thái Nguyên")
    assert titles[1][1] == "Bắc Ninh"
    assert len(titles) == 8
