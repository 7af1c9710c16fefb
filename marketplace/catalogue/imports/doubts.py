"""What can't be read, and what is taken although a person should look at it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Problem:
    """Why a field can't be taken, or should be looked at; ``message`` is a gettext id."""

    column: str
    message: str
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Doubtful:
    """What a cell says (None: nothing that can be kept), and a gettext id of what is strange about it."""

    value: Any
    message: str
    params: dict[str, object] = field(default_factory=dict)
