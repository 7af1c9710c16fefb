"""The units in memory, found by folded name, and what else a text may say of the same land."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from marketplace.places.vocabulary import Era, Level

# Communes that ended before the former era's table, by folded name → the unit that took them over.
# Bắc Kạn's own merger of 2020 put Đông Viên and Rã Bản together as Đồng Thắng (Chợ Đồn).
OLDER_NAMES = {"ra ban": "pre2025:02059", "dong vien": "pre2025:02059"}

# Ways to write a province or town that folding alone doesn't bring together.
ALIASES = {
    "hcm": "ho chi minh",
    "hcmc": "ho chi minh",
    "ho chi minh city": "ho chi minh",
    "sai gon": "ho chi minh",
    "sg": "ho chi minh",
    "ha noi city": "ha noi",
    "ha tay": "ha noi",  # part of it since 2008
    "thua thien hue": "hue",
    "thua thien": "hue",
    "tt hue": "hue",
    "t t hue": "hue",
    "tth": "hue",
    "brvt": "ba ria vung tau",
    "br vt": "ba ria vung tau",
    "ban me thuot": "buon ma thuot",
    "buon me thuot": "buon ma thuot",
    "phan rang": "phan rang thap cham",
}
DASHED = (("thua thien", "hue"), ("tt", "hue"), ("br", "vt"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the gazetteer; ``successors`` are keys of present units (its own for a present one).

    ``key`` is the folded name, ``exact`` the one with accents, both without signs; ``ends`` are the folded parts of
    a name that is written with a dash.
    """

    id: str
    era: str
    level: str
    kind: str
    key: str
    exact: str
    ends: tuple[str, ...]
    district_id: str | None
    province_id: str
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What may stand beside a unit's name and means the same land.

    ``province`` and ``district`` are those of its own era, ``other_era`` what the land belongs to in the other one:
    of a former unit its successors and today's province; of a present one the former districts and provinces of
    what it was made of.
    """

    province: str
    district: str | None
    other_era: tuple[str, ...]


class Gazetteer:
    """Units by key and by folded name."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = {unit.id: unit for unit in units}
        self._named: defaultdict[str, list[Unit]] = defaultdict(list)
        self._loosely_named: defaultdict[str, list[Unit]] = defaultdict(list)
        self._initials: defaultdict[str, list[Unit]] = defaultdict(list)
        self._made_of: defaultdict[str, list[Unit]] = defaultdict(list)
        self._dashed: set[tuple[str, ...]] = set(DASHED)
        for unit in self.units.values():
            self._named[unit.key].append(unit)
            self._loosely_named[_loose(unit.key)].append(unit)
            if len(unit.ends) > 1:
                self._dashed.add(unit.ends)
            if unit.level == Level.PROVINCE:
                if " " in unit.key:
                    self._named[unit.key.replace(" ", "")].append(unit)
                self._initials["".join(word[0] for word in unit.key.split())].append(unit)
            if unit.era == Era.FORMER:
                for new_id in unit.successors:
                    self._made_of[new_id].append(unit)
        for key, place_id in OLDER_NAMES.items():
            if place_id in self.units:
                self._named[key].append(self.units[place_id])
        self._around: dict[str, Around] = {}

    def named(self, key: str) -> list[Unit]:
        """Units with this folded name, of all levels and both eras; "dac lac", "cu mgar" find their spellings too."""
        found = self._named.get(key, [])
        if key in ALIASES:
            return [*found, *self._named.get(ALIASES[key], ())]
        return found or self._loosely_named.get(_loose(key), [])

    def is_dashed(self, left: str, right: str) -> bool:
        """Whether folded words around a dash are one name: "ba ria", "vung tau"."""
        return (left, right) in self._dashed

    def provinces_with_initials(self, letters: str) -> list[Unit]:
        """Provinces that people write by their first letters: "bk"; several for "hn"."""
        return self._initials.get(letters, [])

    def around(self, unit: Unit) -> Around:
        """What else a text may say of this unit."""
        known = self._around.get(unit.id)
        if known is None:
            known = self._around[unit.id] = Around(unit.province_id, unit.district_id, self._other_era(unit))
        return known

    def present_province_of(self, unit: Unit) -> str:
        """Key of the province in which the unit's land lies today; no former province was split."""
        return self.units[unit.province_id].successors[0]

    def _other_era(self, unit: Unit) -> tuple[str, ...]:
        if unit.era == Era.FORMER:
            return (self.present_province_of(unit), *unit.successors)
        if unit.level == Level.PROVINCE:
            return ()
        provinces = {old.province_id for old in self._made_of[unit.id]}
        districts = {old.district_id for old in self._made_of[unit.id] if old.district_id}
        return (*sorted(provinces), *sorted(districts))


def _loose(key: str) -> str:
    """A key in which the many spellings of upland names meet: k for c, a lone letter joined to the next word.

    Words of Vietnamese keep apart: there k and c never stand before the same vowel.
    """
    words: list[str] = []
    for word in key.replace("ch", "7").replace("c", "k").replace("7", "ch").split():
        if words and len(words[-1]) == 1 and not words[-1].isdigit():
            words[-1] += word
        else:
            words.append(word)
    return " ".join(words)
