"""Understands a place given in the columns of a list, or as an address in one line."""

from marketplace.core.text import normalise
from marketplace.places.reading.gazetteer import Gazetteer
from marketplace.places.reading.parts import ANY_LEVEL, SEPARATORS, Part, any_level, read_pieces
from marketplace.places.reading.search import Search
from marketplace.places.vocabulary import Level, ResolvedPlace


def resolve_place(
    gazetteer: Gazetteer, commune: str, district: str = "", province: str = "", prefer_district: str | None = None
) -> ResolvedPlace:
    """Understand a place given in columns; brackets and commas inside a column may say more.

    ``prefer_district`` is the key of a former district that decides between several communes of one name.
    """
    parts: list[list[Part]] = []
    columns: tuple[tuple[str, Level], ...] = (
        (commune, Level.COMMUNE),
        (district, Level.DISTRICT),
        (province, Level.PROVINCE),
    )
    for column, level in columns:
        for number, piece in enumerate(SEPARATORS.split(column)):
            expected = frozenset({level}) if number == 0 else ANY_LEVEL
            parts += read_pieces(piece, expected)
    text = ", ".join(filter(None, map(normalise, (commune, district, province))))
    found = Search(gazetteer, parts, prefer_district).result(text)
    if not commune.strip() or not _knows_only_province(gazetteer, found):
        return found
    # Somebody wrote a district into the column of communes.
    return Search(gazetteer, [any_level(readings) for readings in parts], prefer_district).result(text)


def read_address(gazetteer: Gazetteer, text: str, prefer_district: str | None = None) -> ResolvedPlace:
    """Understand an address in one line, smaller units first: "Thôn 2, xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn"."""
    parts = [readings for piece in SEPARATORS.split(text) for readings in read_pieces(piece, ANY_LEVEL)]
    return Search(gazetteer, parts, prefer_district).result(normalise(text))


def _knows_only_province(gazetteer: Gazetteer, found: ResolvedPlace) -> bool:
    if found.place_id or found.ambiguous:
        return False
    return found.legacy_place_id is None or gazetteer.units[found.legacy_place_id].level == Level.PROVINCE
