"""Noodles: on trays, on racks, in their bag."""

from marketplace.app.demonstration.drawings.block import INK, LINE, OFF, PAPER, PLATE, TURMERIC, WELL, Block, Point


def noodles_on_trays() -> bytes:
    """Coils of noodles drying on a woven tray, seen from above."""
    block = Block(PLATE, 1)
    _weave(block)
    for row, (y, shift) in enumerate(((90, 0), (450, -200), (810, 40))):
        for column in range(4):
            x = 110 + 400 * column + shift + block.hand.uniform(-22, 22)
            _coil(block, (x, y + block.hand.uniform(-18, 18)), 172 + 10 * ((row + column) % 3))
    return block.print()


def _weave(block: Block) -> None:
    for row in range(-1, 24):
        for column in range(-1, 32):
            x, y, way = column * 40, row * 40, 1 if (row + column) % 2 else -1
            for cut in (-10, 4):
                block.sliver((x + cut, y - 20 * way), (x + 36 + cut, y + 20 * way), 8, LINE)


def _coil(block: Block, centre: Point, radius: float) -> None:
    x, y = centre
    block.disc(x + OFF, y + OFF, radius, radius * 0.93, TURMERIC)
    block.disc(x, y, radius, radius * 0.93, INK)
    block.disc(x, y, radius - 6, radius * 0.93 - 6, PAPER)
    for step in range(8):
        at = radius * (0.4 + 0.075 * step)
        block.ring(centre, (at, at * 0.93), 5 + step // 3, 7, INK)
    block.disc(x + 4, y + 4, radius * 0.29, radius * 0.26, TURMERIC)
    block.ring(centre, (radius * 0.3, radius * 0.27), 5, 9, INK)


def noodles_on_racks() -> bytes:
    """Noodles hanging on poles before the mountains, with the sun coming up."""
    block = Block(PLATE, 2)
    block.disc(905 + OFF, 215 + OFF, 96, 96, TURMERIC)
    for radius in (116, 134):
        block.ring((905, 215), (radius, radius), 13, 7, INK)
    _mountains(block)
    for pole, drop in ((470, 250), (560, 285)):
        left, right = (150, 1230) if pole > 500 else (-30, 860)
        _rack(block, left, right, pole, drop)
    return block.print()


def _mountains(block: Block) -> None:
    peaks = [(-40, 430), (90, 250), (190, 330), (300, 170), (440, 350), (560, 270), (690, 400), (850, 330), (1010, 420)]
    outline = [*peaks, (1120, 360), (1260, 440), (1260, 960), (-40, 960)]
    block.shape([(x + OFF, y + OFF) for x, y in outline], TURMERIC)
    block.shape(outline, INK)
    for x, y in (*peaks[1:-1:2], (560, 270), (850, 330), (1120, 360)):
        for cut in range(7):
            slope = 16 + 15 * cut
            block.sliver((x + slope * 0.55, y + 14 + slope * 0.9), (x + slope * 1.1, y + 96 + slope * 1.5), 6, PLATE, 8)


def _rack(block: Block, left: float, right: float, y: float, drop: float) -> None:
    for post in (left + 40, right - 40):
        block.shape([(post - 7, y - 26), (post + 7, y - 26), (post + 7, 960), (post - 7, 960)], WELL)
    block.shape([(left, y - 9), (right, y - 15), (right, y + 3), (left, y + 9)], TURMERIC)
    x: float = left + 66
    while x < right - 60:
        end = y + drop + block.hand.uniform(-26, 26)
        sway = block.hand.uniform(-4, 4)
        block.shape([(x, y - 5), (x + 7.5, y - 5), (x + 6.5 + sway, end), (x + 2 + sway, end)], PAPER)
        x += block.hand.choice((10.5, 10.5, 11.5, 12.5))


def noodles_in_their_bag() -> bytes:
    """A paper bag of noodles with a window and a woven diamond."""
    block = Block(PLATE, 3)
    for radius in (380, 410):
        block.ring((600, 450), (radius, radius), 15, 8, INK)
    bag = [(390, 150), (810, 150), (842, 800), (358, 800)]
    block.shape([(x + 2 * OFF, y + 2 * OFF) for x, y in bag], TURMERIC)
    block.shape(bag, INK)
    block.shape([(396, 156), (804, 156), (835, 794), (365, 794)], WELL)
    block.shape([(396, 156), (804, 156), (808, 236), (392, 236)], INK)
    for x in range(410, 800, 26):
        block.sliver((x, 162), (x - 4, 230), 5, WELL)
    block.shape([(462, 500), (738, 500), (744, 742), (456, 742)], INK)
    for x in range(466, 736, 11):
        block.shape([(x, 508), (x + 6.5, 508), (x + 6 + block.hand.uniform(-3, 3), 734), (x, 734)], PAPER)
    _diamond(block, (600, 366), 7.5)
    return block.print()


def _diamond(block: Block, centre: Point, row: float) -> None:
    """The woven diamond of the site: rows of half-widths 1 to 9, and its core."""
    for widths, colour in (((1, 3, 5, 7, 9, 7, 5, 3, 1), INK), ((1, 3, 5, 3, 1), TURMERIC)):
        for number, half in enumerate(widths):
            x, y = centre[0], centre[1] + (number - len(widths) / 2) * 2 * row
            block.shape(
                [
                    (x - half * row, y),
                    (x + half * row, y),
                    (x + half * row, y + 2 * row),
                    (x - half * row, y + 2 * row),
                ],
                colour,
            )
