"""For which pack a row's price is: said by a column of its own, by the price, by the unit, or in the product's name."""

from marketplace.catalogue.imports.rows import ImportedRow
from marketplace.catalogue.vocabulary import NewPack
from marketplace.core.text import TextRefused, find_unit, format_grams, pack_in, parse_pack
from marketplace.core.text.units import CONTAINERS, GRAMS

WHOLE = "sản phẩm"  # the pack of a price of which nobody says what for
NO_BREAK = "\u00a0"
_LONGEST = 60  # the room of a label


def pack_of(row: ImportedRow) -> NewPack:
    """The size: of its own column, else of what the price is for ("45k/kg"), of the unit's column, of the name."""
    if row.get("pack"):
        return _of_column(row, row.get("pack"))
    price = row.get("price")
    word = (price and price.per) or row.get("unit") or ""
    unit = find_unit(word)
    if unit in GRAMS:
        return NewPack(f"1 {unit}", GRAMS[unit])
    sized = None if unit else _read(word)  # "gói 500g", or a word that says nothing of a size
    return (
        sized or _size_in(row.get("name"), unit) or _with_net(unit, row) or NewPack((unit or word)[:_LONGEST] or WHOLE)
    )


def _of_column(row: ImportedRow, written: str) -> NewPack:
    """What names only the vessel ("1 hộp") is completed by the net weight, what names only a size by the unit."""
    unit = find_unit(row.get("unit") or "")
    vessel = unit if unit in CONTAINERS else None
    try:
        found = parse_pack(written)
    except TextRefused:  # "khác", "loại to"
        return _with_net(vessel, row) or NewPack(written[:_LONGEST])
    if not (found.grams or found.millilitres):
        return _with_net(found.container or _counted(found.label), row) or NewPack(found.label[:_LONGEST])
    if vessel and found.container is None and found.count is None:
        return NewPack(f"{vessel} {found.label}"[:_LONGEST], found.grams)
    return NewPack(found.label[:_LONGEST], found.grams)


def _counted(label: str) -> str | None:
    """The "hộp" of "1 hộp"."""
    return find_unit(label.removeprefix("1 "))


def _with_net(vessel: str | None, row: ImportedRow) -> NewPack | None:
    return _size_in(row.get("net"), vessel) if row.get("net") else None


def _read(text: str) -> NewPack | None:
    try:
        found = parse_pack(text)
    except TextRefused:
        return None
    return NewPack(found.label[:_LONGEST], found.grams)


def _size_in(text: str, unit: str | None) -> NewPack | None:
    """The size in a product's name: "Bún khô 500g" sold by the "gói" → "gói 500 g"."""
    try:
        found = parse_pack(pack_in(text).casefold())
    except TextRefused:
        return None
    if not (found.grams or found.millilitres):
        return NewPack(found.label[:_LONGEST])
    size = format_grams(found.grams) if found.grams else f"{found.millilitres}{NO_BREAK}ml"
    return NewPack(" ".join(filter(None, (unit or found.container, size))), found.grams)
