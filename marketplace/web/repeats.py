"""What was sent twice counts once: the second tap is answered with the result of the first."""

import hmac
from hashlib import sha256

from flask import Response, make_response, redirect, request

from marketplace.core.actor import Actor
from marketplace.core.form_keys import remember, result_of
from marketplace.core.settings import settings

_NOT_SAID = ("form_key", "csrf_token")


def known_result(actor: Actor) -> Response | None:
    """Where the result stands if the same was sent before, with the same key, and succeeded; reads the database."""
    found = _key_and_scope(actor)
    location = result_of(*found) if found else None
    return make_response(redirect(location, 303)) if location else None


def remember_result(actor: Actor, response: Response) -> None:
    """Note a success in its own transaction. A refusal is never noted: what was mended may be sent again."""
    found = _key_and_scope(actor)
    if found and response.location:
        remember(*found, response.location)


def _key_and_scope(actor: Actor) -> tuple[str, str] | None:
    key = request.headers.get("Idempotency-Key") or request.form.get("form_key", "")
    if not 8 <= len(key) <= 80:
        return None
    return key, f"{request.endpoint} {actor.account_id or '-'} {_sent()}"


def _sent() -> str:
    """A digest of where and what was sent.

    The same key with anything else is something else: a form that the browser kept, changed and sent again; another
    button of the page; two programs that both count their keys from 1. Keyed, for a form may hold a password.
    """
    digest = hmac.new(settings().secret_key.encode(), request.path.encode(), sha256)
    for name, value in sorted(request.form.items(multi=True)):
        if name not in _NOT_SAID:
            digest.update(f"\0{name}\0{value}".encode())
    for name, file in sorted(request.files.items(multi=True)):
        digest.update(f"\0{name}\0{file.filename}\0".encode() + file.stream.read())
        file.stream.seek(0)
    if not request.form and not request.files:
        digest.update(request.get_data())
    return digest.hexdigest()[:40]
