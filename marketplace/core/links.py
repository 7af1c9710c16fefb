"""Private links: a signed name of a thing, so that a page can be opened by whoever holds its address.

Nothing is stored: the token is made again whenever the link is needed (a mail, a copied text), and stays the same.
Each purpose signs with a salt of its own, so a buyer's link never opens the supplier's page.
"""

from hashlib import sha256

from itsdangerous import BadSignature, URLSafeSerializer

from marketplace.core.settings import settings


def _serializer(purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(settings().secret_key, salt=purpose, signer_kwargs={"digest_method": sha256})


def private_token(purpose: str, public_id: str) -> str:
    """The token under which the thing ``public_id`` is reached for ``purpose``."""
    return str(_serializer(purpose).dumps(public_id))


def opened_token(purpose: str, token: str) -> str | None:
    """The public id that a token names, or None if it was not made here for this purpose."""
    try:
        value = _serializer(purpose).loads(token)
    except BadSignature:
        return None
    return value if isinstance(value, str) else None
