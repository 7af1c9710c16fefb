"""Who is signed in: the only file that knows flask_login. ``app`` hands in how an Actor is built."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask, g, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from marketplace.core.actor import STRANGER, Actor
from marketplace.core.clock import now, today

ActorLoader = Callable[[str], Actor | None]
_WAITING, _RENEWED_ON = "waiting_for_code", "renewed_on"


class _SignedIn(UserMixin):  # type: ignore[misc]  # flask_login is untyped
    """What flask_login keeps: the session's token and the actor for whom it stands."""

    def __init__(self, token: str, actor: Actor) -> None:
        self.id = token
        self.actor = actor


@dataclass(frozen=True)
class Waiting:
    """Somebody has shown the password of the account that ``account_key`` names, and then wants to go to ``target``."""

    account_key: str
    target: str


def prepare_signin(app: Flask, load_actor: ActorLoader) -> None:
    """Set up sessions; ``load_actor`` turns a session's token into an Actor, None when it has ended."""
    manager = LoginManager(app)
    manager.session_protection = None  # a phone changes its address all day
    manager.user_loader(lambda token: _signed_in(token, load_actor))


def _signed_in(token: str, load_actor: ActorLoader) -> _SignedIn | None:
    actor = load_actor(token)
    if actor is None:
        return None
    if session.get(_RENEWED_ON) != today().isoformat():
        session[_RENEWED_ON] = today().isoformat()  # sends the cookie again, so that it lives on with its use
    return _SignedIn(token, actor)


def current_actor() -> Actor:
    """Who asks; a stranger when nobody has signed in. Read once a request."""
    if "actor" not in g:
        g.actor = current_user.actor if current_user.is_authenticated else STRANGER
    actor: Actor = g.actor
    return actor


def sign_in(token: str, actor: Actor) -> None:
    """Begin a session for ``actor``, with nothing of the one before: somebody else may have put that there."""
    session.clear()
    session.permanent = True  # kept when the browser is closed; how long, the session's row decides
    session[_RENEWED_ON] = today().isoformat()
    login_user(_SignedIn(token, actor))
    g.actor = actor


def sign_out() -> None:
    """End the session of this browser."""
    logout_user()
    session.clear()
    g.actor = STRANGER


def begin_second_step(account_key: str, target: str) -> None:
    """Remember in the signed cookie that the password was shown. It gives no rights: one stays a stranger."""
    session.clear()
    session[_WAITING] = [account_key, target, int(now().timestamp())]
    g.actor = STRANGER


def waiting_for_code(within: timedelta) -> Waiting | None:
    """Whose password this browser has shown within that time; None where nobody's."""
    kept = session.get(_WAITING)
    if not kept or now().timestamp() - kept[2] > within.total_seconds():
        return None
    return Waiting(kept[0], kept[1])
