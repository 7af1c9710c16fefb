"""Tea and persimmons."""

import math

from marketplace.app.demonstration.drawings.block import INK, OFF, PAPER, PLATE, TURMERIC, Block, Point


def tea_in_its_cup() -> bytes:
    """A cup of tea under two leaves and a bud."""
    block = Block(INK, 4)
    for radius in (372, 400):
        block.ring((600, 470), (radius, radius), 14, 8, PAPER)
    for x, tall in ((520, 150), (600, 190), (680, 140)):
        block.sliver((x, 430), (x + 12, 430 - tall), 15, PAPER, 30)
        block.sliver((x + 12, 430 - tall), (x - 6, 430 - tall - 90), 11, PAPER, -22)
    bowl = [(398, 500), (802, 500), (780, 600), (722, 690), (640, 730), (560, 730), (478, 690), (420, 600)]
    block.shape([(x + 2 * OFF, y + 2 * OFF) for x, y in bowl], TURMERIC)
    block.shape(bowl, PAPER)
    block.disc(600, 500, 202, 46, PAPER)
    block.disc(600, 504, 180, 35, TURMERIC)
    block.arc((600, 504), (150, 24), 0.3, 1.9, 7, INK)
    block.shape([(536, 728), (664, 728), (676, 756), (524, 756)], PAPER)
    for step in range(9):
        flute = 436 + step * 41
        block.sliver((flute, 566), (600 + (flute - 600) * 0.62, 700), 8, INK, 6)
    for tip, turn in (((236, 560), 40), ((964, 560), -40)):
        _leaf(block, (600 + (tip[0] - 600) * 0.36, 800), tip, turn)
    return block.print()


def _leaf(block: Block, stalk: Point, tip: Point, bend: float) -> None:
    block.sliver((stalk[0] + OFF, stalk[1] + OFF), (tip[0] + OFF, tip[1] + OFF), 124, TURMERIC, bend)
    block.sliver(stalk, tip, 118, PAPER, bend)
    block.sliver(stalk, tip, 7, INK, bend)
    for part in (0.25, 0.4, 0.55, 0.7):
        swell = bend * math.sin(math.pi * part)
        x, y = stalk[0] + (tip[0] - stalk[0]) * part, stalk[1] + (tip[1] - stalk[1]) * part
        lean = 34 if tip[0] > stalk[0] else -34
        block.sliver((x, y + swell * 0.6), (x + lean, y + swell * 0.6 - 36), 6, INK)


def persimmons_in_a_basket() -> bytes:
    """Persimmons in a woven basket."""
    block = Block(PLATE, 5)
    for radius in (388, 416):
        block.ring((600, 470), (radius, radius), 15, 8, INK)
    for x, y, size in ((455, 372, 104), (745, 372, 104), (600, 300, 112), (518, 440, 110), (690, 446, 110)):
        _persimmon(block, (x, y), size)
    basket = [(300, 490), (900, 490), (836, 742), (364, 742)]
    block.shape([(x + 2 * OFF, y + 2 * OFF) for x, y in basket], TURMERIC)
    block.shape(basket, INK)
    for row in range(6):
        y = 512 + row * 39
        inset = (y - 490) * 0.26
        for column in range(13):
            left = 306 + inset + column * (588 - 2 * inset) / 13 + (12 if row % 2 else 0)
            block.sliver((left, y + 12), (left + 38, y + 2), 13, PLATE, -7)
    block.shape([(284, 470), (916, 470), (910, 506), (290, 506)], INK)
    for x in range(296, 900, 34):
        block.sliver((x, 500), (x + 26, 477), 8, PLATE)
    return block.print()


def _persimmon(block: Block, centre: Point, size: float) -> None:
    x, y = centre
    block.disc(x, y, size, size * 0.9, INK)
    block.disc(x + 3, y + 4, size - 9, size * 0.9 - 9, TURMERIC)
    block.arc((x, y), (size * 0.72, size * 0.64), 2.6, 3.9, 12, PLATE)
    for turn in range(4):
        angle = math.pi / 4 + turn * math.pi / 2
        tip = (x + size * 0.46 * math.cos(angle), y - size * 0.4 + size * 0.24 * math.sin(angle))
        block.sliver((x, y - size * 0.4), tip, size * 0.24, INK)
    block.shape(
        [(x - 5, y - size * 0.62), (x + 5, y - size * 0.62), (x + 6, y - size * 0.36), (x - 6, y - size * 0.36)], INK
    )
