"""What is listened for is also said: a handler of an event that nothing emits is a promise that nobody keeps."""

import ast
from pathlib import Path

import pytest

import marketplace
from marketplace.app.wiring import SUBSCRIPTIONS

EVENTS = sorted({subscription.event.__name__ for subscription in SUBSCRIPTIONS})


def _said() -> set[str]:
    """Names of all that is called anywhere in the house."""
    root = Path(marketplace.__file__).parent
    trees = [ast.parse(path.read_text()) for path in root.rglob("*.py")]
    calls = [node.func for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {call.id for call in calls if isinstance(call, ast.Name)}


@pytest.fixture(scope="module")
def said() -> set[str]:
    return _said()


# The clock's own events are made from the schedule's table.
@pytest.mark.parametrize("event", [name for name in EVENTS if name not in {"DayBegan", "NightCame", "MorningCame"}])
def test_every_event_with_a_handler_is_emitted(said: set[str], event: str) -> None:
    assert event in said
