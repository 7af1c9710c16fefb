"""What is given when something is entered into the catalogue."""

from dataclasses import dataclass, field
from datetime import date

from marketplace.catalogue.vocabulary.months import ALL_YEAR


@dataclass(frozen=True)
class Words:
    """What a version of a product says."""

    name: str
    name_en: str | None = None
    description: str | None = None
    description_en: str | None = None
    ingredients: str | None = None
    storage: str | None = None
    months: int = ALL_YEAR
    monthly_grams: int | None = None


@dataclass(frozen=True)
class NewProduct:
    """A product to be entered; without ``supplier_id`` its producer isn't known."""

    words: Words
    supplier_id: int | None = None
    class_code: str | None = None
    proposed_class: str | None = None
    place_id: str | None = None
    province_id: str | None = None
    place_text: str | None = None
    state: str = "draft"
    source: str = "form"


@dataclass(frozen=True)
class NewPack:
    """A size; ``grams`` None where it is no mass."""

    label: str
    grams: int | None = None


@dataclass(frozen=True)
class NewOffer:
    """A supplier's price of a pack, in đồng; ``steps`` are (from grams, đồng a kilogram), ``sold_to`` where to."""

    supplier_id: int
    pack_id: int
    price_kind: str = "le"
    price: int | None = None
    price_to: int | None = None
    least_grams: int | None = None
    least_packs: int | None = None
    note: str | None = None
    sold_to: str | None = None
    valid_until: date | None = None
    steps: tuple[tuple[int, int], ...] = field(default=())


@dataclass(frozen=True)
class NewCertificate:
    """A paper as it is claimed; an OCOP decision has stars, and its end follows from its issue."""

    kind: str
    product_id: int | None = None
    supplier_id: int | None = None
    stars: int | None = None
    decision_no: str | None = None
    issuer: str | None = None
    level: str | None = None
    rule_version: str | None = None
    product_code: str | None = None
    issued_on: date | None = None
    expires_on: date | None = None
    source: str = "form"
    remark: str | None = None
