"""A sheet on which a block print is made, and the cuts of the knife."""

import math
from collections.abc import Sequence
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 900
_FINE = 2  # drawn twice as large, then halved: smooth edges
PAPER, PLATE, WELL, LINE = "#f8f5e9", "#efe9d6", "#e5ddc4", "#d3c9ab"
INK, TURMERIC = "#1e2657", "#e6a417"
OFF = 9  # pixels by which the second block misses the first

Point = tuple[float, float]
Outline = Sequence[Point]


class Block:
    """A sheet on which blocks are printed; distances are pixels of the finished drawing."""

    def __init__(self, ground: str, seed: int) -> None:
        self.hand = Random(seed)  # noqa: S311  # a drawing's tremor, no secret
        self.image = Image.new("RGB", (WIDTH * _FINE, HEIGHT * _FINE), ground)
        self.draw = ImageDraw.Draw(self.image)

    def shape(self, points: Outline, colour: str) -> None:
        """A filled outline."""
        self.draw.polygon([(x * _FINE, y * _FINE) for x, y in points], fill=colour)

    def disc(self, x: float, y: float, across: float, up: float, colour: str) -> None:
        """A filled ellipse around (x, y)."""
        self.draw.ellipse([(value * _FINE) for value in (x - across, y - up, x + across, y + up)], fill=colour)

    def sliver(self, start: Point, end: Point, width: float, colour: str, bend: float = 0) -> None:
        """A cut of the knife: pointed at both ends, ``width`` in its middle, bent sideways by ``bend``."""
        (x0, y0), (x1, y1) = start, end
        length = math.hypot(x1 - x0, y1 - y0) or 1
        across = ((y0 - y1) / length, (x1 - x0) / length)
        self.shape(_both_sides(x0, y0, x1, y1, across, width / 2, bend), colour)

    def ring(self, centre: Point, radius: Point, parts: int, width: float, colour: str) -> None:
        """A broken ring of slivers, each at its own place."""
        at = self.hand.uniform(0, 1)
        for part in range(parts):
            begin = (part + at + self.hand.uniform(-0.15, 0.15)) * 2 * math.pi / parts
            end = begin + self.hand.uniform(0.55, 0.86) * 2 * math.pi / parts
            self.arc(centre, radius, begin, end, width * self.hand.uniform(0.7, 1.2), colour)

    def arc(self, centre: Point, radius: Point, begin: float, end: float, width: float, colour: str) -> None:
        """A sliver that follows an ellipse from one angle to another."""
        outer: list[Point] = []
        inner: list[Point] = []
        for step in range(13):
            angle, thick = begin + (end - begin) * step / 12, width / 2 * math.sin(math.pi * step / 12)
            for side, sign in ((outer, 1), (inner, -1)):
                side.append(
                    (
                        centre[0] + (radius[0] + sign * thick) * math.cos(angle),
                        centre[1] + (radius[1] + sign * thick) * math.sin(angle),
                    )
                )
        self.shape([*outer, *reversed(inner)], colour)

    def print(self) -> bytes:
        """The finished sheet as a PNG."""
        out = BytesIO()
        self.image.reduce(_FINE).save(out, "PNG", compress_level=1)
        return out.getvalue()


def _both_sides(x0: float, y0: float, x1: float, y1: float, across: Point, half: float, bend: float) -> Outline:
    sides: tuple[list[Point], list[Point]] = ([], [])
    for step in range(9):
        part = step / 8
        swell = math.sin(math.pi * part)
        x, y = x0 + (x1 - x0) * part, y0 + (y1 - y0) * part
        for side, sign in zip(sides, (1, -1), strict=True):
            away = bend * swell + sign * half * swell
            side.append((x + across[0] * away, y + across[1] * away))
    return [*sides[0], *reversed(sides[1])]
