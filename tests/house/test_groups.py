"""Tests that share something costly are one group, and run in one process."""

import os

import pytest


@pytest.mark.xdist_group("any")
@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="there is one process alone")
def test_groups_are_known_to_who_distributes_the_tests(request: pytest.FixtureRequest) -> None:
    """Else every process walked as every person: nothing fails then, it only takes three times as long."""
    assert request.node.nodeid.endswith("@any")
