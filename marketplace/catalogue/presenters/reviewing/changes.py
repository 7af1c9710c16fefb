"""New words of a product beside its present ones, word by word."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from marketplace.catalogue.models import ProductVersion
from marketplace.catalogue.queries import Listing
from marketplace.catalogue.vocabulary import ocop_class
from marketplace.core.texts import say


@dataclass(frozen=True)
class Part:
    """Some words one after the other, all new or all as they were."""

    text: str
    is_new: bool


@dataclass(frozen=True)
class Change:
    """What was said, and what is to be said instead."""

    term: str
    before: str
    after: tuple[Part, ...]


def changes_of(listing: Listing, version: ProductVersion, class_code: str | None) -> tuple[Change, ...]:
    """What these words say otherwise than the page does now; ``class_code`` is the class that they ask for."""
    rows = (
        (say("Tên"), listing.name, version.name),
        (say("Nhóm"), _shelf(listing.class_code), _shelf(class_code) if class_code else _shelf(listing.class_code)),
        (say("Giới thiệu"), listing.description, version.description),
        (say("Thành phần"), listing.ingredients, version.ingredients),
        (say("Tên tiếng Anh"), listing.name_en, version.name_en),
        (say("Giới thiệu tiếng Anh"), listing.description_en, version.description_en),
    )
    return tuple(
        Change(term, before or "", parts_of(before or "", after or ""))
        for term, before, after in rows
        if (before or "") != (after or "")
    )


def parts_of(before: str, after: str) -> tuple[Part, ...]:
    """``after`` in parts, those marked that ``before`` doesn't have."""
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    return tuple(
        Part(" ".join(new[begin:end]), tag != "equal") for tag, _, _, begin, end in matcher.get_opcodes() if begin < end
    )


def _shelf(code: str | None) -> str:
    found = ocop_class(code) if code else None
    return found.shelf if found else say("chưa phân nhóm")
