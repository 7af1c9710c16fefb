"""Words about places: eras, levels, the key of a unit, and the area that an officer looks after."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from marketplace.core.errors import Refused
from marketplace.core.texts import N_, in_english

_KINDS = {
    "xã": "commune",
    "phường": "ward",
    "thị trấn": "township",
    "đặc khu": "special zone",
    "huyện": "district",
    "quận": "urban district",
    "thị xã": "town",
    "thành phố": "city",
    "tỉnh": "province",
}
_PLACE_ID = re.compile(r"(?:(2025|pre2025):)?(\d{2}|\d{3}|\d{5})")


class Era(StrEnum):
    """Before and since 1 July 2025. Codes are used again in the second with another meaning."""

    FORMER = "pre2025"
    PRESENT = "2025"


class Level(StrEnum):
    """What kind of unit; the district level ended with the former era. Codes have 2, 3 and 5 digits."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class PlaceName(NamedTuple):
    """A unit in words: short "xã Quảng Bạch", full "xã Quảng Bạch, tỉnh Thái Nguyên", brief "…, Thái Nguyên"."""

    short: str
    full: str
    brief: str


class PlaceRef(NamedTuple):
    """Where something is, in both eras, as far as each is known."""

    place_id: str | None
    legacy_place_id: str | None

    @property
    def value(self) -> str:
        """How forms and addresses write it: "2025:02038|pre2025:02032"; without a former unit the bar is left out."""
        return "|".join(key for key in self if key)


class PlaceLine(NamedTuple):
    """A place as a page prints it: its present name, and in a second line its former one where that helps."""

    present: str
    former: str | None


@dataclass(frozen=True)
class PlaceChoice:
    """An offer of the place picker: a present commune, found by its own name or by that of the ``former`` one.

    ``made_of`` are the short names of its former communes, where none of them was the one found.
    """

    place_id: str
    legacy_place_id: str | None
    name: PlaceName
    former: PlaceName | None
    made_of: tuple[str, ...]


@dataclass(frozen=True)
class ResolvedPlace:
    """What words about a place meant.

    ``place_id`` is the present commune, ``legacy_place_id`` the former unit that was named (a commune, or a
    district or province where no more was said), ``province_id`` the present province. Where several places
    would fit nothing is guessed: ``ambiguous`` has them all. ``text`` is what was written.
    """

    text: str
    place_id: str | None = None
    legacy_place_id: str | None = None
    province_id: str | None = None
    ambiguous: tuple[PlaceRef, ...] = ()


@dataclass(frozen=True)
class Area:
    """What an officer's grant covers: a place belongs to it when one of its ids is in the set of its kind.

    ``old_communes`` are former communes, with the former districts and province above them that lie wholly in
    the area, since of some things no more is known. ``present_communes`` of a former unit are those that were
    made of its communes alone.
    """

    place_id: str
    name: str
    old_communes: frozenset[str] = field(default_factory=frozenset)
    present_communes: frozenset[str] = field(default_factory=frozenset)
    present_provinces: frozenset[str] = field(default_factory=frozenset)

    def covers(self, place_id: str | None, legacy_place_id: str | None, province_id: str | None) -> bool:
        """Whether something at these places lies in the area."""
        return (
            place_id in self.present_communes
            or legacy_place_id in self.old_communes
            or province_id in self.present_provinces
        )


def named_kind(kind: str, name: str) -> str:
    """A unit with its kind, as the reader's language puts it: "xã Quảng Bạch", "Quảng Bạch commune"."""
    if not in_english():
        return f"{kind} {name}"
    english = _KINDS.get(kind, kind)
    return f"{english} {name}" if name.isdigit() else f"{name} {english}"


def place_id_of(text: str) -> str:
    """Give the key of a unit as addresses and commands name it; a bare code means the present era.

    Raises Refused when it isn't built like one.
    """
    parts = _PLACE_ID.fullmatch(text.strip())
    if not parts:
        raise Refused(N_("“%(text)s” không phải là mã đơn vị hành chính."), text=text)
    return place_key(Era(parts[1] or Era.PRESENT), parts[2])


def place_ref_of(text: str) -> PlaceRef:
    """Read what `PlaceRef.value` writes; nothing is nowhere. Raises Refused when it isn't built like that."""
    if not text.strip():
        return PlaceRef(None, None)
    place_id, _, legacy_place_id = text.partition("|")
    ref = PlaceRef(place_id_of(place_id), place_id_of(legacy_place_id) if legacy_place_id else None)
    if era_of(str(ref.place_id)) != Era.PRESENT or (ref.legacy_place_id and era_of(ref.legacy_place_id) != Era.FORMER):
        raise Refused(N_("“%(text)s” không phải là mã đơn vị hành chính."), text=text)
    return ref


def district_id_of(text: str) -> str:
    """Give the key of a former district; there were none since, so its bare code means the former era.

    Raises Refused when it isn't built like one.
    """
    key = place_id_of(f"{Era.FORMER}:{text.strip().removeprefix(f'{Era.FORMER}:')}")
    if level_of(key) is not Level.DISTRICT:
        raise Refused(N_("“%(text)s” không phải là mã huyện."), text=text)
    return key


def place_key(era: Era, code: str) -> str:
    """Give the key of the unit that has this code in this era."""
    return f"{era}:{code}"


def level_of(place_id: str) -> Level:
    """Give the level of a key, which its digits tell."""
    code = place_id.partition(":")[2]
    return {2: Level.PROVINCE, 3: Level.DISTRICT}.get(len(code), Level.COMMUNE)


def era_of(place_id: str) -> Era:
    """Give the era of a key."""
    return Era(place_id.partition(":")[0])
