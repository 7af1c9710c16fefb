"""A section of routes that only these tests have: what a route states, and what then happens in which order."""

from dataclasses import dataclass, field
from typing import Any

from flask import Response, abort, jsonify, redirect, request
from flask.typing import ResponseReturnValue

from marketplace.core.actor import Actor
from marketplace.core.db import is_in_transaction
from marketplace.core.errors import Conflict, Forbidden, Missing, Refused, Unavailable
from marketplace.core.permissions import Permission, anyone, signed_in
from marketplace.core.stamps import put_stamp
from marketplace.web.sections import Section


@dataclass
class Trial:
    """What happened, in order, each with whether a transaction was open."""

    happened: list[tuple[str, bool]] = field(default_factory=list)

    def note(self, what: str) -> None:
        """Note a step."""
        self.happened.append((what, is_in_transaction()))

    def steps(self) -> list[str]:
        """The steps alone."""
        return [what for what, _ in self.happened]


trial = Trial()
section = Section("trial", __name__)


def _find(_actor: Actor, name: str) -> str | None:
    trial.note("load")
    return None if name == "missing" else name


def _may(_actor: Actor, target: Any) -> bool:
    trial.note("allow")
    return bool(target != "forbidden")


def _prepared() -> str:
    trial.note("prepare")
    return "prepared"


may = Permission("may", _may, for_strangers=True)
may_signed_in = Permission("may_signed_in", _may)
ERRORS: dict[str, Exception] = {
    "refused": Refused("Giá này thấp quá.", field="price"),
    "missing": Missing(),
    "forbidden": Forbidden(),
    "conflict": Conflict(),
    "unavailable": Unavailable(),
    "unexpected": ZeroDivisionError("0900 000 045"),
}


def _put(name: str, status: int) -> ResponseReturnValue:
    trial.note("view")
    put_stamp("trial", name)
    return (
        redirect(f"/trial/page/{name}", 303)
        if status == 303
        else Response("done " * 200, status, mimetype="text/plain")
    )


@section.page("/trial/page/<name>", load=_find, allow=may)
def look(name: str) -> ResponseReturnValue:
    """A page that tries to write."""
    return _put(name, int(request.args.get("status", "200")))


@section.page("/trial/records/<name>", load=_find, allow=may, records=True)
def record(name: str) -> ResponseReturnValue:
    """A page that may write."""
    return _put(name, int(request.args.get("status", "200")))


@section.page("/trial/mine", allow=signed_in)
def mine() -> ResponseReturnValue:
    """A page behind the sign-in."""
    return jsonify("mine")


@section.action("/trial/act/<name>", load=_find, allow=may, prepare=_prepared)
def act(name: str, prepared: str) -> ResponseReturnValue:
    """An action for everybody."""
    assert prepared == "prepared"
    return _put(name, int(request.form.get("status", "303")))


@section.action("/trial/own/<name>", load=_find, allow=may_signed_in, prepare=_prepared)
def act_signed_in(name: str, prepared: str) -> ResponseReturnValue:
    """An action behind the sign-in."""
    return _put(name, 303)


@section.action("/trial/again", allow=anyone, once=False)
def again() -> ResponseReturnValue:
    """An action that counts each time."""
    return _put("again", 303)


@section.action("/trial/large", allow=anyone, body_limit=200_000)
def large() -> ResponseReturnValue:
    """An action that takes more."""
    return _put("large", 303)


def _too_large() -> ResponseReturnValue:
    trial.note("too large")
    return Response("Nhiều nhất 200 KB.", mimetype="text/plain")


@section.action("/trial/own-large", allow=may_signed_in, body_limit=200_000, too_large=_too_large)
def own_large() -> ResponseReturnValue:
    """An action that says in its own words what is too large."""
    return _put("large", 303)


@section.page("/trial/fails/<name>", allow=anyone)
@section.page("/api/trial/fails/<name>", allow=anyone, endpoint="api_fail")
def fail(name: str) -> ResponseReturnValue:
    """A page that is refused."""
    if name.isdigit():
        abort(int(name))
    raise ERRORS[name]


@section.page("/api/trial/mine", allow=signed_in, endpoint="api_mine")
def api_mine() -> ResponseReturnValue:
    """For programs that have signed in."""
    return jsonify("mine")
