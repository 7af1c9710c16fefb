"""What a supplier's product form gives once it has been understood, and the rules of handing it in."""

from dataclasses import dataclass
from datetime import date, timedelta

from marketplace.catalogue.vocabulary.given import NewPack, Words

MOST_PACKS, MOST_PHOTOS = 12, 10
KEPT_FOR = timedelta(days=90)  # an unfinished draft, since it was last saved
OTHER_PAPERS = ("attp", "vietgap", "haccp", "huu_co")
# What waits for an officer when a product is shown already; the other words apply at once.
JUDGED_WORDS = ("name", "name_en", "description", "description_en", "ingredients")
LABELLED_SECTORS = ("I", "II", "III")  # food, drinks, medicinal goods: the label names storage (NĐ 37/2026)

RawFields = dict[str, list[str]]


@dataclass(frozen=True)
class AskedPrice:
    """Đồng for one pack, and up to how many; none at all where one has to ask."""

    amount: int | None = None
    amount_to: int | None = None


@dataclass(frozen=True)
class Least:
    """The smallest order: a mass, or so many packs."""

    grams: int | None = None
    packs: int | None = None


@dataclass(frozen=True)
class ClaimedPaper:
    """A certificate as the form claims it; stars only for OCOP."""

    kind: str
    stars: int | None = None
    decision_no: str | None = None
    issuer: str | None = None
    product_code: str | None = None
    issued_on: date | None = None
    expires_on: date | None = None


@dataclass(frozen=True)
class WrittenProduct:
    """A whole form that holds."""

    words: Words
    class_code: str | None
    packs: tuple[tuple[NewPack, AskedPrice], ...]
    least: Least
    papers: tuple[ClaimedPaper, ...]


def needs_label(class_code: str | None) -> bool:
    """Whether the label of such goods must say how to keep them; food where no class is known yet."""
    return class_code is None or class_code.split(".")[0] in LABELLED_SECTORS


def waits_for_officer(before: Words, after: Words, *, same_class: bool, is_verified: bool) -> bool:
    """Whether new words of a shown product wait.

    A verified supplier's are shown at once unless its product would be called, or classed, something else.
    """
    if not same_class or before.name != after.name:
        return True
    changed = any(getattr(before, name) != getattr(after, name) for name in JUDGED_WORDS)
    return changed and not is_verified
