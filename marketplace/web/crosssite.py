"""Posts from other sites are refused: by what the browser says of itself, and behind a sign-in by a token too."""

from flask import request
from flask_wtf.csrf import validate_csrf
from wtforms import ValidationError

from marketplace.core.errors import Forbidden
from marketplace.core.settings import settings
from marketplace.core.texts import N_

_EXPIRED = N_("Trang đã mở quá lâu. Xin tải lại trang rồi gửi lần nữa.")
_FOREIGN = N_("Yêu cầu này đến từ một trang khác nên không được nhận.")


def refuse_cross_site(*, tokenless_allowed: bool) -> None:
    """Raise Forbidden for a POST from elsewhere, judged by ``Sec-Fetch-Site``, else ``Origin``.

    A program sends neither: it is heard only where a stranger may post (``tokenless_allowed``).
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        allowed = site in ("same-origin", "none")
    elif (origin := request.headers.get("Origin")) is not None:
        allowed = origin in (request.host_url.rstrip("/"), settings().site_url)  # a proxy may hide that it is HTTPS
    else:
        allowed = tokenless_allowed
    if not allowed:
        raise Forbidden(_FOREIGN)


def refuse_without_token() -> None:
    """Raise Forbidden unless the form carries the session's token."""
    try:
        validate_csrf(request.form.get("csrf_token"))
    except ValidationError as error:
        raise Forbidden(_EXPIRED) from error
