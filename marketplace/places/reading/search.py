"""Finds the units that fit all pieces together; where several do, all of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from marketplace.places.reading.gazetteer import Gazetteer, Unit
from marketplace.places.reading.parts import Part
from marketplace.places.vocabulary import Era, Level, PlaceRef, ResolvedPlace


@dataclass(frozen=True, slots=True)
class Meaning:
    """A unit that a piece may mean."""

    part: Part
    unit: Unit

    def is_a(self, level: Level) -> bool:
        """Whether the unit is of this level."""
        return self.unit.level == level

    @property
    def likeness(self) -> tuple[int, int]:
        """Same kind as was written, same accents."""
        return int(self.part.kind == self.unit.kind), int(self.part.exact == self.unit.exact)


class Search:
    """One reading: first the province, then the communes that fit what was said above them, else districts."""

    def __init__(self, gazetteer: Gazetteer, parts: list[list[Part]], prefer_district: str | None) -> None:
        self._gazetteer = gazetteer
        self._prefer_district = prefer_district
        matches = [[found for part in readings for found in self._meanings(part)] for readings in parts]
        last = max((i for i, found in enumerate(matches) if any(m.is_a(Level.PROVINCE) for m in found)), default=None)
        self._provinces = (
            {m.unit.id: m.unit for m in matches[last] if m.is_a(Level.PROVINCE)} if last is not None else {}
        )
        # A province that is named again further left ("(Bắc Kạn)", "Bắc Kạn") doesn't mean its capital.
        self._rest = [found for found in matches[:last] if not any(m.unit.id in self._provinces for m in found)]

    def result(self, text: str) -> ResolvedPlace:
        """What the words mean."""
        units = self._communes() or self._districts()
        if not units and len(self._provinces) == 1:
            units = [unit for unit in self._provinces.values() if unit.era == Era.FORMER]
        if len(units) > 1 and self._prefer_district:
            units = [unit for unit in units if unit.district_id == self._prefer_district] or units
        land = {self._gazetteer.present_province_of(unit) for unit in units or self._provinces.values()}
        province_id = land.pop() if len(land) == 1 else None
        refs = tuple(dict.fromkeys(ref for unit in units for ref in _refs(unit)))
        place_ids = {ref.place_id for ref in refs}
        legacy_id = units[0].id if len(units) == 1 and units[0].era == Era.FORMER else None
        if len(place_ids) == 1 and (len(units) == 1 or None not in place_ids):
            return ResolvedPlace(text, place_ids.pop(), legacy_id, province_id)
        return ResolvedPlace(text, None, legacy_id, province_id, refs)

    def _meanings(self, part: Part) -> Iterator[Meaning]:
        for unit in self._gazetteer.named(part.key):
            if part.can_mean(unit):
                yield Meaning(part, unit)

    def _strength(self, unit: Unit) -> int:
        """2 in a province that was named, 1 in one that has become part of it, 0 outside; 2 if none was named."""
        if not self._provinces or unit.province_id in self._provinces:
            return 2
        return int(self._gazetteer.present_province_of(unit) in self._provinces)

    def _communes(self) -> list[Unit]:
        scored: list[tuple[tuple[int, ...], Meaning]] = []
        for number, found in enumerate(self._rest):
            above = [m for later in self._rest[number + 1 :] for m in later if m.is_a(Level.DISTRICT)]
            above = [m for m in above if self._strength(m.unit)]
            for meaning in found:
                inside = any(m.unit.id == meaning.unit.district_id for m in above)
                contradicted = not inside and any(m.part.levels == {Level.DISTRICT} for m in above)
                strength = self._strength(meaning.unit)
                if meaning.is_a(Level.COMMUNE) and strength and not contradicted:
                    scored.append(((inside, strength, *meaning.likeness, number), meaning))
        best = _best(scored)
        if scored and not max(scored, key=_score)[0][0]:  # no district was named: a bare name could mean one itself
            best += [m for part in {m.part for m in best} for m in self._meanings(part) if self._is_rival(m, best[0])]
        return _units(best)

    def _is_rival(self, meaning: Meaning, best: Meaning) -> bool:
        """Whether a district of this name lies as well in the province that was named ("Chợ Đồn")."""
        return meaning.is_a(Level.DISTRICT) and self._strength(meaning.unit) == self._strength(best.unit)

    def _districts(self) -> list[Unit]:
        scored: list[tuple[tuple[int, ...], Meaning]] = [
            ((number, self._strength(meaning.unit), *meaning.likeness), meaning)
            for number, found in enumerate(self._rest)
            for meaning in found
            if meaning.is_a(Level.DISTRICT) and self._strength(meaning.unit)
        ]
        return _units(_best(scored))


def _score(scored: tuple[tuple[int, ...], Meaning]) -> tuple[int, ...]:
    return scored[0]


def _best(scored: list[tuple[tuple[int, ...], Meaning]]) -> list[Meaning]:
    """Meanings with the highest score."""
    highest = max(map(_score, scored), default=())
    return [meaning for score, meaning in scored if score == highest]


def _units(meanings: list[Meaning]) -> list[Unit]:
    """Units that are meant, each once."""
    return list({meaning.unit.id: meaning.unit for meaning in meanings}.values())


def _refs(unit: Unit) -> list[PlaceRef]:
    if unit.era == Era.PRESENT:
        return [PlaceRef(unit.id, None)]
    if unit.level == Level.PROVINCE or not unit.successors:
        return [PlaceRef(None, unit.id)]
    return [PlaceRef(key, unit.id) for key in unit.successors]
