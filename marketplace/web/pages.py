"""Pages: templates rendered with undefined names as errors, and the few names that every template knows."""

from functools import partial
from typing import Any

from flask import Flask, Response, make_response, render_template
from flask_wtf.csrf import generate_csrf
from jinja2 import StrictUndefined
from markupsafe import Markup

from marketplace.core.settings import Settings
from marketplace.core.text import format_date, format_moment, format_money, format_number
from marketplace.web.assets import Assets


def page(template: str, *, status: int = 200, **context: Any) -> Response:
    """Render a template as the answer."""
    return make_response(render_template(template, **context), status)


def prepare_templates(app: Flask, settings: Settings, assets: Assets) -> None:
    """Give the templates their globals and filters."""
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.globals.update(
        asset=assets.url, site=settings_for_pages(settings), csrf_token=generate_csrf, svg=partial(_svg, assets)
    )
    environment.filters.update(money=format_money, number=format_number, day=format_date, moment=format_moment)


def settings_for_pages(settings: Settings) -> dict[str, Any]:
    """What templates may know of the installation."""
    return {
        "name": settings.site_name,
        "owner": settings.site_owner,
        "owner_phone": settings.site_owner_phone,
        "is_demonstration": settings.is_demonstration,
        "url": settings.site_url,
    }


def _svg(assets: Assets, name: str) -> Markup:
    """A drawing of our own set into the page, so that it takes the page's colours."""
    return Markup(assets.text(name))  # noqa: S704  # files of this repository, never a visitor's
