"""Whole addresses, for mails and files that leave the site."""

from typing import Any

from flask import url_for

from marketplace.core.settings import settings


def whole_address(endpoint: str, **values: Any) -> str:
    """The address of a page with the site's own name before it, whatever ``Host`` the request came with."""
    return settings().site_url + url_for(endpoint, **values)
