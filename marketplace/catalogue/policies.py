"""Who may do what with the catalogue."""

from marketplace.catalogue.queries import are_verifiable
from marketplace.catalogue.queries.reviews import are_reviewable
from marketplace.core.permissions import Permission
from marketplace.suppliers.queries import own_suppliers

# The loader stays within the actor's areas already; settling wants more than viewing.
may_verify_certificates = Permission("may_verify_certificates", are_verifiable)
may_verify_certificate = Permission("may_verify_certificate", lambda actor, paper: are_verifiable(actor, [paper]))
may_review_products = Permission("may_review_products", are_reviewable)
may_review_product = Permission("may_review_product", lambda actor, product: are_reviewable(actor, [product]))
may_see_own_products = Permission("may_see_own_products", lambda actor, _: bool(actor.supplier_ids))
# The loaders of both benches stay within the actor's areas, or suppliers, already.
may_see_scans = Permission("may_see_scans", lambda actor, scan: scan is not None)

# A list may do what its actor may, row by row; here it is asked who has anything to hand in at all.
may_hand_in_lists = Permission(
    "may_hand_in_lists", lambda actor, _: actor.is_administrator or bool(actor.reviewed_area_ids)
)
may_hand_in_own_lists = Permission("may_hand_in_own_lists", lambda actor, _: bool(actor.supplier_ids))

# Loaders stay within the suppliers for whom the actor speaks, an applied one too; here it is asked who has any.
may_sell_too = Permission(
    "may_sell_too",
    lambda actor, shown: any(supplier.id != shown.listing.producer_id for supplier in own_suppliers(actor)),
)
may_write_products = Permission("may_write_products", lambda actor, _: bool(actor.supplier_ids))

# Whoever applied can be an officer too: the service refuses the own application.
may_decide_application = Permission("may_decide_application", lambda actor, one: one.may_decide)
may_decide_applications = Permission(
    "may_decide_applications", lambda actor, found: all(one.may_decide for one in found)
)
may_settle_report = Permission("may_settle_report", lambda actor, file: file.may_settle)
