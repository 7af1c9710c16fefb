"""Forms: refusals of services beside their field, WTForms' messages in Vietnamese."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import (  # type: ignore[attr-defined]  # SelectChoice is newer than the stubs
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
)

from marketplace.core.errors import Refused
from marketplace.web.fields import LineField
from marketplace.web.forms import Form

CHOICES = [SelectChoice("a", "A"), SelectChoice("b", "B")]
CHOOSE = "Hãy chọn trong các ý ở đây."


class Sheet(Form):
    """Fields with choices, and one without."""

    price = LineField("Giá")
    one = RadioField("Một", choices=CHOICES)
    other = SelectField("Khác", choices=CHOICES)
    many = SelectMultipleField("Nhiều", choices=CHOICES)


@pytest.fixture(autouse=True)
def in_a_request(migrated: Flask) -> Iterator[None]:
    """Messages are in the language of a page."""
    with migrated.test_request_context("/", method="POST", data={"price": "66k", "one": "a"}):
        yield


def test_the_posted_form() -> None:
    form = Sheet.posted()
    assert (form["price"].data, form["one"].data) == ("66k", "a")


def test_a_service_refuses_a_field_above_all_or_with_numbers() -> None:
    form = Sheet.posted()
    form.refuse(Refused("Ít nhất %(least)s.", field="price", least=8))
    form.refuse(Refused("Đã khép lại."))
    form.refuse(Refused("Ở đâu đó.", field="elsewhere"))
    assert form["price"].errors == ["Ít nhất 8."]
    assert form.form_errors == ["Đã khép lại.", "Ở đâu đó."]
    assert form.problems == [(None, "Đã khép lại."), (None, "Ở đâu đó."), ("price", "Giá: Ít nhất 8.")]


@pytest.mark.parametrize(
    ("name", "values"), [("one", ["c"]), ("other", ["c"]), ("many", ["c"]), ("many", ["a", "c", "d"])]
)
def test_a_choice_that_there_is_not(name: str, values: list[str]) -> None:
    form = Sheet(MultiDict({"one": ["a"], "other": ["a"], name: values}))
    assert not form.validate()
    assert form.errors == {name: [CHOOSE]}
