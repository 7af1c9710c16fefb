"""What a supplier writes about its products: drafts that nobody else sees, and handing them in."""

from marketplace.catalogue.services.product_forms.drafting import (
    begin_draft,
    begin_edit,
    drop_draft,
    forget_old_drafts,
    reopen_draft,
    save_draft,
)
from marketplace.catalogue.services.product_forms.handing_in import hand_in_draft
from marketplace.catalogue.services.product_forms.pictures import add_picture, drop_scan, move_picture, put_scan
from marketplace.catalogue.services.product_forms.stopping import sell_again, stop_selling

__all__ = [
    "add_picture",
    "begin_draft",
    "begin_edit",
    "drop_draft",
    "drop_scan",
    "forget_old_drafts",
    "hand_in_draft",
    "move_picture",
    "put_scan",
    "reopen_draft",
    "save_draft",
    "sell_again",
    "stop_selling",
]
