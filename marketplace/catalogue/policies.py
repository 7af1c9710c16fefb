"""Who may do what with the catalogue."""

from marketplace.catalogue.queries import is_verifiable
from marketplace.core.permissions import Permission

# The loader stays within the actor's areas already; verifying wants more than viewing.
may_verify_certificate = Permission("may_verify_certificate", is_verifiable)
