"""Where a row is: by its columns, by its address, by both together, else where the one who hands it in is at home."""

from collections.abc import Iterator
from dataclasses import replace

from marketplace.catalogue.imports.columns import SYNONYMS
from marketplace.catalogue.imports.rows import ImportedRow, Problem
from marketplace.catalogue.vocabulary.mandates import Mandate
from marketplace.core.text import fold
from marketplace.core.texts import N_
from marketplace.places.queries import province_ids, read_address, resolve_place
from marketplace.places.vocabulary import ResolvedPlace

PLACE_ASKS = N_("“%(place)s” có thể là %(count)s nơi: xin ghi thêm huyện, tỉnh, hoặc chọn xã ở trang của chủ thể.")
PLACE_UNKNOWN = N_("Chưa nhận ra nơi “%(place)s” nên giữ nguyên chữ.")
OTHER_ADDRESS = N_("Địa chỉ “%(address)s” ở xã khác với cột xã “%(place)s”; lấy theo cột xã.")
_COLUMNS = ("commune", "district", "province")
_LONGEST = 300  # the room of the table's column


def place_of(row: ImportedRow, mandate: Mandate) -> ResolvedPlace:
    """What no era knows, or several places could be, keeps its text alone."""
    if not any(row.get(name) for name in (*_COLUMNS, "origin")):
        return mandate.home or ResolvedPlace(text="")
    found = _written(row)
    if mandate.areas is None:
        return found
    found = mandate.narrowed(found, province_ids({ref.place_id for ref in found.ambiguous if ref.place_id}))
    home = mandate.home
    if home and found.province_id is None and not found.ambiguous and not found.legacy_place_id:
        return ResolvedPlace(found.text, province_id=home.province_id)  # it keeps its words, and stays in the area
    return found


def remarks_about(row: ImportedRow, place: ResolvedPlace) -> Iterator[Problem]:
    """What a person should look at: several places could be meant, none is known, or the address says another one."""
    if place.ambiguous:
        count = len({ref.place_id or ref.legacy_place_id for ref in place.ambiguous})
        yield _remark(PLACE_ASKS, place=place.text, count=count)
    elif place.text and not (place.place_id or place.legacy_place_id or place.province_id):
        yield _remark(PLACE_UNKNOWN, place=place.text)
    elif place.place_id and row.get("commune") and row.get("origin"):
        said = read_address(row.get("origin")).place_id
        if said not in (None, place.place_id):
            yield _remark(OTHER_ADDRESS, address=row.get("origin")[:80], place=row.get("commune"))


def _written(row: ImportedRow) -> ResolvedPlace:
    """The columns say where it is; an address beside them may say it more nearly, never otherwise."""
    address = row.get("origin")
    written = [row.get(name) or "" for name in _COLUMNS]
    if not any(written):
        return read_address(address)
    found = resolve_place(*written)
    if not address:
        return found
    whole = ", ".join([address, *(part for part in written if part and not _is_said(part, address))])
    whole = whole[:_LONGEST]
    nearer = read_address(whole)
    known = {ref.place_id for ref in found.ambiguous} if found.ambiguous else {found.place_id}
    is_one_of_them = nearer.place_id in known or known == {None}
    if nearer.place_id and is_one_of_them and found.province_id in (None, nearer.province_id):
        return nearer
    return replace(found, text=whole)


def _is_said(part: str, address: str) -> bool:
    bare = fold(part)
    for unit in ("xa ", "phuong ", "thi tran ", "huyen ", "tinh ", "thanh pho ", "thi xa ", "quan "):
        bare = bare.removeprefix(unit)
    return f" {bare} " in f" {fold(address)} "


def _remark(message: str, **params: object) -> Problem:
    return Problem(SYNONYMS["commune"][0], message, params)
