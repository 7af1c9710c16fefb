"""The scene on which the cast's rights are tried."""

from pathlib import Path

import pytest
from flask import Flask

from marketplace.core.clock import StoppedClock
from tests.cast import Cast
from tests.house.scene import Scene, build_scene


@pytest.fixture
def scene(app: Flask, cast: Cast, clock: StoppedClock, tmp_path: Path) -> Scene:
    """The scene at a moment that stands still."""
    return build_scene(app, cast, tmp_path / "kept")
