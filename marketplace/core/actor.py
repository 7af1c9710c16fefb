"""Who asks: an account with its grants and memberships, or a stranger. Built in ``app``, read everywhere."""

from dataclasses import dataclass
from typing import Literal

GrantRole = Literal["officer", "administrator"]
GrantLevel = Literal["viewer", "reviewer"]
MemberRole = Literal["member", "manager"]


@dataclass(frozen=True)
class Grant:
    """A right given by the administration: officer of the area ``place_id``, or administrator of the site."""

    role: GrantRole
    level: GrantLevel
    place_id: str | None


@dataclass(frozen=True)
class Membership:
    """Speaks for the supplier ``supplier_id``; ``is_public`` says whether anybody else sees it at present."""

    supplier_id: int
    role: MemberRole
    is_public: bool = True


@dataclass(frozen=True)
class Actor:
    """The one who asks; without ``account_id`` a stranger.

    ``session_id`` is the public id of the session in which it is asked. ``lacks_second_factor``: rights of the
    administration were granted, but are not in ``grants`` until a second factor has been set up and shown.
    """

    account_id: int | None = None
    name: str = ""
    grants: tuple[Grant, ...] = ()
    memberships: tuple[Membership, ...] = ()
    session_id: str | None = None
    lacks_second_factor: bool = False

    @property
    def is_stranger(self) -> bool:
        """Nobody has signed in."""
        return self.account_id is None

    @property
    def is_administrator(self) -> bool:
        """Has the run of the whole site."""
        return any(grant.role == "administrator" for grant in self.grants)

    @property
    def is_officer(self) -> bool:
        """Has an area to look after."""
        return any(grant.role == "officer" for grant in self.grants)

    @property
    def area_ids(self) -> tuple[str, ...]:
        """Place ids of the areas that were granted, in the order given."""
        return tuple(g.place_id for g in self.grants if g.role == "officer" and g.place_id is not None)

    @property
    def reviewed_area_ids(self) -> tuple[str, ...]:
        """Place ids of the areas in which this officer may also change things."""
        return tuple(
            g.place_id for g in self.grants if g.role == "officer" and g.level == "reviewer" and g.place_id is not None
        )

    @property
    def supplier_ids(self) -> tuple[int, ...]:
        """Suppliers for whom the actor speaks."""
        return tuple(membership.supplier_id for membership in self.memberships)

    def manages(self, supplier_id: int) -> bool:
        """Whether the actor also decides who else speaks for that supplier."""
        return any(m.supplier_id == supplier_id and m.role == "manager" for m in self.memberships)

    def speaks_for(self, supplier_id: int) -> bool:
        """Whether the actor is a member or manager of that supplier."""
        return supplier_id in self.supplier_ids


STRANGER = Actor()
