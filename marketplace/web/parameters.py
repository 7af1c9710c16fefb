"""The parameters of an address: what can't be read is passed over where people ask, and named where programs do."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from werkzeug.datastructures import MultiDict

from marketplace.core.errors import Refused
from marketplace.core.text import TextRefused, normalise
from marketplace.core.texts import N_
from marketplace.web.paging import LAST_PAGE

MOST_VALUES = 40  # of one parameter
LONGEST_TEXT = 200  # characters

Reader = Callable[[str], Any]


def read_parameters(
    args: MultiDict[str, str],
    names: Mapping[str, str],
    readers: Mapping[str, Reader],
    *,
    repeatable: Collection[str] = (),
    strict: bool = False,
) -> dict[str, Any]:
    """The values by field; ``names`` has each field's parameter, ``repeatable`` the fields that become tuples.

    Empty values count as none. When ``strict``, a value that its reader refuses raises Refused, with the parameter as
    its field.
    """
    fields: dict[str, Any] = {}
    for field, name in names.items():
        values = []
        for text in args.getlist(name)[:MOST_VALUES]:
            try:
                values += [readers[field](text)] if text.strip() else []
            except (Refused, TextRefused, ValueError) as error:
                if strict:
                    raise refused_parameter(name, text) from error
        if values:
            fields[field] = tuple(dict.fromkeys(values)) if field in repeatable else values[0]
    return fields


def refused_parameter(name: str, text: str) -> Refused:
    """What a program is told of a value that makes no sense."""
    return Refused(N_("Tham số %(name)s không nhận giá trị “%(text)s”."), field=name, name=name, text=text[:80])


def number_between(least: int, most: int) -> Reader:
    """Reads a whole number between these, both included; raises ValueError."""

    def read(text: str) -> int:
        digits = text.strip()
        if not (digits.isascii() and digits.isdigit() and len(digits) < 16 and least <= int(digits) <= most):
            raise ValueError(text)
        return int(digits)

    return read


def words(text: str) -> str:
    """What somebody looks for, cleaned and cut."""
    return normalise(text)[:LONGEST_TEXT]


page_of_list = number_between(1, LAST_PAGE)
