"""What a list has told so far: its first row about a thing speaks for it, later ones only add."""

from dataclasses import dataclass, field

from marketplace.catalogue.imports.rows import ImportedRow
from marketplace.core.actor import Actor

# What this package marks as its own; the words of a supplier or an officer stand above those of a list.
SOURCE = "import"


@dataclass
class Told:
    """Line by which each thing (kind, key) was told. Without it two rows about one thing would undo each other."""

    lines: dict[tuple[str, int], int] = field(default_factory=dict)

    def line_of(self, kind: str, key: int) -> int | None:
        """The line of the list that told of it first."""
        return self.lines.get((kind, key))

    def note(self, line: int, things: set[tuple[str, int]]) -> None:
        """A row was taken that told of these."""
        for thing in things:
            self.lines.setdefault(thing, line)


@dataclass
class Taking:
    """A row being taken: who takes it, what earlier rows told, what this one tells, and what it changed."""

    actor: Actor
    row: ImportedRow
    told: Told
    things: set[tuple[str, int]] = field(default_factory=set)
    created: bool = False
    changed: bool = False

    def tells_of(self, kind: str, key: int) -> bool:
        """Note that this row tells of a thing; says whether it is the first one that does."""
        self.things.add((kind, key))
        return self.told.line_of(kind, key) is None
