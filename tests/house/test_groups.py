"""Tests as several processes know them: those that share something costly are one group, and all have stable names."""

import os

import pytest


@pytest.mark.xdist_group("any")
@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="there is one process alone")
def test_groups_are_known_to_who_distributes_the_tests(request: pytest.FixtureRequest) -> None:
    """Else every process walked as every person: nothing fails then, it only takes three times as long."""
    assert request.node.nodeid.endswith("@any")


def test_no_test_is_named_by_bytes(request: pytest.FixtureRequest) -> None:
    """What a library makes may bear the time: two processes then disagree about the name, and run nothing at all."""
    assert [item.nodeid for item in request.session.items if "\\x00" in item.nodeid] == []
