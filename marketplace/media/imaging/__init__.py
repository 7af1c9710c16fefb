"""Pictures in and out: what a phone sent becomes a picture of ours, and that its smaller widths."""

from marketplace.media.imaging.opening import MOST_PIXELS, knows_heic
from marketplace.media.imaging.rendering import render
from marketplace.media.imaging.taking import TOO_LARGE, take_picture

__all__ = ["MOST_PIXELS", "TOO_LARGE", "knows_heic", "render", "take_picture"]
