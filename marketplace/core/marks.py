"""Marks of addresses: under which what was written to one is found again when its owner asks to be forgotten."""

import hmac
from hashlib import sha256

from marketplace.core.settings import settings


def mark_of(address: str) -> str:
    """The mark of an e-mail address. Keyed, for a plain hash of one is undone by trying those that are known."""
    return hmac.new(settings().secret_key.encode(), f"about:{address}".encode(), sha256).hexdigest()[:40]
