"""The units in memory, found by folded name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

# Communes that ended before the former era's table, by folded name → the unit that took them over.
# Bắc Kạn's own merger of 2020 put Đông Viên and Rã Bản together as Đồng Thắng (Chợ Đồn).
OLDER_NAMES = {"ra ban": "pre2025:02059", "dong vien": "pre2025:02059"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the gazetteer; ``successors`` are keys of present units (its own for a present one)."""

    id: str
    era: str
    level: str
    kind: str
    key: str
    exact: str
    district_id: str | None
    province_id: str
    successors: tuple[str, ...]


class Gazetteer:
    """Units by key and by folded name."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = {unit.id: unit for unit in units}
        self._named: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in self.units.values():
            self._named[unit.key].append(unit)
        for key, place_id in OLDER_NAMES.items():
            if place_id in self.units:
                self._named[key].append(self.units[place_id])

    def named(self, key: str) -> list[Unit]:
        """Units with this folded name, of all levels and both eras."""
        return self._named.get(key, [])

    def present_province_of(self, unit: Unit) -> str:
        """Key of the province in which the unit's land lies today; no former province was split."""
        return self.units[unit.province_id].successors[0]
