"""Hashes of passwords: argon2id (RFC 9106), slow on purpose."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from marketplace.accounts.vocabulary import LONGEST_PASSWORD, SHORTEST_PASSWORD, is_guessed
from marketplace.core.errors import Refused
from marketplace.core.texts import N_

_hasher = PasswordHasher()
# Checked when nobody has the login, so that the answer takes as long as for a wrong password. Of today's parameters,
# and written down: made at the start it would cost each process its time.
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$1EQLvUyosR1UkPokOxJF/g$2MXj7FqICbht7b4KdvwyhE8JkqWn1eYkYmZoqUssKEI"

TOO_SHORT = N_("Mật khẩu cần ít nhất %(least)s ký tự.")
TOO_LONG = N_("Mật khẩu dài quá %(most)s ký tự.")
GUESSED_FIRST = N_("Mật khẩu này nhiều người dùng nên bị đoán đầu tiên: hãy chọn mật khẩu khác.")


def hashed(password: str) -> str:
    """The hash to keep. Raises Refused (``password``)."""
    if len(password) < SHORTEST_PASSWORD:
        raise Refused(TOO_SHORT, field="password", least=SHORTEST_PASSWORD)
    if len(password) > LONGEST_PASSWORD:
        raise Refused(TOO_LONG, field="password", most=LONGEST_PASSWORD)
    if is_guessed(password):
        raise Refused(GUESSED_FIRST, field="password")
    return _hasher.hash(password)


def is_password(kept: str | None, password: str) -> bool:
    """Whether it is the password of a kept hash. Without one it is not, and that takes as long to say."""
    try:
        return _hasher.verify(kept or _NOBODY, password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def rehashed(kept: str | None, password: str) -> str | None:
    """A hash with today's parameters, where the kept one was made with others; ``password`` must be right."""
    return _hasher.hash(password) if kept and _hasher.check_needs_rehash(kept) else None
