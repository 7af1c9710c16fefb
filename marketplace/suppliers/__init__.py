"""Producers and outlets, and who speaks for them."""
