"""Random public identifiers: integer keys never leave the site."""

import secrets

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # without letters that are misread on paper
_LENGTH = 20  # 31^20 > 2^99: not to be guessed


def public_id() -> str:
    """A fresh identifier of 20 characters that can be read aloud and stand in an address."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
