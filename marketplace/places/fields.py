"""The place picker as a form's field: a commune is chosen by its old or new name, or the words are kept as typed."""

from typing import Any

from wtforms import Field
from wtforms.validators import StopValidation

from marketplace.core.errors import Refused
from marketplace.core.text import normalise
from marketplace.core.texts import N_
from marketplace.places.presenters import ChoiceLine, choice_lines, chosen_line
from marketplace.places.queries import is_choice
from marketplace.places.vocabulary import PlaceRef, place_ref_of
from marketplace.web.language import translate

NOWHERE = PlaceRef(None, None)
MOST_CHOICES = 8
LONGEST_WORDS = 200
NEEDED = N_("Hãy gõ tên xã.")
CHOOSE = N_("Hãy chọn một nơi trong danh sách, hoặc giữ nguyên như đã gõ.")
CHOOSE_COMMUNE = N_("Hãy chọn một xã trong danh sách.")
UNKNOWN = N_("Không có nơi này trong danh sách. Hãy tìm lại.")


class PlaceField(Field):
    """Which commune, as a PlaceRef; ``words`` are what was typed to find it.

    Sent are ``<name>`` (a `PlaceRef.value`, empty = the words stay as they are), ``<name>-words``, and ``<name>-find``
    where the button "Tìm xã" was pressed: then ``is_searching`` says that the form is only to be shown again.
    ``needs_commune``: words alone won't do. ``near`` is the present province whose communes are offered first.
    """

    data: PlaceRef

    def __init__(self, label: Any = None, *, needs_commune: bool = False, **more: Any) -> None:
        super().__init__(label, default=NOWHERE, **more)
        self.needs_commune = needs_commune
        self.words = ""
        self.near: str | None = None
        self.is_searching = False

    @property
    def kept(self) -> bool:
        """Whether it was said that the words stay as typed."""
        return bool(self.raw_data) and not self.data.place_id

    @property
    def choices(self) -> list[ChoiceLine]:
        """What is offered: the chosen commune, then those that the words may mean."""
        chosen = chosen_line(self.data)
        found = choice_lines(self.words, MOST_CHOICES, self.near)
        return [*([chosen] if chosen else []), *(line for line in found if line != chosen)][:MOST_CHOICES]

    def begin(self, words: str, near: str | None) -> None:
        """What stands in the field before anybody typed."""
        self.words, self.near = words, near

    def process(self, formdata: Any, *given: Any, **more: Any) -> None:
        """Take the choice, and the words typed for it."""
        super().process(formdata, *given, **more)
        if formdata:
            self.words = normalise("".join(formdata.getlist(f"{self.name}-words")[:1]))[:LONGEST_WORDS]
            self.is_searching = f"{self.name}-find" in formdata

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the choice."""
        try:
            self.data = place_ref_of(str(valuelist[0])) if valuelist else NOWHERE
        except Refused as error:
            self.data = NOWHERE
            raise ValueError(translate(error.message, **error.params)) from error

    def pre_validate(self, form: Any) -> None:
        """A commune that there is, or words: kept as they are where that was said, or where nothing answers to them."""
        if self.data.place_id:
            if not is_choice(self.data):
                raise StopValidation(translate(UNKNOWN))
            return
        if not self.words:
            raise StopValidation(translate(NEEDED))
        if self.needs_commune:
            raise StopValidation(translate(CHOOSE_COMMUNE))
        if not self.kept and self.choices:
            raise StopValidation(translate(CHOOSE))
