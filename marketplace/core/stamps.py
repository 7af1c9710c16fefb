"""Small named marks of the installation, such as the hash of the places file that was last loaded."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, session


class Stamp(Base):
    """A mark and its value."""

    __tablename__ = "stamp"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(String(200))


def stamp_of(name: str) -> str | None:
    """The value of a mark, or None."""
    row = session.get(Stamp, name)
    return row.value if row else None


def put_stamp(name: str, value: str) -> None:
    """Set a mark."""
    row = session.get(Stamp, name)
    if row is None:
        session.add(Stamp(name=name, value=value))
    else:
        row.value = value
    session.flush()
