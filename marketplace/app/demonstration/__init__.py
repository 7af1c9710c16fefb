"""The demonstration: invented but true to the country, loaded through the same services that people use."""

from marketplace.app.demonstration.loading import load_demonstration
from marketplace.app.demonstration.showing import show_demonstration

__all__ = ["load_demonstration", "show_demonstration"]
