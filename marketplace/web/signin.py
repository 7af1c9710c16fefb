"""Who is signed in: the only file that knows flask_login. ``app`` hands in how an Actor is built."""

from collections.abc import Callable

from flask import Flask, g, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from marketplace.core.actor import STRANGER, Actor

ActorLoader = Callable[[str], Actor | None]


class _SignedIn(UserMixin):  # type: ignore[misc]  # flask_login is untyped
    """What flask_login keeps: the session's text and the actor that it stands for."""

    def __init__(self, session_text: str, actor: Actor) -> None:
        self.id = session_text
        self.actor = actor


def prepare_signin(app: Flask, load_actor: ActorLoader) -> None:
    """Set up sessions; ``load_actor`` turns the session's text into an Actor, None when it has ended."""
    manager = LoginManager(app)
    manager.session_protection = None  # a phone changes its address all day
    manager.user_loader(lambda text: _signed_in(text, load_actor))


def _signed_in(session_text: str, load_actor: ActorLoader) -> _SignedIn | None:
    actor = load_actor(session_text)
    return _SignedIn(session_text, actor) if actor else None


def current_actor() -> Actor:
    """Who asks; a stranger when nobody has signed in. Read once a request."""
    if "actor" not in g:
        g.actor = current_user.actor if current_user.is_authenticated else STRANGER
    actor: Actor = g.actor
    return actor


def sign_in(session_text: str, actor: Actor) -> None:
    """Begin a session for ``actor``, with nothing of the one before: somebody else may have put that there."""
    session.clear()
    login_user(_SignedIn(session_text, actor))
    g.actor = actor


def sign_out() -> None:
    """End the session."""
    logout_user()
    session.clear()
    g.actor = STRANGER
