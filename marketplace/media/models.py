"""Tables of pictures and scans; the files lie in the data folder under their digest."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey
from marketplace.core.ids import public_id


class Photo(Base):
    """A picture or scan as it was re-encoded: pixels, dominant colour (``#rrggbb``), words for who can't see it.

    ``rendered_at``: since then its smaller widths lie in the folder too; until then only the re-encoded whole.
    """

    __tablename__ = "photo"
    __table_args__ = (CheckConstraint("width > 0 AND height > 0", name="size"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    digest: Mapped[str] = mapped_column(String(64), index=True)
    media_type: Mapped[str] = mapped_column(String(32))
    width: Mapped[int]
    height: Mapped[int]
    dominant_colour: Mapped[str | None] = mapped_column(String(7))
    alt: Mapped[str] = mapped_column(String(200), default="")
    is_private: Mapped[bool] = mapped_column(default=False)
    uploaded_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    uploaded_at: Mapped[datetime]
    rendered_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]
