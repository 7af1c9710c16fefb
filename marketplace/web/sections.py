"""Sections: blueprints whose routes state beside their URL what they load, who may, and what is slow.

A page is a GET that changes nothing. An action is a POST: who asks → may strangers? → the body read and parsed →
``prepare`` (slow work, no transaction open) → the transaction → ``load`` or 404 → ``allow`` or 401/403 → the view
(form, service, answer) → commit on 2xx and 3xx, roll back on 4xx and 5xx.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from flask import Blueprint, Response, make_response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from marketplace.core.actor import Actor
from marketplace.core.db import transaction
from marketplace.core.errors import Conflict, Forbidden, Missing
from marketplace.core.permissions import Permission
from marketplace.web.crosssite import refuse_cross_site, refuse_without_token
from marketplace.web.repeats import known_result, remember_result
from marketplace.web.signin import current_actor

View = Callable[..., ResponseReturnValue]
AnyView = TypeVar("AnyView", bound=View)
Load = Callable[..., Any]

OFFICERS = "can-bo"  # the first part of their addresses
FORM_LIMIT = 64 * 1024  # bytes; forms with files state a limit of their own


class SignInNeeded(Exception):
    """A stranger asked for what needs a sign-in; ``web/errors.py`` leads there and back."""


class SecondFactorNeeded(Exception):
    """An officer without a second factor asked for an officer's page; ``web/errors.py`` leads to where it is set up."""


@dataclass(frozen=True)
class Rules:
    """What a route states beside its URL."""

    allow: Permission
    load: Load | None = None
    prepare: Callable[[], Any] | None = None
    once: bool = False
    records: bool = False
    private: bool = False
    body_limit: int = FORM_LIMIT
    too_large: Callable[[], ResponseReturnValue] | None = None


class Section(Blueprint):
    """A package's routes."""

    def page(
        self,
        rule: str,
        *,
        allow: Permission,
        load: Load | None = None,
        records: bool = False,
        private: bool = False,
        endpoint: str | None = None,
    ) -> Callable[[AnyView], AnyView]:
        """A GET. ``records=True`` lets it write (a look at personal data, *seen*); ``private`` keeps it uncached."""
        rules = Rules(allow, load, records=records, private=private or records or not allow.for_strangers)
        return self._route(rule, "GET", rules, endpoint)

    def action(
        self,
        rule: str,
        *,
        allow: Permission,
        load: Load | None = None,
        prepare: Callable[[], Any] | None = None,
        once: bool = True,
        body_limit: int = FORM_LIMIT,
        too_large: Callable[[], ResponseReturnValue] | None = None,
        endpoint: str | None = None,
    ) -> Callable[[AnyView], AnyView]:
        """A POST. ``once=True`` makes a form key that succeeded show its result again instead of a second one.

        ``too_large`` answers a body over the limit, of which nothing was read, better than the general page does.
        """
        rules = Rules(allow, load, prepare, once=once, private=True, body_limit=body_limit, too_large=too_large)
        return self._route(rule, "POST", rules, endpoint)

    def _route(self, rule: str, method: str, rules: Rules, endpoint: str | None) -> Callable[[AnyView], AnyView]:
        def decorate(view: AnyView) -> AnyView:
            answer = _answer_get if method == "GET" else _answer_post

            @wraps(view)
            def handle(**arguments: Any) -> Response:
                return answer(view, rules, arguments)

            handle.rules = rules  # type: ignore[attr-defined]  # read by the test of permissions
            self.add_url_rule(rule, endpoint or view.__name__, handle, methods=[method])
            return view

        return decorate


def rules_of(view: Any) -> Rules | None:
    """What a registered view function states, None for one that is not a section's."""
    return getattr(view, "rules", None)


def _answer_get(view: View, rules: Rules, arguments: dict[str, Any]) -> Response:
    actor = _asking(rules)
    with transaction(write=rules.records) as current:
        response = make_response(_call(view, rules, actor, arguments))
        if response.status_code >= 400:
            current.abandon()
    response.headers.setdefault("Cache-Control", _caching(rules, actor))
    return response


def _caching(rules: Rules, actor: Actor) -> str:
    """Who has signed in sees the own name on public pages too, and a cache between must not show it to others."""
    if rules.private:
        return "no-store"
    return "no-cache" if actor.is_stranger else "private, no-cache"


def _answer_post(view: View, rules: Rules, arguments: dict[str, Any]) -> Response:
    actor = _asking(rules)
    refuse_cross_site(tokenless_allowed=rules.allow.for_strangers)
    try:
        _read_body(rules)
    except RequestEntityTooLarge:
        return _answer_too_large(rules, actor)
    if not rules.allow.for_strangers:
        refuse_without_token()
    extra = {"prepared": rules.prepare()} if rules.prepare else {}
    try:
        response = _act(view, rules, actor, arguments, extra)
    except Conflict:
        other = _result_of_other_tap(rules, actor)
        if other is None:
            raise
        response = other
    response.headers["Cache-Control"] = "no-store"
    return response


def _answer_too_large(rules: Rules, actor: Actor) -> Response:
    if rules.too_large is None:
        raise RequestEntityTooLarge
    with transaction(write=False):
        if not rules.allow(actor):
            raise Forbidden
        response = make_response(rules.too_large(), 413)
    response.headers["Cache-Control"] = "no-store"
    return response


def _act(view: View, rules: Rules, actor: Actor, arguments: dict[str, Any], extra: dict[str, Any]) -> Response:
    with transaction(write=True) as current:
        response = known_result(actor) if rules.once else None
        if response is None:
            response = make_response(_call(view, rules, actor, arguments, **extra))
            if response.status_code >= 400:
                current.abandon()
            elif rules.once:
                remember_result(actor, response)
    return response


def _result_of_other_tap(rules: Rules, actor: Actor) -> Response | None:
    """Two taps at the same moment may both find nothing known; the slower one's note is then refused."""
    with transaction(write=False):
        return known_result(actor) if rules.once else None


def _asking(rules: Rules) -> Actor:
    actor = current_actor()
    if actor.is_stranger and not rules.allow.for_strangers:
        raise SignInNeeded
    if actor.lacks_second_factor and OFFICERS in request.path.split("/")[1:3]:
        raise SecondFactorNeeded
    return actor


def _read_body(rules: Rules) -> None:
    """Take in the whole body now: nothing slow may happen between BEGIN and commit."""
    request.max_content_length = rules.body_limit
    request.max_form_memory_size = rules.body_limit
    if request.mimetype in ("application/x-www-form-urlencoded", "multipart/form-data"):
        _ = request.form, request.files
    else:
        request.get_data(cache=True)


def _call(view: View, rules: Rules, actor: Actor, arguments: dict[str, Any], **extra: Any) -> ResponseReturnValue:
    if rules.load is None:
        if not rules.allow(actor):
            raise Forbidden
        return view(**arguments, **extra)
    target = rules.load(actor, **arguments)
    if target is None:
        raise Missing
    if not rules.allow(actor, target):
        raise Forbidden
    return view(target, **extra)
