"""Every write of the catalogue, one function per thing that a person can do."""

from marketplace.catalogue.services.certificates import claim_certificate, correct_claim, verify_certificate
from marketplace.catalogue.services.import_runs import (
    NewList,
    begin_run,
    begin_taking,
    confirm_list,
    drop_list,
    hand_in,
    note_portion,
)
from marketplace.catalogue.services.offers import put_offer, put_pack
from marketplace.catalogue.services.products import (
    add_product,
    product_changed,
    product_match_key,
    put_class,
    revise_product,
)

__all__ = [
    "NewList",
    "add_product",
    "begin_run",
    "begin_taking",
    "claim_certificate",
    "confirm_list",
    "correct_claim",
    "drop_list",
    "hand_in",
    "note_portion",
    "product_changed",
    "product_match_key",
    "put_class",
    "put_offer",
    "put_pack",
    "revise_product",
    "verify_certificate",
]
