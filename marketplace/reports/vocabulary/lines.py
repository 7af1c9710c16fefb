"""What an indicator is: a rule that gives lines, and the number that is made of these lines alone."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from marketplace.core.periods import Period
from marketplace.core.texts import say
from marketplace.reports.vocabulary.histories import EventFact, History
from marketplace.reports.vocabulary.scopes import Scope, within_words

Column = Literal["none", "money", "mass"]


class Line(NamedTuple):
    """One line of an opened figure. ``value`` (đồng or grams) stands in the line's last column; None = not said."""

    history: History
    event: EventFact
    value: int | None = None


Rule = Callable[[History, Scope], Iterable[Line]]


@dataclass(frozen=True)
class Indicator:
    """A declared statistic. Without ``adds`` the figure is how many lines there are, else the sum of their values.

    ``code`` names it to programs, ``slug`` in addresses; ``%(within)s`` in ``name`` and ``rule`` is the time in which
    an answer is due. ``column`` says what the values of the lines are.
    """

    code: str
    slug: str
    name: str
    unit: str
    rule: str
    lines: Rule
    column: Column = "none"
    adds: bool = False

    def named(self, scope: Scope) -> str:
        """Its name with the time in which an answer is due."""
        return say(self.name, within=within_words(scope.answer_within_hours))

    def ruled(self, scope: Scope) -> str:
        """Its rule, likewise."""
        return say(self.rule, within=within_words(scope.answer_within_hours))

    def number(self, lines: Sequence[Line]) -> int | None:
        """The figure of these lines; None where there are some, and none of them says its value."""
        if not self.adds:
            return len(lines)
        said = [line.value for line in lines if line.value is not None]
        return sum(said) if said or not lines else None

    def lines_of(self, histories: Iterable[History], scope: Scope, period: Period) -> list[Line]:
        """The lines of a period: of these alone the number is made, and these the opened list shows."""
        start, end = period.start_utc, period.end_utc
        return [
            line
            for history in histories
            for line in self.lines(history, scope)
            if start <= line.event.occurred_at < end
        ]
