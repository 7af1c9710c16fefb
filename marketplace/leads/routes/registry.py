"""The section to which this package's routes belong, and what several of them need."""

from flask import request

from marketplace.core.form_keys import fresh_form_key
from marketplace.web.sections import Section

section = Section("leads", __name__)


def form_key() -> str:
    """The key that was posted, so that a form shown again after a refusal still counts once; else a fresh one."""
    return request.form.get("form_key") or fresh_form_key()
