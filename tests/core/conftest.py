"""What several tests of the kernel need."""

from collections.abc import Iterator

import pytest
from flask import Flask

from marketplace.app.wiring import SUBSCRIPTIONS
from marketplace.core.outbox import subscribe
from tests.core.outbox_rows import Bell


@pytest.fixture
def bell(app: Flask) -> Iterator[Bell]:
    """A handler named ``bell``; the house's own are subscribed again afterwards."""
    found = Bell()
    subscribe([found.subscription()])
    yield found
    subscribe(SUBSCRIPTIONS)
