"""Who hands in a list, and what it may do."""

from marketplace.accounts.models import Account
from marketplace.accounts.queries import grants_of
from marketplace.catalogue.models import ImportRun
from marketplace.catalogue.vocabulary.mandates import EVERYWHERE, Mandate
from marketplace.core.actor import STRANGER, Actor
from marketplace.core.db import session
from marketplace.places.queries import area_of, place
from marketplace.places.vocabulary import Era, Level, ResolvedPlace
from marketplace.suppliers.queries import memberships_of, root_ids


def actor_of_run(run: ImportRun) -> Actor:
    """Who handed the list in, with the rights of now: what has ended since then is ended; a stranger for a command."""
    if run.account_id is None:
        return STRANGER
    account = session.get_one(Account, run.account_id)
    if account.disabled_at is not None:
        return Actor(account.id, account.name)
    return Actor(account.id, account.name, grants_of(account.id), memberships_of(account.id))


def mandate_of(run: ImportRun, actor: Actor) -> Mandate:
    """What this list may do: a command and an administrator everything, an officer the areas that he reviews."""
    if run.supplier_id is not None:
        own = root_ids([run.supplier_id])[run.supplier_id]
        return Mandate(supplier_id=own) if actor.speaks_for(own) else Mandate(areas=(), supplier_id=own)
    if run.account_id is None or actor.is_administrator:
        return EVERYWHERE
    ids = actor.reviewed_area_ids
    return Mandate(areas=tuple(area_of(place_id) for place_id in ids), home=_home(ids[0]) if len(ids) == 1 else None)


def _home(place_id: str) -> ResolvedPlace:
    """Where a row is that names no place: the commune or province of the officer who hands it in."""
    unit = place(place_id)
    if unit.era == Era.FORMER:
        return ResolvedPlace("", legacy_place_id=unit.id)
    return ResolvedPlace("", unit.id if unit.level == Level.COMMUNE else None, None, unit.province_id)
