"""What the place picker offers while one types, with or without accents, in names of either era."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, case, func, select

from marketplace.core.db import session
from marketplace.core.text import exact_key, fold, sort_key
from marketplace.places.models import Place, PlaceSuccession
from marketplace.places.queries.gazetteers import read_address
from marketplace.places.queries.names import display_names
from marketplace.places.vocabulary import Era, Level, PlaceChoice, PlaceRef

_MOST_LOOKED_AT = 400
_MOST_WORDS = 12


def search_places(text: str, limit: int = 8, near: str | None = None) -> list[PlaceChoice]:
    """Present communes that these words mean, best first; a former commune brings those that took it over.

    First what the words mean as an address ("P.5 Q.3 TPHCM"), then names that begin so, last communes of which only
    the name occurs among the words ("Chợ Đồn" in "tan lap cho don"). Of all these the ones in the present province
    ``near`` come first.
    """
    key = fold(text)
    if not key:
        return []
    found = sorted(_matching(key), key=lambda unit: _rank(unit, key, exact_key(text)))
    refs = list(dict.fromkeys([*_understood(text), *_refs(found)]))
    if len(refs) < limit:
        taken = {place_id for place_id, _ in refs}
        provinces = _present_provinces(refs[0][0]) if refs else set()
        mentioned = [unit for unit in _mentioned(key) if unit.id not in taken]
        mentioned.sort(key=lambda unit: (unit.province_id not in provinces, unit.id))
        refs += [(unit.id, None) for unit in mentioned]
    if near:
        inside = _inside(near, [place_id for place_id, _ in refs])
        refs.sort(key=lambda ref: ref[0] not in inside)
    return place_choices([PlaceRef(*ref) for ref in refs[:limit]])


def place_choices(refs: Iterable[PlaceRef]) -> list[PlaceChoice]:
    """These communes as the picker offers them, however many, in two queries; what isn't one is left out."""
    pairs = [(ref.place_id, ref.legacy_place_id) for ref in refs if ref.place_id]
    made_of = _made_of({new_id for new_id, old_id in pairs if not old_id})
    keys = {key for pair in pairs for key in pair if key}
    names = display_names(keys.union(*made_of.values()))
    return [
        PlaceChoice(
            place_id=new_id,
            legacy_place_id=old_id,
            name=names[new_id],
            former=names[old_id] if old_id else None,
            made_of=tuple(names[key].short for key in made_of[new_id]),
        )
        for new_id, old_id in pairs
        if new_id in names and (old_id is None or old_id in names)
    ]


def is_choice(ref: PlaceRef) -> bool:
    """Whether the picker could have offered this: a present commune, alone or with a former one that went into it."""
    unit = session.get(Place, ref.place_id) if ref.place_id else None
    if unit is None or unit.era != Era.PRESENT or unit.level != Level.COMMUNE:
        return False
    return ref.legacy_place_id is None or session.get(PlaceSuccession, (ref.legacy_place_id, unit.id)) is not None


def _understood(text: str) -> list[tuple[str, str | None]]:
    """Communes that the words mean when they are read as an address."""
    read = read_address(text)
    refs = read.ambiguous or (PlaceRef(read.place_id, read.legacy_place_id),)
    return [(ref.place_id, ref.legacy_place_id) for ref in refs if ref.place_id]


def _matching(key: str) -> list[Place]:
    """Communes whose path has every word of the key; the last may still be growing."""
    *whole, last = key.split()[:_MOST_WORDS]
    words: list[ColumnElement[bool]] = [Place.path_key.like(f"% {word} %") for word in whole]
    words.append(Place.path_key.like(f"% {last}%"))
    first = whole[0] if whole else last
    return list(
        session.scalars(
            select(Place)
            .where(Place.level == Level.COMMUNE, and_(*words))
            .order_by(case((Place.name_key.like(f"{first}%"), 0), else_=1), func.length(Place.name_key), Place.id)
            .limit(_MOST_LOOKED_AT)
        )
    )


def _mentioned(key: str) -> list[Place]:
    """Present communes whose whole name stands among the words."""
    words = key.split()[:_MOST_WORDS]
    runs = {" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)}
    return list(
        session.scalars(
            select(Place).where(Place.era == Era.PRESENT, Place.level == Level.COMMUNE, Place.name_key.in_(runs))
        )
    )


def _rank(unit: Place, key: str, exact: str) -> tuple[object, ...]:
    said = key.removeprefix(f"{fold(unit.kind)} ")
    growing = f" {key.split()[-1]} " not in unit.path_key
    other_accents = exact != key and not _agrees(exact_key(unit.name), exact.removeprefix(f"{unit.kind} "))
    era_and_name = unit.era != Era.PRESENT, sort_key(unit.name), unit.id
    return _likeness(unit.name_key, said), growing, other_accents, *era_and_name


def _agrees(name: str, said: str) -> bool:
    return name.startswith(said) or f"{said} ".startswith(f"{name} ")


def _likeness(name: str, said: str) -> int:
    """0 for the whole name (perhaps with what lies above it), 1 for its beginning, 2 when other words were meant."""
    if f"{said} ".startswith(f"{name} "):
        return 0
    return 1 if name.startswith(said) else 2


def _refs(units: Iterable[Place]) -> list[tuple[str, str | None]]:
    """Present key and, where a former commune was found, its key; each once."""
    units = list(units)
    successors: defaultdict[str, list[str]] = defaultdict(list)
    for old_id, new_id in session.execute(
        select(PlaceSuccession.old_id, PlaceSuccession.new_id)
        .where(PlaceSuccession.old_id.in_([unit.id for unit in units]))
        .order_by(PlaceSuccession.new_id)
    ):
        successors[old_id].append(new_id)
    refs: dict[tuple[str, str | None], None] = {}
    for unit in units:
        if unit.era == Era.PRESENT:
            refs[unit.id, None] = None
        else:
            refs |= {(new_id, unit.id): None for new_id in successors[unit.id]}
    return list(refs)


def _inside(province_id: str, place_ids: list[str]) -> set[str]:
    inside = select(Place.id).where(Place.id.in_(set(place_ids)), Place.province_id == province_id)
    return set(session.scalars(inside))


def _present_provinces(place_id: str) -> set[str]:
    unit = session.get(Place, place_id)
    return {unit.province_id} if unit else set()


def _made_of(place_ids: set[str]) -> defaultdict[str, list[str]]:
    """Former communes of each present one, a town first."""
    made_of: defaultdict[str, list[str]] = defaultdict(list)
    for new_id, old_id in session.execute(
        select(PlaceSuccession.new_id, Place.id)
        .join(Place, Place.id == PlaceSuccession.old_id)
        .where(PlaceSuccession.new_id.in_(place_ids))
        .order_by(case((Place.kind == "thị trấn", 0), else_=1), Place.id)
    ):
        made_of[new_id].append(old_id)
    return made_of
