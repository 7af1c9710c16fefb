"""Drawings that stand for photographs in the demonstration: two-colour block prints, drawn here, alike at every start.

As ``looks`` has it: a key block in ink, a second block in turmeric printed a little off, cuts that show the ground.
"""

from collections.abc import Callable

from marketplace.app.demonstration.drawings.noodles import noodles_in_their_bag, noodles_on_racks, noodles_on_trays
from marketplace.app.demonstration.drawings.others import persimmons_in_a_basket, tea_in_its_cup

DRAWINGS: dict[str, Callable[[], bytes]] = {
    "noodles_on_trays": noodles_on_trays,
    "noodles_on_racks": noodles_on_racks,
    "noodles_in_their_bag": noodles_in_their_bag,
    "tea_in_its_cup": tea_in_its_cup,
    "persimmons_in_a_basket": persimmons_in_a_basket,
}
