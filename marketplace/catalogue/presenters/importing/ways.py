"""Addresses of the pages about lists, which officers and suppliers each have on a bench of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Bench = Literal["officer", "own"]
ROWS = "dong"  # where the rows of a list begin on its page


@dataclass(frozen=True)
class Ways:
    """``url`` gives the address of an endpoint; the endpoints of a bench begin with its name."""

    url: Callable[..., str]
    bench: Bench

    def lists(self) -> str:
        """The page that takes lists and shows the earlier ones."""
        return self.url(f"catalogue.{self.bench}_lists")

    def list(self, list_id: str) -> str:
        """The page of one list."""
        return self.url(f"catalogue.{self.bench}_list", list_id=list_id)

    def rows(self, list_id: str, **kept: str | int) -> str:
        """The rows of a list, of which ``kept`` keeps some."""
        return self.url(f"catalogue.{self.bench}_list", list_id=list_id, **kept, _anchor=ROWS)

    def of(self, deed: Literal["take", "drop", "progress", "refused", "result"], list_id: str) -> str:
        """Where to take or drop a list, to ask how far it is, and to have its refused rows or all of it as a file."""
        return self.url(f"catalogue.{self.bench}_list_{deed}", list_id=list_id)
