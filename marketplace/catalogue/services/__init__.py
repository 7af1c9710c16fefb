"""Every write of the catalogue, one function per thing that a person can do."""

from marketplace.catalogue.services.certificates import claim_certificate, correct_claim, verify_certificate
from marketplace.catalogue.services.entering import (
    enter_certificates,
    enter_offers,
    enter_packs,
    enter_products,
    product_match_key,
)
from marketplace.catalogue.services.import_runs import (
    begin_taking,
    confirm_list,
    drop_list,
    forget_old_lists,
    hand_in,
    list_goes_on,
    note_portion,
    note_recount,
    note_rows,
    note_seen,
)
from marketplace.catalogue.services.merges import merge_products, undo_product_merge
from marketplace.catalogue.services.offers import put_offer, put_pack
from marketplace.catalogue.services.photos import put_photos
from marketplace.catalogue.services.portions import keep_drafts
from marketplace.catalogue.services.products import (
    add_product,
    product_changed,
    products_changed,
    put_class,
    revise_product,
)

__all__ = [
    "add_product",
    "begin_taking",
    "claim_certificate",
    "confirm_list",
    "correct_claim",
    "drop_list",
    "enter_certificates",
    "enter_offers",
    "enter_packs",
    "enter_products",
    "forget_old_lists",
    "hand_in",
    "keep_drafts",
    "list_goes_on",
    "merge_products",
    "note_portion",
    "note_recount",
    "note_rows",
    "note_seen",
    "product_changed",
    "product_match_key",
    "products_changed",
    "put_class",
    "put_offer",
    "put_pack",
    "put_photos",
    "revise_product",
    "undo_product_merge",
    "verify_certificate",
]
