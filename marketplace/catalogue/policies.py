"""Who may do what with the catalogue."""

from marketplace.catalogue.queries import are_verifiable
from marketplace.catalogue.queries.reviews import are_reviewable
from marketplace.core.permissions import Permission

# The loader stays within the actor's areas already; settling wants more than viewing.
may_verify_certificates = Permission("may_verify_certificates", are_verifiable)
may_review_products = Permission("may_review_products", are_reviewable)
may_review_product = Permission("may_review_product", lambda actor, product: are_reviewable(actor, [product]))
may_see_own_products = Permission("may_see_own_products", lambda actor, _: bool(actor.supplier_ids))
