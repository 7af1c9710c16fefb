"""What the pages print on which a supplier writes its products."""

from marketplace.catalogue.presenters.product_forms.checklist import Given, missing_words, warnings_of
from marketplace.catalogue.presenters.product_forms.own import (
    DraftRow,
    OwnPage,
    OwnRow,
    SoldRow,
    draft_row,
    own_row,
    promise_of,
    sold_row,
    stopped_row,
)
from marketplace.catalogue.presenters.product_forms.sheets import (
    ClassTick,
    PictureRow,
    Sector,
    Sheet,
    chosen_class,
    picture_rows,
    saved_words,
    sectors,
)

__all__ = [
    "ClassTick",
    "DraftRow",
    "Given",
    "OwnPage",
    "OwnRow",
    "PictureRow",
    "Sector",
    "Sheet",
    "SoldRow",
    "chosen_class",
    "draft_row",
    "missing_words",
    "own_row",
    "picture_rows",
    "promise_of",
    "saved_words",
    "sectors",
    "sold_row",
    "stopped_row",
    "warnings_of",
]
