"""The section of accounts; each file of routes adds its own."""

from marketplace.web.sections import Section

section = Section("accounts", __name__)
