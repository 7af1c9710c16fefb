"""The section to which this package's routes belong."""

from marketplace.web.sections import Section

section = Section("suppliers", __name__)
