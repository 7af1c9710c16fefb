"""Places as pages print them."""

from collections.abc import Iterable
from typing import NamedTuple

from marketplace.core.text import fold
from marketplace.core.texts import say
from marketplace.places.queries import display_names, place_choices, search_places
from marketplace.places.vocabulary import PlaceChoice, PlaceLine, PlaceName, PlaceRef


class ChoiceLine(NamedTuple):
    """One radio of the place picker: ``title`` bold, ``province`` after it, ``former`` below."""

    place_id: str
    legacy_place_id: str | None
    title: str
    province: str
    former: str | None

    @property
    def value(self) -> str:
        """What the form sends for it."""
        return PlaceRef(self.place_id, self.legacy_place_id).value


def place_line(place_id: str | None, legacy_place_id: str | None) -> PlaceLine:
    """Present and former name; give the present province as ``place_id`` where no commune is known."""
    ref = PlaceRef(place_id, legacy_place_id)
    return place_lines([ref])[ref]


def place_lines(refs: Iterable[PlaceRef]) -> dict[PlaceRef, PlaceLine]:
    """Of each place the present name, and the former one where it is known; one query for all.

    Where only the former unit is known it stands first, as nothing newer can be said of it.
    """
    wanted = set(refs)
    names = display_names(key for ref in wanted for key in ref if key)
    return {ref: _line(names.get(ref.place_id or ""), names.get(ref.legacy_place_id or "")) for ref in wanted}


def choice_lines(text: str, limit: int = 8, near: str | None = None) -> list[ChoiceLine]:
    """What the place picker shows for these words; places in the present province ``near`` come first."""
    return [_choice_line(choice) for choice in search_places(text, limit, near)]


def chosen_line(ref: PlaceRef) -> ChoiceLine | None:
    """The place picker's line of a place that was chosen before; None where no commune was."""
    return next((_choice_line(choice) for choice in place_choices([ref])), None)


def written_beside(text: str | None, line: PlaceLine, place_id: str | None) -> str | None:
    """What was written of a place, where no commune of it is known and the words say more than the names in ``line``.

    Of a place that isn't understood at all it is all that can be shown.
    """
    if place_id or not text:
        return None
    said = set(fold(f"{line.present} {line.former or ''}").split())
    return None if set(fold(text).split()) <= said else text


def _line(present: PlaceName | None, former: PlaceName | None) -> PlaceLine:
    if present is None:
        return PlaceLine(say("%(place)s (trước 1/7/2025)", place=former.full) if former else "", None)
    return PlaceLine(present.full, former.full if former else None)


def _choice_line(choice: PlaceChoice) -> ChoiceLine:
    title = choice.name.short
    return ChoiceLine(
        choice.place_id,
        choice.legacy_place_id,
        title[0].upper() + title[1:],
        choice.name.brief.removeprefix(f"{title}, "),
        say("trước 1/7/2025: %(place)s", place=choice.former.brief) if choice.former else _made_of(choice),
    )


def _made_of(choice: PlaceChoice) -> str | None:
    """Say "trước: thị trấn Bằng Lũng và 3 xã"; nothing where the commune only went on."""
    first, *others = choice.made_of or ("",)
    if not others:
        return None if first in ("", choice.name.short) else say("trước: %(place)s", place=first)
    kinds = ", ".join(sorted({_kind(name) for name in others}))
    return say("trước: %(place)s và %(number)s %(kinds)s", place=first, number=len(others), kinds=kinds)


def _kind(name: str) -> str:
    return "thị trấn" if name.startswith("thị trấn ") else name.split(" ", 1)[0]
