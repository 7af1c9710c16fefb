"""Field kinds that understand what people in Vietnam type: money, quantities, phones, days. Raw text is kept."""

from collections.abc import Callable
from datetime import date
from typing import Any

from wtforms import Field, StringField, ValidationError
from wtforms.validators import StopValidation
from wtforms.widgets import TextInput

from marketplace.core.clock import today
from marketplace.core.emails import parse_email
from marketplace.core.text import (
    TextRefused,
    format_date,
    format_money,
    format_phone,
    from_english,
    normalise,
    normalise_lines,
    parse_date,
    parse_money,
    parse_phone,
    parse_quantity,
    read_back,
)
from marketplace.core.texts import N_, in_english
from marketplace.web.language import translate


class Needed:
    """The field must be filled in; ``message`` says with what."""

    field_flags: dict[str, Any] = {"required": True}  # noqa: RUF012  # WTForms reads it from the class

    def __init__(self, message: str = N_("Hãy điền vào đây.")) -> None:
        self.message = message

    def __call__(self, form: object, field: Field) -> None:
        """Stop at an empty field, and at a box that was sent as not ticked."""
        if field.data is False or not any(str(text).strip() for text in field.raw_data or ()):
            field.errors = []
            raise StopValidation(translate(self.message))


class Longest:
    """At most ``limit`` characters."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __call__(self, form: object, field: Field) -> None:
        """Refuse a longer text."""
        text = field.data if isinstance(field.data, str) else (field.raw_data or [""])[0]  # what was typed
        if len(text) > self.limit:
            raise ValidationError(translate(N_("Dài quá %(limit)s ký tự: hãy viết ngắn hơn."), limit=self.limit))


class LineField(StringField):
    """One line of text, tidied: NFC, no control characters, single spaces."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take the typed text."""
        self.data = normalise(str(valuelist[0])) if valuelist else None

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else str(self.data or "")


class WordsField(StringField):
    """Several lines of text, tidied line by line."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take the typed text."""
        self.data = normalise_lines(str(valuelist[0])) if valuelist else ""

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else str(self.data or "")


class ReadField(Field):
    """A text that is read into a value; what can't be read is said beside it, and stays as it was typed."""

    widget = TextInput()

    def read(self, text: str) -> Any:
        """Turn the text into the value; raises TextRefused."""
        raise NotImplementedError

    def show(self, value: Any) -> str:
        """Turn a value into the text to begin with."""
        return str(value)

    def say(self, value: Any) -> str | None:
        """How the value was understood, to be read back; None where there is nothing to say."""
        return None

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the typed text, if there is any."""
        self.data = None
        if valuelist and str(valuelist[0]).strip():
            try:
                self.data = self.read(str(valuelist[0]))
            except TextRefused as error:
                raise ValueError(translate(error.message, **error.params)) from error

    @property
    def read_back(self) -> str | None:
        """The "Hiểu là …" line below the field."""
        return self.say(self.data) if self.data is not None else None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return self.show(self.data) if self.data is not None else ""


class MoneyField(ReadField):
    """An amount in đồng: "45 000 000", "1tr2", "66k"."""

    data: int | None

    def read(self, text: str) -> int:
        """Đồng."""
        return parse_money(text)

    def show(self, value: int) -> str:
        """With dots."""
        return format_money(value)

    def say(self, value: int) -> str:
        """As it will be shown."""
        return format_money(value)


class QuantityField(ReadField):
    """A quantity with its unit and how often: "2 tấn", "50 kg mỗi tháng"; in English "2 tonnes" too."""

    def read(self, text: str) -> Any:
        """A Quantity."""
        return parse_quantity(from_english(text) if in_english() else text)

    def say(self, value: Any) -> str:
        """In kilograms where it is a mass."""
        return read_back(value)


class PhoneField(ReadField):
    """A Vietnamese phone number, as E.164."""

    data: str | None

    def read(self, text: str) -> str:
        """E.164."""
        return parse_phone(text)

    def show(self, value: str) -> str:
        """Grouped."""
        return format_phone(value)


class DayField(ReadField):
    """A day, written as people do: 15/12/2026, 15/12, or as a browser's date field sends it."""

    data: date | None

    def __init__(self, *args: Any, clock: Callable[[], date] = today, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.clock = clock

    def read(self, text: str) -> date:
        """A date."""
        return parse_date(text, self.clock())

    def show(self, value: date) -> str:
        """15/12/2026."""
        return format_date(value)


class EmailField(ReadField):
    """An e-mail address; its shape is checked, nothing is looked up."""

    data: str | None

    def read(self, text: str) -> str:
        """Lower case."""
        return parse_email(text)
