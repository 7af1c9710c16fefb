"""An engine over a folder of its own."""

from pathlib import Path

import pytest

from marketplace.search.whoosh_engine import WhooshEngine


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    """An engine that has no index yet."""
    return WhooshEngine(tmp_path / "index")
