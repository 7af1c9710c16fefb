"""Tables of administrative units and of what became of the former ones."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base


class Place(Base):
    """An administrative unit of one era; its key is era and code, such as "2025:02038".

    ``name`` stands without ``kind``. ``province_id`` and ``district_id`` are those of the same era, its own for a
    province or district. ``name_key`` is the folded name; ``path_key`` the folded names with their kinds from the
    unit up to its province, with a space on both sides of each word, for finding whole words and beginnings.
    ``valid_from`` and ``valid_until`` are the first and last day of this name and kind, where known.
    """

    __tablename__ = "place"
    __table_args__ = (
        UniqueConstraint("era", "code"),
        CheckConstraint("era IN ('pre2025', '2025')", name="era"),
        CheckConstraint("level IN ('province', 'district', 'commune')", name="level"),
    )

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    era: Mapped[str] = mapped_column(String(8))
    code: Mapped[str] = mapped_column(String(5))
    level: Mapped[str] = mapped_column(String(8))
    kind: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(60))
    name_key: Mapped[str] = mapped_column(String(60), index=True)
    path_key: Mapped[str] = mapped_column(String(200))
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"))
    province_id: Mapped[str] = mapped_column(ForeignKey("place.id"), index=True)
    district_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"), index=True)
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]


class PlaceSuccession(Base):
    """A former unit went wholly, or with others in part, into a present one."""

    __tablename__ = "place_succession"

    old_id: Mapped[str] = mapped_column(ForeignKey("place.id"), primary_key=True)
    new_id: Mapped[str] = mapped_column(ForeignKey("place.id"), primary_key=True, index=True)
    whole: Mapped[bool]
