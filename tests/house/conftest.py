"""The scene on which the cast's rights are tried."""

import pytest
from flask import Flask

from marketplace.core.clock import StoppedClock
from tests.cast import engage_cast
from tests.house.scene import Scene, build_scene


@pytest.fixture(scope="session")
def scenes() -> list[Scene]:
    """The scene once it is built, for its data are copied quicker than made."""
    return []


@pytest.fixture
def scene(app: Flask, clock: StoppedClock, scenes: list[Scene], tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """The scene with fresh data, at a moment that stands still."""
    if scenes:
        scenes[0].restore()
    else:
        scenes.append(build_scene(app, engage_cast(), tmp_path_factory.mktemp("scene") / "kept"))
    return scenes[0]
