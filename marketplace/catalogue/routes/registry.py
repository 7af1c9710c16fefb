"""The section to which this package's routes belong, and what several of them need."""

from typing import Any

from flask import request

from marketplace.web.sections import Section

section = Section("catalogue", __name__)


def looked_at() -> dict[str, Any]:
    """What of a long list was looked at, so that after something was settled it goes on there."""
    return {name: request.args[name] for name in ("quyet-dinh", "trang") if name in request.args}
