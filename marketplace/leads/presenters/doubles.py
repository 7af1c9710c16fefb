"""What the officers' pages about doubles print: pairs, the two side by side, and what was merged."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from marketplace.catalogue.queries.doubles import ProductPair
from marketplace.catalogue.vocabulary.likeness import why_label
from marketplace.core.text import format_moment, mask_phone
from marketplace.core.texts import N_, say
from marketplace.leads.queries.doubles import Compared, Side
from marketplace.leads.queries.merged import Merged
from marketplace.places.presenters import place_lines
from marketplace.places.vocabulary import PlaceRef
from marketplace.suppliers.queries import DoublePair
from marketplace.suppliers.vocabulary import kind_label

Url = Callable[..., str]
NOT_KNOWN = N_("Chưa rõ")


@dataclass(frozen=True)
class PairRow:
    """Two that are probably one: names, a line about each, why, and where they are compared."""

    one: str
    one_line: str
    other: str
    other_line: str
    why: str
    href: str


@dataclass(frozen=True)
class DoublesPage:
    """The pairs of a province; ``more`` are those beyond what is shown."""

    area_name: str
    province: str
    provinces: list[tuple[str, str, bool]]
    action: str
    suppliers: list[PairRow]
    products: list[PairRow]
    more: int
    merged_href: str


@dataclass(frozen=True)
class FactRow:
    """A fact of both; ``differs`` is what one looks at."""

    term: str
    one: str
    other: str
    differs: bool


@dataclass(frozen=True)
class ComparedPage:
    """The two side by side, and what may be done."""

    title: str
    names: tuple[str, str]
    values: tuple[str, str]
    hrefs: tuple[str | None, str | None]
    rows: list[FactRow]
    outcome: list[str]
    merge_action: str
    apart_action: str
    list_href: str


@dataclass(frozen=True)
class MergedRow:
    """A merge, or a pair that was told apart, and how it is taken back."""

    words: str
    when: str
    action: str | None
    label: str
    undone: str | None


def pair_rows(
    pairs: Sequence[DoublePair] | Sequence[ProductPair], sides: Mapping[int, Side], subject: str, url: Url
) -> list[PairRow]:
    """The rows of these pairs, in their order."""
    lines = _places(sides.values())
    return [
        PairRow(
            one=sides[pair.first_id].name,
            one_line=_line(sides[pair.first_id], lines),
            other=sides[pair.second_id].name,
            other_line=_line(sides[pair.second_id], lines),
            why=pair.why.label if isinstance(pair, DoublePair) else why_label(pair.why),
            href=url(
                "leads.compare",
                subject=subject,
                one=sides[pair.first_id].public_id,
                other=sides[pair.second_id].public_id,
            ),
        )
        for pair in pairs
        if pair.first_id in sides and pair.second_id in sides
    ]


def _places(sides: Iterable[Side]) -> dict[int, str]:
    refs = {
        side.key: PlaceRef(side.supplier.place_id or side.supplier.province_id, side.supplier.legacy_place_id)
        for side in sides
        if side.supplier
    }
    lines = place_lines(refs.values())
    return {key: lines[ref].present or say(NOT_KNOWN) for key, ref in refs.items()}


def _line(side: Side, places: Mapping[int, str]) -> str:
    if side.packs and side.supplier:
        return f"{side.supplier.name} · {', '.join(side.packs[:3])}"
    return places.get(side.key, "")


def compared_page(pair: Compared, url: Url) -> ComparedPage:
    """Both with what differs; whichever stays keeps its name and address."""
    one, other = pair.one, pair.other
    where = {"subject": pair.subject, "one": one.public_id, "other": other.public_id}
    places = _places([one, other])
    rows = _supplier_facts(one, other, places) if pair.subject == "chu-the" else _product_facts(one, other)
    shown = [FactRow(term, first, second, first != second) for term, first, second in rows if first or second]
    endpoint = "catalogue.supplier" if pair.subject == "chu-the" else "catalogue.product"
    return ComparedPage(
        title=say("Hai nơi này là một?") if pair.subject == "chu-the" else say("Hai sản phẩm này là một?"),
        names=(one.name, other.name),
        values=(one.public_id, other.public_id),
        hrefs=(url(endpoint, slug=one.slug), url(endpoint, slug=other.slug)),
        rows=shown,
        outcome=_outcome(pair),
        merge_action=url("leads.merge", **where),
        apart_action=url("leads.tell_apart", **where),
        list_href=url("leads.doubles"),
    )


def _supplier_facts(one: Side, other: Side, places: Mapping[int, str]) -> list[tuple[str, str, str]]:
    first, second = one.supplier, other.supplier
    if first is None or second is None:
        return []
    return [
        (say("Loại hình"), kind_label(first.kind), kind_label(second.kind)),
        (say("Nơi làm"), places[one.key], places[other.key]),
        (say("Điện thoại"), _phone(first.phone), _phone(second.phone)),
        (say("Mã số thuế"), _code(first.tax_code, first.kind), _code(second.tax_code, second.kind)),
        (say("Người đại diện"), first.representative or "", second.representative or ""),
        *_counted(one, other),
        (say("Người dùng"), str(one.members), str(other.members)),
    ]


def _product_facts(one: Side, other: Side) -> list[tuple[str, str, str]]:
    return [
        (say("Nơi làm"), one.supplier.name if one.supplier else "", other.supplier.name if other.supplier else ""),
        (say("Quy cách"), ", ".join(one.packs), ", ".join(other.packs)),
        *_counted(one, other)[1:],
    ]


def _counted(one: Side, other: Side) -> list[tuple[str, str, str]]:
    return [
        (say("Sản phẩm"), str(one.products), str(other.products)),
        (say("Chào bán"), str(one.offers), str(other.offers)),
        (say("Giấy chứng nhận"), str(one.certificates), str(other.certificates)),
        (say("Đầu mối"), str(one.leads), str(other.leads)),
    ]


def _phone(number: str | None) -> str:
    return mask_phone(number) if number else ""


def _code(code: str | None, kind: str) -> str:
    """A household's is a person's number: that there is one, and no more."""
    if not code:
        return ""
    return "••••••" if kind == "hkd" else code


def _outcome(pair: Compared) -> list[str]:
    if pair.subject == "chu-the":
        return [
            say("Sản phẩm, chào bán, giấy chứng nhận và đầu mối của cả hai đứng chung dưới tên được giữ."),
            say("Người dùng của cả hai cùng làm việc cho nơi được giữ, thư hỏi hàng tới mọi hộp thư."),
            say("Địa chỉ của tên kia dẫn sang tên được giữ. Báo cáo tính tới những ngày trước vẫn thấy hai."),
            say("Không có gì bị xóa: gỡ ra lúc nào cũng được."),
        ]
    return [
        say("Còn một trang, có quy cách, giá và giấy chứng nhận của cả hai."),
        say("Quy cách nào cả hai đều có thì theo giá của tên được giữ."),
        say("Địa chỉ của tên kia dẫn sang trang được giữ. Không có gì bị xóa: gỡ ra lúc nào cũng được."),
    ]


def merged_rows(merged: Sequence[Merged], url: Url) -> list[MergedRow]:
    """What was merged, newest first; what was taken back stays in the list."""
    return [
        MergedRow(
            words=say("%(one)s gộp vào %(into)s", one=one.from_name, into=one.into_name),
            when=format_moment(one.merge.recorded_at),
            action=None if one.undone_at else url("leads.undo_merge", subject=one.subject, merge_id=one.merge.id),
            label=say("Gỡ ra"),
            undone=say("đã gỡ %(when)s", when=format_moment(one.undone_at)) if one.undone_at else None,
        )
        for one in merged
    ]


def apart_rows(pairs: Sequence[tuple[str, Side, Side]], url: Url) -> list[MergedRow]:
    """What was told apart."""
    return [
        MergedRow(
            words=say("%(one)s và %(other)s là hai", one=one.name, other=other.name),
            when="",
            action=url("leads.untell_apart", subject=subject, one=one.public_id, other=other.public_id),
            label=say("Xem lại"),
            undone=None,
        )
        for subject, one, other in pairs
    ]
