"""The typed settings of an installation; the root's ``config.py`` fills them from the environment."""

from dataclasses import dataclass, field, fields
from datetime import timedelta
from pathlib import Path
from typing import Literal

Kind = Literal["demo", "test", "local", "production"]


def setting(meaning: str, *, secret: bool = False) -> dict[str, object]:
    """Metadata of a field: its meaning in a line, and whether ``config`` must mask it."""
    return {"meaning": meaning, "secret": secret}


@dataclass(frozen=True)
class Settings:
    """Every setting; ``marketplace config`` prints this table with the present values."""

    kind: Kind = field(metadata=setting("demo, test, local or production"))
    data_folder: Path = field(metadata=setting("Folder of database, index, pictures and mail"))
    database_url: str = field(metadata=setting("SQLAlchemy address of the database", secret=True))
    secret_key: str = field(metadata=setting("Signs sessions and private links", secret=True))
    site_url: str = field(metadata=setting("Address at which the site is reached; stands in mails"))
    site_name: str = field(default="Chợ phiên OCOP", metadata=setting("Name of the site"))
    site_owner: str = field(default="", metadata=setting("Who runs the site, as the law wants it shown"))
    site_owner_phone: str = field(default="", metadata=setting("Telephone of who runs the site"))
    mail_from: str = field(default="", metadata=setting("Sender of the site's mails"))
    host: str = field(default="127.0.0.1", metadata=setting("Address that the server binds"))
    port: int = field(default=8000, metadata=setting("Port that the server binds"))
    web_processes: int = field(default=2, metadata=setting("Number of web processes"))
    answer_within_hours: int = field(default=48, metadata=setting("An inquiry should be answered within"))
    review_within_hours: int = field(default=72, metadata=setting("Officers promise to look at what comes in within"))
    sign_in_tries: int = field(default=5, metadata=setting("Failed sign-ins per account and quarter of an hour"))
    sign_in_tries_per_network: int = field(
        default=60, metadata=setting("Failed sign-ins per network address and quarter of an hour")
    )
    inquiries_per_hour: int = field(default=20, metadata=setting("Inquiries per sender address and hour"))
    taps_per_hour: int = field(default=120, metadata=setting("Opened phone numbers per sender address and hour"))
    keep_contacts_months: int = field(default=24, metadata=setting("Buyers are erased so long after the last activity"))
    proxies: int = field(default=0, metadata=setting("Reverse proxies in front, whose word on who asks is believed"))

    @property
    def review_within(self) -> timedelta:
        """In which time officers promise to look at what comes in."""
        return timedelta(hours=self.review_within_hours)

    @property
    def mail_folder(self) -> Path:
        """Where mails are written."""
        return self.data_folder / "mail"

    @property
    def index_folder(self) -> Path:
        """Where the search index lives; may be deleted at any time."""
        return self.data_folder / "index"

    @property
    def lists_folder(self) -> Path:
        """Where the results of lists are kept."""
        return self.data_folder / "lists"

    @property
    def pictures_folder(self) -> Path:
        """Where pictures and scans lie."""
        return self.data_folder / "pictures"

    @property
    def is_demonstration(self) -> bool:
        """Whether the site shows invented data and must say so."""
        return self.kind == "demo"

    def rows(self) -> list[tuple[str, str, str]]:
        """(name, present value, meaning) of each setting, secrets masked."""
        shown = []
        for item in fields(self):
            value = str(getattr(self, item.name))
            masked = "••••••" if item.metadata["secret"] and value else value
            shown.append((item.name, masked, str(item.metadata["meaning"])))
        return shown


class Misconfigured(Exception):
    """The settings don't allow a start; the message says which and why."""


_current: list[Settings] = []


def use_settings(settings: Settings) -> None:
    """Set what ``settings()`` returns in this process; done once, by the application's start."""
    _current[:] = [settings]


def settings() -> Settings:
    """The settings of this process."""
    if not _current:
        raise Misconfigured("no settings yet: the application has not been started")
    return _current[0]
