"""Words of suppliers: their kinds, the keys by which lists find them again, and what happens to them."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from marketplace.core.text import fold
from marketplace.core.texts import N_, say


class SupplierKind(StrEnum):
    """What a supplier is, legally; the first seven are OCOP subjects (Quyết định 26/2026/QĐ-TTg, Điều 2.3)."""

    COOPERATIVE = "htx"
    UNION = "lhhtx"
    GROUP = "tht"
    COMPANY = "dn"
    HOUSEHOLD = "hkd"
    FARM = "trang_trai"
    ASSOCIATION = "hoi"
    OUTLET = "diem_ban"


KIND_LABELS: dict[str, str] = {
    SupplierKind.COOPERATIVE: N_("Hợp tác xã"),
    SupplierKind.UNION: N_("Liên hiệp hợp tác xã"),
    SupplierKind.GROUP: N_("Tổ hợp tác"),
    SupplierKind.COMPANY: N_("Doanh nghiệp"),
    SupplierKind.HOUSEHOLD: N_("Hộ kinh doanh"),
    SupplierKind.FARM: N_("Trang trại"),
    SupplierKind.ASSOCIATION: N_("Hội"),
    SupplierKind.OUTLET: N_("Điểm bán"),
}

# Legal forms as they begin a name, without accents; the longest first, so that "lien hiep htx" isn't read as "htx".
_WRITTEN_FORMS: tuple[tuple[str, SupplierKind], ...] = (
    ("lien hiep hop tac xa", SupplierKind.UNION),
    ("lien hiep htx", SupplierKind.UNION),
    ("lhhtx", SupplierKind.UNION),
    ("hop tac xa", SupplierKind.COOPERATIVE),
    ("htxnn", SupplierKind.COOPERATIVE),
    ("htx", SupplierKind.COOPERATIVE),
    ("to hop tac", SupplierKind.GROUP),
    ("tht", SupplierKind.GROUP),
    *(
        (f"{company} {form}".strip(), SupplierKind.COMPANY)
        for company in ("cong ty", "congty", "cty", "ct")
        for form in (
            "trach nhiem huu han mot thanh vien",
            "trach nhiem huu han",
            "tnhh mot thanh vien",
            "tnhh mtv",
            "tnhh",
            "co phan",
            "tmcp",
            "cp",
            "",
        )
        if form or company != "ct"  # "CT" alone begins many a name
    ),
    ("tnhh mtv", SupplierKind.COMPANY),
    ("tnhh", SupplierKind.COMPANY),
    ("doanh nghiep tu nhan", SupplierKind.COMPANY),
    ("doanh nghiep", SupplierKind.COMPANY),
    ("dntn", SupplierKind.COMPANY),
    ("co so san xuat kinh doanh", SupplierKind.HOUSEHOLD),
    ("co so san xuat", SupplierKind.HOUSEHOLD),
    ("cssx", SupplierKind.HOUSEHOLD),
    ("co so", SupplierKind.HOUSEHOLD),
    ("ho kinh doanh", SupplierKind.HOUSEHOLD),
    ("ho san xuat", SupplierKind.HOUSEHOLD),
    ("ho sxkd", SupplierKind.HOUSEHOLD),
    ("hkd", SupplierKind.HOUSEHOLD),
    ("ho", SupplierKind.HOUSEHOLD),
    ("trang trai", SupplierKind.FARM),
    ("hiep hoi", SupplierKind.ASSOCIATION),
    ("hoi", SupplierKind.ASSOCIATION),
)
# "cong ty" folds to "cong ti"; the space ends the form's last word.
_LEGAL_FORMS = tuple((f"{fold(form)} ", kind) for form, kind in _WRITTEN_FORMS)


@dataclass(frozen=True)
class SupplierChanged:
    """A supplier is new, or its words, places or state are others now."""

    supplier_id: int


@dataclass(frozen=True)
class MailboxOpened:
    """A supplier that no mail could reach has an address from now on."""

    supplier_id: int


@dataclass(frozen=True)
class CorrectionAsked:
    """A supplier's own people wrote to the officers that something of it must be put right."""

    supplier_id: int
    message_id: int


@dataclass(frozen=True)
class SupplierLabel:
    """What other packages need to name and reach a supplier."""

    id: int
    public_id: str
    slug: str
    name: str
    short_name: str
    kind: str
    phone: str | None
    has_zalo: bool
    place_id: str | None
    legacy_place_id: str | None
    state: str
    usual_answer_minutes: int | None


@dataclass(frozen=True)
class NewSupplier:
    """A supplier to be entered. ``kind`` None = read from the name, else a household."""

    name: str
    kind: str | None = None
    is_producer: bool = True
    is_outlet: bool = False
    tax_code: str | None = None
    place_id: str | None = None
    legacy_place_id: str | None = None
    province_id: str | None = None
    place_text: str | None = None
    address_line: str | None = None
    phone: str | None = None
    has_zalo: bool = False
    representative: str | None = None
    women_led: bool | None = None
    members_official: int | None = None
    about: str | None = None
    state: str = "unclaimed"
    source: str = "form"
    emails: tuple[str, ...] = field(default=())


def kind_label(kind: str) -> str:
    """The Vietnamese word for a kind."""
    return say(KIND_LABELS[kind])


def kind_from_name(name: str) -> SupplierKind | None:
    """The kind that a name's legal form says, or None; a branch is what it is a branch of."""
    key = f"{fold(name)} ".removeprefix("chi nhanh ")
    return next((kind for form, kind in _LEGAL_FORMS if key.startswith(form)), None)


def strip_legal_form(name: str) -> str:
    """The name without its legal form: "HTX Hồng Luân" → "Hồng Luân"; a bare form stays as it is."""
    words = name.split()
    key = fold(name)
    form = next((form for form, _kind in _LEGAL_FORMS if key.startswith(form)), None)
    if form is None:
        return name
    # Count off as many folded words as the form has; one written word may fold into several ("TNHH-MTV").
    wanted, taken = len(form.split()), 0
    while wanted > 0 and taken < len(words):
        wanted -= len(fold(words[taken]).split())
        taken += 1
    rest = " ".join(words[taken:])
    return re.sub(r"^[\s,.\-–]+", "", rest) or name


@lru_cache(maxsize=1 << 14)
def match_key_of(name: str) -> str:
    """The key by which lists find a supplier again: folded, without its legal form."""
    return fold(strip_legal_form(name))[:200]
