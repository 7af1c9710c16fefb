"""Addresses: free ones, never a word that the site needs itself."""

import pytest

from marketplace.core.slugs import RESERVED, free_slug


def free(wanted: str, *taken: str) -> str:
    return free_slug(wanted, lambda slug: slug in taken)


@pytest.mark.parametrize(
    ("wanted", "taken", "slug"),
    [
        ("bun-kho", (), "bun-kho"),
        ("bun-kho", ("bun-kho",), "bun-kho-2"),
        ("bun-kho", ("bun-kho", "bun-kho-2"), "bun-kho-3"),
        ("bun-kho", ("bun-kho-2",), "bun-kho"),
        ("moi", (), "moi-2"),
        ("", (), "muc"),
        ("-hong-luan", (), "hong-luan"),
        ("a" * 109 + "-b", (), "a" * 109),
    ],
)
def test_the_first_that_nobody_had(wanted: str, taken: tuple[str, ...], slug: str) -> None:
    assert free(wanted, *taken) == slug


@pytest.mark.parametrize("word", sorted(RESERVED))
def test_reserved_words_are_no_slugs(word: str) -> None:
    assert free(word) not in RESERVED


def test_a_long_name_leaves_room_for_a_number() -> None:
    assert len(free("a" * 300, "a" * 110)) == 112
