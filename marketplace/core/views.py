"""Little view shapes that the templates of several packages share; each text is ready to print.

They stand in the kernel because presenters may know nothing of HTTP, and the macros in ``templates/components``
read exactly these attributes (undefined names are errors there, so none may be left out).
"""

from dataclasses import dataclass, field
from typing import Any, Literal

Tone = Literal["yours", "theirs", "done", "due", "lost"]


@dataclass(frozen=True)
class Pill:
    """Where something stands, in a word. The tone says whose turn it is, or how it ended."""

    label: str
    tone: Tone


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    label: str
    href: str


@dataclass(frozen=True)
class Fact:
    """A row of a definition list."""

    term: str
    text: str


@dataclass(frozen=True)
class TimelineItem:
    """Something that happened, or with ``done`` False the step that comes next (hollow, always last).

    ``bold`` and ``text`` make one line: who, and what; ``note`` stands after the time.
    """

    when: str
    text: str
    bold: str | None = None
    note: str | None = None
    done: bool = True


@dataclass(frozen=True)
class Choice:
    """A button: with ``href`` a link, with ``action`` a form of its own that posts ``fields``."""

    label: str
    href: str | None = None
    action: str | None = None
    fields: dict[str, str] = field(default_factory=dict)
    icon: str | None = None


@dataclass(frozen=True)
class LeadRow:
    """A lead in a list: who asks, a line about what, where it stands."""

    title: str
    detail: str
    href: str
    pill: Pill
    when: str | None = None


@dataclass(frozen=True)
class Chip:
    """A filter to tap, with how many it leaves (None where that isn't counted)."""

    label: str
    count: int | None
    href: str
    chosen: bool


@dataclass(frozen=True)
class Pager:
    """Where one stands in a long list: "Trang 2 / 3"."""

    text: str
    previous_href: str | None
    next_href: str | None


@dataclass(frozen=True)
class Meta:
    """What a public page says of itself to search engines and to whoever shares it.

    ``structured`` are schema.org objects; ``index`` False keeps filtered lists out of search engines.
    """

    title: str
    description: str
    canonical: str
    image: str | None = None
    kind: str = "website"
    index: bool = True
    structured: tuple[dict[str, Any], ...] = ()
