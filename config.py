"""Fills the typed settings from the environment (``MARKETPLACE_…``); the only file that reads it."""

import os
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from marketplace.core.emails import parse_email
from marketplace.core.settings import Kind, Misconfigured, Settings
from marketplace.core.text import TextRefused

PREFIX = "MARKETPLACE_"
_TEXTS = ("site_name", "site_owner", "site_owner_phone", "mail_from", "host")
_NUMBERS = (
    "port",
    "web_processes",
    "answer_within_hours",
    "review_within_hours",
    "sign_in_tries",
    "sign_in_tries_per_network",
    "inquiries_per_hour",
    "taps_per_hour",
    "keep_contacts_months",
    "proxies",
)
_LARGEST_PORT = 65_535
_SHORTEST_SECRET = 32  # characters


def load(environment: Mapping[str, str] = os.environ, *, kind: str | None = None) -> Settings:
    """Read, check and complete the settings; raises Misconfigured with the name of what is wrong."""
    chosen = kind or environment.get(PREFIX + "KIND", "local")
    if chosen not in get_args(Kind):
        raise Misconfigured(f"{PREFIX}KIND: {chosen!r} is none of {', '.join(get_args(Kind))}")
    folder = Path(environment.get(PREFIX + "DATA", "var")).resolve()
    values = _given(environment)
    if chosen == "demo":
        values.setdefault("site_owner", "UBND xã Quảng Bạch (minh họa)")
        values.setdefault("site_owner_phone", "0900 000 001")
    values.setdefault("mail_from", "cho-phien@example.org")
    port = values.setdefault("port", 8000)
    site_url = environment.get(PREFIX + "SITE_URL") or f"http://127.0.0.1:{port}"
    if chosen == "production":
        _check_production(environment)
    database_url = environment.get(PREFIX + "DATABASE_URL") or f"sqlite:///{folder / 'marketplace.sqlite3'}"
    _check_shapes(site_url, database_url, str(values["mail_from"]), int(port))
    return Settings(
        kind=chosen,  # type: ignore[arg-type]  # checked against get_args(Kind) above
        data_folder=folder,
        database_url=database_url,
        secret_key=environment.get(PREFIX + "SECRET_KEY") or _own_secret(folder),
        site_url=site_url.rstrip("/"),
        **values,  # type: ignore[arg-type]  # names and kinds are those of _TEXTS and _NUMBERS
    )


def _given(environment: Mapping[str, str]) -> dict[str, str | int]:
    values: dict[str, str | int] = {}
    for name in _TEXTS:
        if text := environment.get(PREFIX + name.upper()):
            values[name] = text
    for name in _NUMBERS:
        text = environment.get(PREFIX + name.upper())
        if not text:
            continue
        if not text.isdecimal() or int(text) < 1:
            raise Misconfigured(f"{PREFIX}{name.upper()}: {text!r} is not a positive whole number")
        values[name] = int(text)
    return values


def _check_production(environment: Mapping[str, str]) -> None:
    missing = [n for n in ("SECRET_KEY", "SITE_URL", "SITE_OWNER", "MAIL_FROM") if not environment.get(PREFIX + n)]
    if missing:
        raise Misconfigured("production needs " + ", ".join(PREFIX + name for name in missing))
    if not environment[PREFIX + "SITE_URL"].startswith("https://"):
        raise Misconfigured(f"production needs HTTPS: {PREFIX}SITE_URL")
    if len(environment[PREFIX + "SECRET_KEY"]) < _SHORTEST_SECRET:
        raise Misconfigured(f"{PREFIX}SECRET_KEY: at least {_SHORTEST_SECRET} characters")


def _check_shapes(site_url: str, database_url: str, mail_from: str, port: int) -> None:
    """Raise Misconfigured for what else only the first visitor would notice, or nobody; says no passwords."""
    address = urlsplit(site_url)
    if address.scheme not in ("http", "https") or not address.hostname or address.path.strip("/") or address.query:
        raise Misconfigured(f"{PREFIX}SITE_URL: {site_url!r} is not an address such as https://cho.example.org")
    try:
        make_url(database_url)
    except (ArgumentError, ValueError) as error:
        raise Misconfigured(f"{PREFIX}DATABASE_URL: not an SQLAlchemy address") from error
    try:
        parse_email(mail_from)
    except TextRefused as error:
        raise Misconfigured(f"{PREFIX}MAIL_FROM: {mail_from!r} is not an e-mail address") from error
    if port > _LARGEST_PORT:
        raise Misconfigured(f"{PREFIX}PORT: {port} is larger than {_LARGEST_PORT}")


def _own_secret(folder: Path) -> str:
    """The secret that was made in the data folder at the first start, readable by its owner alone."""
    path = folder / "secret"
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_secret(path)
    path.chmod(0o600)  # a copied folder may have lost it
    secret = path.read_text(encoding="ascii").strip()
    if len(secret) < _SHORTEST_SECRET:
        raise Misconfigured(f"{path}: not a secret; remove it, and a new one is made (all have to sign in again)")
    return secret


def _write_secret(path: Path) -> None:
    """Appears whole or not at all, and the first of several processes wins: no other ever reads half of it."""
    number, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".secret-")  # mode 0600
    try:
        with os.fdopen(number, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        path.hardlink_to(unfinished)
    except FileExistsError:
        pass  # another process was first
    finally:
        Path(unfinished).unlink()
