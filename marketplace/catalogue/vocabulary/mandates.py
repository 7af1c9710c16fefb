"""What the one who hands in a list may do with it."""

from dataclasses import dataclass

from marketplace.places.vocabulary import Area, Era, PlaceRef, ResolvedPlace, era_of


@dataclass(frozen=True)
class Mandate:
    """``areas`` None: everywhere (a command, an administrator); else only there, as an officer reviews them.

    ``supplier_id``: a member's list, of what this supplier makes and sells; what is new waits in the queue.
    ``home`` is where a row is that names no place.
    """

    areas: tuple[Area, ...] | None = None
    supplier_id: int | None = None
    home: ResolvedPlace | None = None

    @property
    def state(self) -> str:
        """The state of a product that is entered: a list of an officer or by command counts as moderated."""
        return "published" if self.supplier_id is None else "pending"

    def covers(self, place_id: str | None, legacy_place_id: str | None, province_id: str | None) -> bool:
        """Whether something at these places may be told of."""
        if self.areas is None:
            return True
        return any(area.covers(place_id, legacy_place_id, province_id) for area in self.areas)

    def narrowed(self, place: ResolvedPlace, province_of: dict[str, str]) -> ResolvedPlace:
        """Of several places that are meant, those that lie in the areas; as they were where none does."""
        if self.areas is None or not place.ambiguous:
            return place
        inside = tuple(ref for ref in place.ambiguous if self._has(ref, province_of))
        provinces = {province_of.get(ref.place_id or "") for ref in inside}
        province = provinces.pop() if len(provinces) == 1 else None
        if len(inside) == 1:
            (ref,) = inside
            return ResolvedPlace(place.text, ref.place_id, ref.legacy_place_id, province or place.province_id)
        return ResolvedPlace(place.text, None, self._former_area, province, inside) if inside else place

    @property
    def _former_area(self) -> str | None:
        """What is known of a place that lies somewhere in an officer's only area, where that is a former unit."""
        (area, *others) = self.areas or (None,)
        return area.place_id if area and not others and era_of(area.place_id) == Era.FORMER else None

    def _has(self, ref: PlaceRef, province_of: dict[str, str]) -> bool:
        return self.covers(ref.place_id, ref.legacy_place_id, province_of.get(ref.place_id or ""))


EVERYWHERE = Mandate()
