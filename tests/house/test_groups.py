"""Tests as several processes know them: those that share something costly are one group, and all have stable names."""

import os
from functools import partial

import pytest

SIGNS = 24  # the first bytes, by which a kind of file is known, may name a test


@pytest.mark.xdist_group("any")
@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="there is one process alone")
def test_groups_are_known_to_who_distributes_the_tests(request: pytest.FixtureRequest) -> None:
    """Else every process walked as every person: nothing fails then, it only takes three times as long."""
    assert request.node.nodeid.endswith("@any")


def test_no_test_is_named_by_a_file(request: pytest.FixtureRequest) -> None:
    """What a library makes may bear the time: two processes then disagree about the name, and run nothing at all."""
    cases = [(item.nodeid, getattr(item, "callspec", None)) for item in request.session.items]
    assert [name[:200] for name, case in cases if case and any(map(partial(names, name), case.params.values()))] == []


def names(name: str, value: object) -> bool:
    """Whether more than the first signs of these bytes stand in that name."""
    return isinstance(value, bytes) and len(value) > SIGNS and repr(value[:SIGNS])[2:-1] in name
