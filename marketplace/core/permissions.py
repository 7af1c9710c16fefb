"""Permissions are named objects that a route states beside its URL; each package defines its own in ``policies.py``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from marketplace.core.actor import Actor


@dataclass(frozen=True)
class Permission:
    """Yes or no about (actor, object). ``for_strangers`` says that one need not sign in to be asked about."""

    name: str
    check: Callable[[Actor, Any], bool]
    for_strangers: bool = False

    def __call__(self, actor: Actor, target: Any = None) -> bool:
        """Whether the actor may; a stranger never may where the permission is not for strangers."""
        if actor.is_stranger and not self.for_strangers:
            return False
        return self.check(actor, target)


anyone = Permission("anyone", lambda actor, target: True, for_strangers=True)
signed_in = Permission("signed_in", lambda actor, target: True)
officer = Permission("officer", lambda actor, target: actor.is_officer or actor.is_administrator)
administrator = Permission("administrator", lambda actor, target: actor.is_administrator)
