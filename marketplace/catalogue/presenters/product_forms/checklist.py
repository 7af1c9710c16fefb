"""What would still help a product that is being written, and what in its words should be thought over."""

from dataclasses import dataclass

from marketplace.catalogue.vocabulary.claims import FLAG_WORDS, flags_of
from marketplace.catalogue.vocabulary.product_forms import needs_label
from marketplace.core.texts import say

_WARNED = ("name", "description", "ingredients")


@dataclass(frozen=True)
class Given:
    """What a draft has so far; ``texts`` are the raw values by field."""

    texts: dict[str, str]
    pictures: int
    class_code: str | None


def missing_words(given: Given) -> tuple[str, ...]:
    """What buyers look for and isn't there yet; none of it is needed to hand in."""
    texts = given.texts
    rows = (
        (given.pictures > 0, say("ảnh")),
        (bool(given.class_code), say("nhóm OCOP")),
        (bool(texts.get("description")), say("lời giới thiệu")),
        (bool(texts.get("ingredients")) or not needs_label(given.class_code), say("thành phần")),
        (bool(texts.get("storage")) or not needs_label(given.class_code), say("cách bảo quản")),
        (bool(texts.get("least")), say("nhận đơn từ bao nhiêu")),
    )
    return tuple(words for is_there, words in rows if not is_there)


def warnings_of(texts: dict[str, str]) -> dict[str, list[str]]:
    """By field what should be thought over in its words; nothing of it keeps the form from being handed in."""
    found = {
        name: [say(FLAG_WORDS[flag.kind], words=flag.words) for flag in flags_of(texts.get(name))] for name in _WARNED
    }
    return {name: words for name, words in found.items() if words}
