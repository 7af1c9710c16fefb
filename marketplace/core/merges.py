"""Merges as dated facts: which of two things is taken for the other, from when on, and since when no longer.

A merge names two that were roots then; a row that undoes it takes it back from its own moment on. Nothing that
names a merged thing is rewritten: readers ask here for its root. ``merged_into_id`` of the thing is what the standing
facts amount to now, so that statements can follow it without reading the facts.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, TableClause, column, func, or_, select, table

from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import BigKey, session
from marketplace.core.errors import Refused
from marketplace.core.texts import N_

ALREADY_ONE = N_("Hai mục này đã là một.")
UNDONE_ALREADY = N_("Lần gộp này đã được gỡ ra rồi.")
_MOST_BOUND = 500  # values of one statement


class MergeFact(NamedTuple):
    """A row of merges: ``from_id`` is taken for ``into_id``, or with ``undoes_id`` no longer."""

    id: int
    from_id: int
    into_id: int
    undoes_id: int | None


def standing(facts: Iterable[MergeFact]) -> list[MergeFact]:
    """The merges that nobody undid, in their order."""
    known = list(facts)
    undone = {fact.undoes_id for fact in known}
    return [fact for fact in known if fact.undoes_id is None and fact.id not in undone]


def roots_of(facts: Iterable[MergeFact]) -> dict[int, int]:
    """Each merged thing → the one for which it is taken in the end, by all these facts; roots are left out."""
    leads_to = {fact.from_id: fact.into_id for fact in standing(facts)}
    found = {}
    for key in leads_to:
        root, seen = leads_to[key], {key}
        while root in leads_to and root not in seen:
            seen.add(root)
            root = leads_to[root]
        found[key] = root
    return found


@dataclass(frozen=True)
class Merges:
    """The merges of one kind of things: its table (with ``merged_into_id``) and that of its facts."""

    things: Any
    facts: Any

    @cached_property
    def _keys(self) -> TableClause:
        """The two columns that every page asks for: an alias of the whole class would copy all of its columns."""
        return table(self.things.__tablename__, column("id", BigKey), column("merged_into_id", BigKey))

    def root_of(self, column: Any) -> ColumnElement[int]:
        """SQL: the root now of the thing whose key ``column`` holds; NULL stays NULL."""
        thing = self._keys.alias()
        into = select(thing.c.merged_into_id).where(thing.c.id == column).correlate_except(thing).scalar_subquery()
        return func.coalesce(into, column)

    def root_ids(self, ids: Iterable[int], as_of: datetime | None = None) -> dict[int, int]:
        """Each of these keys → its root now, or as known before the moment ``as_of``."""
        wanted = list(dict.fromkeys(ids))
        if as_of is not None:
            roots = roots_of(self.facts_before(as_of))
            return {key: roots.get(key, key) for key in wanted}
        found = {key: key for key in wanted}
        for some in _portions(wanted):
            query = select(self.things.id, self.things.merged_into_id)
            query = query.where(self.things.id.in_(some), self.things.merged_into_id.is_not(None))
            found |= {row.id: row.merged_into_id for row in session.execute(query)}
        return found

    def group_of(self, key: int) -> tuple[int, ...]:
        """The root of this thing, and after it all that are taken for it now."""
        return self.groups_of([key])[key]

    def groups_of(self, ids: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """By key what ``group_of`` says of each."""
        wanted = list(dict.fromkeys(ids))
        roots = {key: key for key in wanted}
        members: defaultdict[int, list[int]] = defaultdict(list)
        for some in _portions(wanted):
            query = select(self.things.id, self.things.merged_into_id).where(
                self.things.id.in_(self.among(some)), self.things.merged_into_id.is_not(None)
            )
            for row in session.execute(query.order_by(self.things.id)):
                roots[row.id] = row.merged_into_id
                if row.id not in members[row.merged_into_id]:
                    members[row.merged_into_id].append(row.id)
        return {key: (roots[key], *members[roots[key]]) for key in wanted}

    def among(self, ids: Iterable[int]) -> Select[int]:
        """SQL: the keys of these things, of their roots, and of all that are taken for these."""
        asked, thing = self._keys.alias(), self._keys.alias()
        roots = select(func.coalesce(asked.c.merged_into_id, asked.c.id)).where(asked.c.id.in_(ids))
        return select(thing.c.id).where(or_(thing.c.id.in_(roots), thing.c.merged_into_id.in_(roots)))

    def with_merged(self, ids: Iterable[int]) -> set[int]:
        """These keys, those of their roots, and of all that are taken for these; of what is there."""
        portions = _portions(list(dict.fromkeys(ids)))
        return {key for some in portions for key in session.scalars(self.among(some))}

    def facts_before(self, moment: datetime | None = None) -> list[MergeFact]:
        """All that was recorded before ``moment``, in its order."""
        query = select(self.facts.id, self.facts.from_id, self.facts.into_id, self.facts.undoes_id)
        if moment is not None:
            query = query.where(self.facts.recorded_at < moment)
        return [MergeFact(*row) for row in session.execute(query.order_by(self.facts.id))]

    def merge(self, actor: Actor, from_id: int, into_id: int) -> Any:
        """Record that the first one's root is taken for the second one's from now on; gives the row.

        Raises Refused where both are one already.
        """
        self._take_turns()
        roots = self.root_ids([from_id, into_id])
        if roots[from_id] == roots[into_id]:
            raise Refused(ALREADY_ONE)
        return self._append(actor, roots[from_id], roots[into_id])

    def undo(self, actor: Actor, merge: Any) -> Any:
        """Record that a merge is none from now on; gives the row. Raises Refused where somebody did so before."""
        self._take_turns()
        if merge.undoes_id is not None or merge.id not in {fact.id for fact in standing(self.facts_before())}:
            raise Refused(UNDONE_ALREADY)
        return self._append(actor, merge.from_id, merge.into_id, undoes_id=merge.id)

    def _append(self, actor: Actor, from_id: int, into_id: int, undoes_id: int | None = None) -> Any:
        row = self.facts(
            from_id=from_id, into_id=into_id, undoes_id=undoes_id, recorded_at=now(), account_id=actor.account_id
        )
        session.add(row)
        session.flush()
        self.recompute()
        return row

    def recompute(self) -> None:
        """Make ``merged_into_id`` of all things what the facts say."""
        roots = roots_of(self.facts_before())
        merged = set(session.scalars(select(self.things.id).where(self.things.merged_into_id.is_not(None))))
        for some in _portions(sorted(merged | roots.keys())):
            for thing in session.scalars(select(self.things).where(self.things.id.in_(some))):
                if thing.merged_into_id != roots.get(thing.id):
                    thing.merged_into_id = roots.get(thing.id)
        session.flush()

    def _take_turns(self) -> None:
        """Two merges at the same moment could make a ring: the second waits for the first."""
        session.execute(select(self.facts.id).order_by(self.facts.id).limit(1).with_for_update())


def _portions(ids: list[int]) -> Iterable[list[int]]:
    return (ids[start : start + _MOST_BOUND] for start in range(0, len(ids), _MOST_BOUND))
