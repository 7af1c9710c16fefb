"""Mails: a message with a plain text, written to the mail folder once per outbox row."""

import os
from collections.abc import Collection
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from marketplace.core.clock import now
from marketplace.core.settings import settings


@dataclass(frozen=True)
class Message:
    """A mail as a package writes it."""

    to: tuple[str, ...]
    subject: str
    text: str
    headers: dict[str, str] = field(default_factory=dict)


# A header: of whom the mail speaks, by public id; by ``core.marks`` of the address where there is no such person yet.
ABOUT = "X-About"
_HEAD_BYTES = 8192  # no header of ours stands further down


def drop_mails_about(persons: Collection[str]) -> int:
    """Delete the mails in the folder that speak of these persons; gives how many. Safe to run again."""
    wanted = {f"{ABOUT}: {person}".encode() for person in persons}
    dropped = 0
    for path in settings().mail_folder.glob("*.eml"):
        with path.open("rb") as file:
            lines = file.read(_HEAD_BYTES).splitlines()
        if wanted.intersection(lines):
            path.unlink(missing_ok=True)
            dropped += 1
    return dropped


def deliver(message: Message, row_id: int) -> Path | None:
    """Write the mail for outbox row ``row_id``; a second call finds the file there and leaves it.

    Returns the file, or None when the message has nobody to go to.
    """
    if not message.to:
        return None
    folder = settings().mail_folder
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{row_id:010d}.eml"
    if path.exists():
        return path
    unfinished = folder / f".{row_id:010d}.{os.getpid()}.part"
    with unfinished.open("wb") as file:
        file.write(bytes(_composed(message, row_id)))
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(path)
    _keep_name(folder)
    return path


# Header lines are not folded: the library loses the blank between two encoded words of a long Vietnamese subject.
_UNFOLDED = policy.default.clone(max_line_length=0)


def _keep_name(folder: Path) -> None:
    """A new name in a folder survives a power cut only when the folder is on disk too."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _composed(message: Message, row_id: int) -> EmailMessage:
    mail = EmailMessage(_UNFOLDED)
    domain = settings().site_url.split("//")[-1].split(":")[0].split("/")[0]
    mail["From"] = settings().mail_from
    mail["To"] = ", ".join(message.to)
    mail["Subject"] = message.subject
    mail["Date"] = format_datetime(now())
    mail["Message-ID"] = f"<outbox-{row_id}@{domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    for name, value in message.headers.items():
        mail[name] = value
    mail.set_content(message.text, cte="8bit")
    return mail
