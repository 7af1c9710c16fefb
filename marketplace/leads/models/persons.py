"""What can be erased: who a buyer is, and the words that were written. Facts only name these rows."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey
from marketplace.core.ids import public_id


class Party(Base):
    """A buyer as he named himself. Same buyer = same account, else same phone or e-mail."""

    __tablename__ = "party"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str | None] = mapped_column(String(120))
    organisation: Mapped[str | None] = mapped_column(String(160))
    phone: Mapped[str | None] = mapped_column(String(20), index=True)
    email: Mapped[str | None] = mapped_column(String(254), index=True)
    place_text: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]


class Message(Base):
    """Words of one side to the other about a lead; ``body`` is emptied when a person is erased."""

    __tablename__ = "message"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"), index=True)
    body: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]
