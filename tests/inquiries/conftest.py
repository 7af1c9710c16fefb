"""The market in which these tests ask, and a buyer who was answered there."""

from collections.abc import Callable

import pytest
from flask import Flask

from marketplace.core.clock import StoppedClock
from tests.browse import Browser
from tests.inquiries.market import Market, open_market
from tests.inquiries.private_words import page_after_an_answer


@pytest.fixture
def market(app: Flask, clock: StoppedClock) -> Market:
    """A product that two suppliers sell; it is nine in the morning of 24 November 2026."""
    return open_market()


@pytest.fixture
def tracked(market: Market, client: Browser, drain: Callable[[], int]) -> str:
    """The private page of Chị Thu, who asked, was answered and wrote again."""
    return page_after_an_answer(market, client, drain)
