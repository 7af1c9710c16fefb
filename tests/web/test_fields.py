"""Fields that understand what people type, and keep it as it was typed."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, PasswordField

from marketplace.core.text import Quantity
from marketplace.web.fields import (
    DayField,
    EmailField,
    LineField,
    Longest,
    MoneyField,
    Needed,
    PhoneField,
    QuantityField,
    WordsField,
)
from marketplace.web.forms import Form

TODAY = date(2026, 11, 24)


class Sheet(Form):
    """One field of each kind."""

    line = LineField("Dòng", [Longest(10)])
    words = WordsField("Lời", [Longest(10)])
    money = MoneyField("Tiền")
    quantity = QuantityField("Lượng", [Longest(20)])
    phone = PhoneField("Số")
    day = DayField("Ngày", clock=lambda: TODAY)
    email = EmailField("Thư")


class Strict(Form):
    """Fields that must be filled in."""

    line = LineField("Dòng", [Needed("Cần một dòng.")])
    money = MoneyField("Tiền", [Needed("Cần một số tiền.")])
    tick = BooleanField("Đồng ý", [Needed("Cần đồng ý.")])
    password = PasswordField("Mật khẩu", [Needed()])


@pytest.fixture(autouse=True)
def in_a_request(migrated: Flask) -> Iterator[None]:
    """Messages are in the language of a page."""
    with migrated.test_request_context("/"):
        yield


def shown(form: Form, name: str) -> str:
    """What stands in the field."""
    found: str = form[name]._value()  # type: ignore[attr-defined]  # every text field of WTForms has it
    return found


def sheet(**typed: str) -> Sheet:
    return Sheet(MultiDict(typed))


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("line", "  Ha\u0300  Nội\x00 ", "Hà Nội"),
        ("words", " một \r\n\r\n  hai\t ", "một\n\nhai"),
        ("money", "1tr2", 1_200_000),
        ("money", "45 000 000", 45_000_000),
        ("quantity", "2 tấn", Quantity(Decimal(2), "tấn", 2_000_000)),
        ("phone", "0912.345.678", "+84912345678"),
        ("day", "15/12", date(2026, 12, 15)),
        ("day", "2026-12-15", date(2026, 12, 15)),
        ("email", " Thu@Example.org", "thu@example.org"),
    ],
)
def test_what_is_typed_is_understood_and_stays_as_it_was(name: str, typed: str, value: object) -> None:
    form = sheet(**{name: typed})
    assert form.validate(), form.errors
    assert form[name].data == value
    assert shown(form, name) == typed


@pytest.mark.parametrize(
    ("name", "typed"),
    [("money", "nhiều"), ("quantity", "2"), ("phone", "0900"), ("day", "32/13"), ("email", "thu@")],
)
def test_what_is_not_understood_is_said_and_stays(name: str, typed: str) -> None:
    form = sheet(**{name: typed})
    assert not form.validate()
    assert len(form[name].errors) == 1
    assert shown(form, name) == typed
    assert form[name].data is None
    assert getattr(form[name], "read_back", None) is None


@pytest.mark.parametrize("name", ["money", "quantity", "phone", "day", "email"])
@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_is_nothing(name: str, typed: str) -> None:
    form = sheet(**{name: typed})
    assert form.validate()
    assert form[name].data is None


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("money", 66_000, "66.000\u00a0₫"),
        ("phone", "+84912345678", "0912 345 678"),
        ("day", date(2026, 12, 15), "15/12/2026"),
        ("line", "Hà Nội", "Hà Nội"),
        ("words", None, ""),
        ("email", None, ""),
    ],
)
def test_a_form_begins_with_values_as_people_write_them(name: str, value: object, text: str) -> None:
    assert shown(Sheet(data={name: value}), name) == text


def test_how_a_value_was_understood() -> None:
    form = sheet(money="66k", quantity="2 tấn")
    assert form.money.read_back == "66.000\u00a0₫"
    assert "2.000" in str(form.quantity.read_back)


@pytest.mark.parametrize(("typed", "fine"), [("a" * 10, True), ("a" * 11, False), ("  " + "a" * 10 + "  ", True)])
def test_length_is_that_of_the_tidied_text(typed: str, fine: bool) -> None:
    assert sheet(line=typed).validate() is fine
    assert sheet(words=typed).validate() is fine


def test_length_of_what_was_read_is_that_of_what_was_typed() -> None:
    assert sheet(quantity="1234,567 tấn/quý").validate(), "though its value is written longer"
    assert not sheet(quantity="1" + " " * 20 + "tấn").validate()


@pytest.mark.parametrize("typed", [{}, {"line": " ", "money": " ", "tick": "", "password": ""}, {"tick": "false"}])
def test_what_must_be_filled_in(typed: dict[str, str]) -> None:
    form = Strict(MultiDict(typed))
    assert not form.validate()
    assert form.errors == {
        "line": ["Cần một dòng."],
        "money": ["Cần một số tiền."],
        "tick": ["Cần đồng ý."],
        "password": ["Hãy điền vào đây."],
    }


def test_what_was_filled_in_but_not_understood_has_one_error() -> None:
    form = Strict(MultiDict({"line": "a", "money": "nhiều", "tick": "y", "password": " x"}))
    assert not form.validate()
    assert list(form.errors) == ["money"]
    assert len(form.money.errors) == 1
    assert form.line.flags.required
