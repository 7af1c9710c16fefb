"""Fills the typed settings from the environment (``MARKETPLACE_…``); the only file that reads it."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from marketplace.core.settings import Kind, Misconfigured, Settings

PREFIX = "MARKETPLACE_"
_TEXTS = ("site_name", "site_owner", "site_owner_phone", "mail_from", "host")
_NUMBERS = ("port", "web_processes", "answer_within_hours", "sign_in_tries", "inquiries_per_hour")


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
    return Settings(
        kind=chosen,  # type: ignore[arg-type]  # checked against get_args(Kind) above
        data_folder=folder,
        database_url=environment.get(PREFIX + "DATABASE_URL") or f"sqlite:///{folder / 'marketplace.sqlite3'}",
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
    if len(environment[PREFIX + "SECRET_KEY"]) < 32:
        raise Misconfigured(f"{PREFIX}SECRET_KEY: at least 32 characters")


def _own_secret(folder: Path) -> str:
    """The secret that was made in the data folder at the first start, readable by its owner alone."""
    path = folder / "secret"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(48))
        except FileExistsError:
            pass  # another process was first
    return path.read_text().strip()
