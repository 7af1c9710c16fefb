"""Random public identifiers: integer keys never leave the site."""

import secrets

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # without letters that are misread on paper
_LENGTH = 20  # 31^20 > 2^99: not to be guessed
_POSSIBLE = len(_ALPHABET) ** _LENGTH


def public_id() -> str:
    """A fresh identifier of 20 characters that can be read aloud and stand in an address."""
    number = secrets.randbelow(_POSSIBLE)  # one draw: twenty would cost ten times as much
    letters = []
    for _ in range(_LENGTH):
        number, letter = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[letter])
    return "".join(letters)
