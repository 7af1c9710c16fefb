"""The market in which these tests ask."""

import pytest
from flask import Flask

from marketplace.core.clock import StoppedClock
from tests.inquiries.market import Market, open_market


@pytest.fixture
def market(app: Flask, clock: StoppedClock) -> Market:
    """A product that two suppliers sell; it is nine in the morning of 24 November 2026."""
    return open_market()
