"""Who may do what with the catalogue."""

from marketplace.core.actor import Actor
from marketplace.core.permissions import Permission


def _reviews(actor: Actor, _certificate: object) -> bool:
    """The certificate was loaded within the actor's areas already; verifying wants more than viewing."""
    return actor.is_administrator or bool(actor.reviewed_area_ids)


may_verify_certificate = Permission("may_verify_certificate", _reviews)
