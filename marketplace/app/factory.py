"""Builds the application: reads settings and registers, nothing else; no database is touched, nothing is asked."""

from urllib.parse import urlsplit

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from marketplace.accounts.vocabulary import IDLE_FOR_PEOPLE
from marketplace.app.actors import load_actor
from marketplace.app.benches import show_benches
from marketplace.app.configuration import load_settings
from marketplace.app.waiting import show_waiting
from marketplace.app.wiring import SECTIONS, SUBSCRIPTIONS
from marketplace.core.db import database
from marketplace.core.outbox import subscribe
from marketplace.core.resources import resource
from marketplace.core.settings import Settings, use_settings
from marketplace.web.assets import Assets, serve_assets
from marketplace.web.compression import compress_answers
from marketplace.web.errors import register_errors
from marketplace.web.headers import add_headers
from marketplace.web.language import SpeakingFlask, prepare_language
from marketplace.web.pages import prepare_templates
from marketplace.web.signin import prepare_signin
from marketplace.web.vietnamese import mark_vietnamese


def create_app(settings: Settings) -> Flask:
    """The WSGI application for these settings."""
    use_settings(settings)
    app = SpeakingFlask(
        "marketplace", template_folder=str(resource("templates")), static_folder=str(resource("static"))
    )
    app.config.update(_flask_settings(settings))
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies)  # type: ignore[method-assign]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # the default provider has it
    database.init_app(app)
    subscribe(SUBSCRIPTIONS)
    assets = Assets(resource("static"))
    prepare_language(app)
    prepare_templates(app, settings, assets)
    serve_assets(app, assets)
    compress_answers(app)
    add_headers(app, https=_is_https(settings))
    mark_vietnamese(app)
    prepare_signin(app, load_actor)
    register_errors(app)
    show_benches(app)
    show_waiting(app)
    for section in SECTIONS:
        app.register_blueprint(section)
    return app


def _is_https(settings: Settings) -> bool:
    return settings.site_url.startswith("https://")


def _hosts(settings: Settings) -> list[str] | None:
    """The names under which a public site answers; under loopback's too, for /healthz is asked on the machine."""
    if settings.kind != "production":
        return None
    return [str(urlsplit(settings.site_url).hostname), "127.0.0.1", "localhost"]


def _flask_settings(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": settings.secret_key,
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": {"hide_parameters": True},  # names and phones are no business of a log
        "SESSION_COOKIE_NAME": "marketplace",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": _is_https(settings),
        "PERMANENT_SESSION_LIFETIME": IDLE_FOR_PEOPLE,
        "SESSION_REFRESH_EACH_REQUEST": False,  # web/signin.py does, once a day
        "WTF_CSRF_TIME_LIMIT": None,  # a form left open over lunch is still the session's
        "MAX_CONTENT_LENGTH": 1024 * 1024,
        "TESTING": settings.kind == "test",
        "TRUSTED_HOSTS": _hosts(settings),
    }


def create_from_environment() -> Flask:
    """The application as a web server starts it."""
    return create_app(load_settings())
