"""No product without a picture, and none with another thing's."""

import pytest

from marketplace.catalogue.presenters import art_of
from marketplace.catalogue.vocabulary import all_classes
from marketplace.core.resources import resource


@pytest.mark.parametrize(
    ("class_code", "name", "art", "ground"),
    [
        ("I.3.b", "Bún khô Hồng Luân", "noodles", "plate"),
        ("I.1.a", "Quả su su Phia Khao", "chayote", "plate"),
        ("I.3.c", "Hồng không hạt sấy dẻo", "persimmons", "plate"),
        ("I.5.b", "Trà giảo cổ lam", "tea", "cloth"),
        (None, "Một thứ chưa phân nhóm", "persimmons", "plate"),
    ],
)
def test_the_print_of_a_product(class_code: str | None, name: str, art: str, ground: str) -> None:
    shown = art_of(class_code, name)
    assert (shown.name, shown.ground) == (art, ground)


def test_every_class_has_a_print() -> None:
    drawn = {path.stem for path in (resource("static") / "art").glob("*.svg")}
    assert {found.art for found in all_classes()} <= drawn
