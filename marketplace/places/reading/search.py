"""Finds the unit that explains what all mentions say together; where several do, all of them.

A unit explains a mention that may name it, what lies above it, or what its land is called in the other era. A unit
that leaves a contradicting mention unexplained is never the answer, for a wrong place is worse than a question.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from marketplace.places.reading.gazetteer import Gazetteer, Unit
from marketplace.places.reading.mentions import Meaning, Mention
from marketplace.places.vocabulary import Era, Level, PlaceRef, ResolvedPlace

_COMMUNE = frozenset({Level.COMMUNE})


class Explanation(NamedTuple):
    """What a unit, which a mention at some place may mean, explains of the text.

    ``taken``: the mentions beside its own that name what is around it, and what they name. ``in_district``,
    ``in_province``: its own former district, the province of its own era are among them.
    """

    meaning: Meaning
    mention: Mention
    place: int
    taken: dict[int, str]
    in_district: bool
    in_province: bool

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.meaning.unit

    @property
    def same_accents(self) -> bool:
        """Whether the unit is spelt as was written."""
        return self.meaning.same_accents

    @property
    def is_expected(self) -> bool:
        """Whether the unit is of the level that the column is for."""
        return self.meaning.is_expected

    @property
    def named_successors(self) -> frozenset[str]:
        """Present units that took the unit over and are named beside it."""
        return frozenset(self.unit.successors).intersection(self.taken.values())

    def is_a(self, level: Level) -> bool:
        """Whether the unit is of this level."""
        return self.unit.level == level

    @property
    def is_former(self) -> bool:
        """Whether the unit is of the former era."""
        return self.unit.era == Era.FORMER


class Search:
    """One reading of a row of mentions."""

    def __init__(self, gazetteer: Gazetteer, mentions: Sequence[Mention], prefer_district: str | None) -> None:
        self._gazetteer = gazetteer
        self._prefer_district = prefer_district
        self._mentions = _without_repeated_provinces(mentions)
        self._says_commune = any(mention.kind_levels == _COMMUNE for mention in self._mentions)

    def result(self, text: str) -> ResolvedPlace:
        """What the words mean."""
        found = self._best()
        units = list({explanation.unit.id: explanation.unit for explanation in found}.values())
        if len(units) > 1 and self._prefer_district:
            units = [unit for unit in units if unit.district_id == self._prefer_district] or units
        land = {self._gazetteer.present_province_of(unit) for unit in units}
        province_id = land.pop() if len(land) == 1 else None
        if all(unit.level == Level.PROVINCE for unit in units):
            return self._province(text, units, province_id)
        named = frozenset[str]().union(*(explanation.named_successors for explanation in found))
        refs = tuple(dict.fromkeys(ref for unit in units for ref in _refs(unit, named)))
        place_ids = {ref.place_id for ref in refs}
        legacy_id = units[0].id if len(units) == 1 and units[0].era == Era.FORMER else None
        if len(place_ids) == 1 and (len(units) == 1 or None not in place_ids):
            return ResolvedPlace(text, place_ids.pop(), legacy_id, province_id)
        return ResolvedPlace(text, None, legacy_id, province_id, refs)

    def _province(self, text: str, units: list[Unit], province_id: str | None) -> ResolvedPlace:
        """A province alone; the former one is kept where its name ended with it."""
        former = units[0] if len(units) == 1 and units[0].era == Era.FORMER else None
        if former and self._gazetteer.units[self._gazetteer.present_province_of(former)].key == former.key:
            former = None
        return ResolvedPlace(text, None, former.id if former else None, province_id)

    def _best(self) -> list[Explanation]:
        # "Thạnh Hóa" is not the province Thanh Hóa.
        best = _only(self._explaining_most(), lambda one: one.same_accents)
        provinces = [one for one in best if one.is_a(Level.PROVINCE)]
        if provinces and (provinces[0].is_expected or not any(one.is_expected for one in best)):
            return provinces
        communes = _best_of([one for one in best if one.is_a(Level.COMMUNE)])
        districts = _best_of([one for one in best if one.is_a(Level.DISTRICT)])
        return _rivals(communes, districts) if communes and districts else communes or districts

    def _explaining_most(self) -> list[Explanation]:
        """Units that explain most mentions, of those that nothing contradicts."""
        by_count: defaultdict[int, list[Explanation]] = defaultdict(list)
        for place, mention in enumerate(self._mentions):
            if not mention.only_supports:
                others = [(number, other) for number, other in enumerate(self._mentions) if number != place]
                for meaning in mention.meanings:
                    one = self._explanation(place, others, mention, meaning)
                    by_count[len(one.taken)].append(one)
        for count in sorted(by_count, reverse=True):
            if kept := [one for one in by_count[count] if not self._is_contradicted(one)]:
                return kept
        return []

    def _explanation(
        self, place: int, others: list[tuple[int, Mention]], mention: Mention, meaning: Meaning
    ) -> Explanation:
        unit, around = meaning.unit, self._gazetteer.around(meaning.unit)
        taken: dict[int, str] = {}
        province = _take(others, taken, around.province) if unit.level != Level.PROVINCE else None
        district = _take(others, taken, around.district) if unit.level == Level.COMMUNE else None
        for key in around.other_era:
            _take(others, taken, key)
        return Explanation(
            meaning,
            mention,
            place,
            taken,
            in_district=district is not None and Level.PROVINCE not in district.levels,
            in_province=province is not None,
        )

    def _is_contradicted(self, one: Explanation) -> bool:
        """Whether something was written that can't be if this unit is meant."""
        if one.is_a(Level.COMMUNE) and self._says_commune and one.mention.kind_levels != _COMMUNE:
            return True
        if one.meaning.is_faint and not one.taken:
            return True
        around = self._gazetteer.around(one.unit)
        explained = {one.unit.id, around.province, around.district, *around.other_era}
        rising = not one.taken or max(one.taken) > one.place
        return any(
            _contradicts(other, one, is_above=(number > one.place) == rising)
            for number, other in enumerate(self._mentions)
            if number != one.place and other.meanings and not other.only_supports and other.ids.isdisjoint(explained)
        )


def _without_repeated_provinces(mentions: Sequence[Mention]) -> list[Mention]:
    """A province that is named again further left ("(Bắc Kạn)", "Bắc Kạn") doesn't mean its capital."""
    kept: list[Mention] = []
    for number, mention in enumerate(mentions):
        provinces = {one.unit.id for one in mention.meanings if one.unit.level == Level.PROVINCE}
        again = any(not other.only_supports and provinces & other.ids for other in mentions[number + 1 :])
        if not (provinces and again and not mention.kind_levels):
            kept.append(mention)
    return kept


def _take(others: list[tuple[int, Mention]], taken: dict[int, str], key: str | None) -> Mention | None:
    """Find a mention that may name this unit and explains nothing else yet."""
    for number, other in others:
        if key and number not in taken and key in other.ids:
            taken[number] = key
            return other
    return None


def _contradicts(other: Mention, one: Explanation, *, is_above: bool) -> bool:
    """Whether a mention that the unit doesn't explain speaks against it; ``is_above``: where larger units stand."""
    if other.kind_levels:
        # A kind was written: "xã A, huyện B" is never A of another district, but B may well be meant without A.
        return one.is_a(Level.COMMUNE) or not other.kind_levels <= _COMMUNE
    if one.is_a(Level.PROVINCE):
        return Level.PROVINCE in other.levels
    if is_above:
        return not (other.levels <= _COMMUNE and (one.mention.kind_levels or one.is_a(Level.DISTRICT)))
    return not one.taken and Level.PROVINCE in other.levels


def _best_of(explanations: list[Explanation]) -> list[Explanation]:
    """Of units of one level those that fit best; more than one where it can't be said which is meant.

    A former name with its former district means the former unit. A present name with its present province means that
    one, whatever else once was called so there, unless only the others are of the kind that was written. But a former
    name with a province that kept its name may be meant with either extent of the province.
    """
    found = _only(explanations, lambda one: one.in_district)
    same_kind = [one for one in found if one.meaning.same_kind]
    today = [one for one in found if one.in_province and not one.is_former]
    if today and same_kind and not any(one.in_province for one in same_kind):
        return _only([*today, *same_kind], lambda one: one.same_accents)
    if today:
        found = [one for one in found if one.in_province]
    elif any(one.in_province for one in found):
        found = [one for one in found if one.in_province or one.is_former]
    found = _only(found, lambda one: one.meaning.same_kind)
    return _only(found, lambda one: one.same_accents)


def _rivals(communes: list[Explanation], districts: list[Explanation]) -> list[Explanation]:
    """A bare name may mean a commune or the former district ("Chợ Đồn"): ask, unless one of them fits better."""
    if districts[0].in_province and not communes[0].in_province:  # the commune's own province is another today
        return districts
    return _only([*communes, *districts], lambda one: one.is_expected)


def _only(explanations: list[Explanation], fits: Callable[[Explanation], bool]) -> list[Explanation]:
    """Those that fit, if any does; else all."""
    return [one for one in explanations if fits(one)] or explanations


def _refs(unit: Unit, named: frozenset[str]) -> list[PlaceRef]:
    """Where the unit lies today; of several successors those that were named, if any was."""
    if unit.era == Era.PRESENT:
        return [PlaceRef(unit.id, None)]
    if unit.level == Level.PROVINCE or not unit.successors:
        return [PlaceRef(None, unit.id)]
    chosen = [key for key in unit.successors if key in named] or unit.successors
    return [PlaceRef(key, unit.id) for key in chosen]
