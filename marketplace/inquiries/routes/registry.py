"""The section to which this package's routes belong, and what several of them need."""

from flask import request

from marketplace.core.form_keys import fresh_form_key
from marketplace.web.sections import Section

section = Section("inquiries", __name__)


def form_key() -> str:
    """The key that came with a refused form stays, so that sending the mended one twice still counts once."""
    return request.form.get("form_key") or fresh_form_key()
