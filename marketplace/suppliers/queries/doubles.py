"""Suppliers that are probably one: with what somebody types just now, and among those of a province.

Candidates are found by indexed columns (tax code, phone, province, beginning of the name) and weighed in memory.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, select

from marketplace.core.db import session
from marketplace.places.models import Place
from marketplace.suppliers.models import DistinctPair, Supplier
from marketplace.suppliers.queries.organisations import PUBLIC_STATES, supplier_labels
from marketplace.suppliers.vocabulary import SupplierLabel
from marketplace.suppliers.vocabulary.likeness import PROBABLE, Traits, Why, likeness_of, own_words

_LISTED = ("applied", "unclaimed", "claimed", "suspended")
_MOST_CANDIDATES = 4000
_LARGEST_BLOCK = 60  # a word that more suppliers of a province share tells them not apart
_BEGINNING = 4  # letters

_COLUMNS = (
    Supplier.id,
    Supplier.name,
    Supplier.kind,
    Supplier.place_id,
    Supplier.legacy_place_id,
    Supplier.province_id,
    Supplier.phone,
    Supplier.tax_code,
    Supplier.state,
)


@dataclass(frozen=True)
class Double:
    """A supplier that is probably the same as one that was asked about."""

    supplier: SupplierLabel
    why: Why
    likeness: float
    is_public: bool = True


@dataclass(frozen=True)
class DoublePair:
    """Two suppliers that are probably one; ``first_id`` < ``second_id``."""

    first_id: int
    second_id: int
    why: Why
    likeness: float


def probable_doubles(asked: Traits, limit: int = 5, apart_from: int | None = None) -> list[Double]:
    """The suppliers that are probably what is ``asked`` about, most probable first; merged ones are left out."""
    rows = session.execute(select(*_COLUMNS).where(_standing(), _candidate(asked)).limit(_MOST_CANDIDATES)).all()
    others = {row.id: _traits(row) for row in rows if row.id != apart_from}
    found = _weighed(asked, others)
    best = sorted(found, key=lambda key: (-found[key][0], key))[:limit]
    labels = supplier_labels(best)
    public = {row.id for row in rows if row.state in PUBLIC_STATES}
    return [Double(labels[key], found[key][1], found[key][0], key in public) for key in best]


def double_pairs(province_id: str | None, within: ColumnElement[bool]) -> list[DoublePair]:
    """Pairs among the suppliers of a province (None: of those whose province isn't known), most probable first.

    Those that somebody said to be two are left out, and merged ones are.
    """
    here = Supplier.province_id == province_id if province_id else Supplier.province_id.is_(None)
    rows = session.execute(select(*_COLUMNS).where(_standing(), here, within)).all()
    traits = _with_places({row.id: _traits(row) for row in rows})
    told_apart = distinct_pairs("supplier")
    pairs = []
    for first, second in sorted(_met(traits)):
        score, why = likeness_of(traits[first], traits[second])
        if score >= PROBABLE and (first, second) not in told_apart:
            pairs.append(DoublePair(first, second, why, score))
    return sorted(pairs, key=lambda pair: (-pair.likeness, pair.first_id, pair.second_id))


def distinct_pairs(subject: str) -> set[tuple[int, int]]:
    """(first, second) of all of which an officer said that they are two."""
    query = select(DistinctPair.first_id, DistinctPair.second_id).where(DistinctPair.subject == subject)
    return {(row.first_id, row.second_id) for row in session.execute(query)}


def _traits(row: Row[*tuple[Any, ...]]) -> Traits:
    _key, *columns, _state = row
    return Traits(*columns)


def _standing() -> ColumnElement[bool]:
    return and_(Supplier.merged_into_id.is_(None), Supplier.state.in_(_LISTED))


def _candidate(asked: Traits) -> ColumnElement[bool]:
    """Condition: worth weighing. Where the province isn't known, by how the names begin."""
    ways: list[ColumnElement[bool]] = []
    if asked.tax_code:
        ways.append(Supplier.tax_code == asked.tax_code)
    if asked.phone:
        ways.append(Supplier.phone == asked.phone)
    if asked.province_id:
        ways.append(Supplier.province_id == asked.province_id)
        beginning = Supplier.province_id.is_(None) & _begins(asked)
        ways.append(beginning)
    else:
        ways.append(_begins(asked))
    return or_(*ways)


def _begins(asked: Traits) -> ColumnElement[bool]:
    words = own_words(asked.name)
    starts = {word[:_BEGINNING] for word in words[:3]} - {""}
    return or_(*(Supplier.match_key.between(start, start + "\uffff") for start in sorted(starts)))


def _weighed(asked: Traits, others: dict[int, Traits]) -> dict[int, tuple[float, Why]]:
    """Those that are probable; names of places are read only for the few whose names hold one another."""
    near = {key: other for key, other in others.items() if _may_be_one(asked, other)}
    said = _with_places({0: asked, **near})
    weighed = {key: likeness_of(said[0], said[key]) for key in near}
    return {key: weight for key, weight in weighed.items() if weight[0] >= PROBABLE}


def _may_be_one(asked: Traits, other: Traits) -> bool:
    """A quick look: they share a number, a word, or a beginning or end."""
    if (asked.phone and asked.phone == other.phone) or (asked.tax_code and asked.tax_code == other.tax_code):
        return True
    return not _keys_of(asked).isdisjoint(_keys_of(other))


def _keys_of(traits: Traits) -> set[str]:
    """By which suppliers of a province meet: their own words, and how the whole begins and ends, spaces aside."""
    words = own_words(traits.name)
    whole = "".join(words)
    return {*words, f"^{whole[:_BEGINNING]}", f"{whole[-_BEGINNING:]}$"}


def _met(traits: dict[int, Traits]) -> set[tuple[int, int]]:
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for key, one in traits.items():
        numbers = {f"+{one.phone}"} if one.phone else set()
        codes = {f"#{one.tax_code}"} if one.tax_code else set()
        for word in _keys_of(one) | numbers | codes:
            blocks[word].append(key)
    return {pair for keys in blocks.values() if len(keys) <= _LARGEST_BLOCK for pair in combinations(sorted(keys), 2)}


def _with_places(traits: dict[int, Traits]) -> dict[int, Traits]:
    """With the folded words of their places, from the commune up to the province."""
    wanted = {key for one in traits.values() for key in (one.place_id, one.legacy_place_id, one.province_id) if key}
    words = _path_words(sorted(wanted))
    return {key: replace(one, said=_said(one, words)) for key, one in traits.items()}


def _said(one: Traits, words: dict[str, frozenset[str]]) -> frozenset[str]:
    places = (one.place_id, one.legacy_place_id, one.province_id)
    return frozenset[str]().union(*(words.get(place or "", frozenset()) for place in places))


def _path_words(place_ids: Sequence[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for start in range(0, len(place_ids), 500):  # bound values have a limit
        some = place_ids[start : start + 500]
        query = select(Place.id, Place.path_key).where(Place.id.in_(some))
        found.update({row.id: frozenset(row.path_key.split()) for row in session.execute(query)})
    return found
