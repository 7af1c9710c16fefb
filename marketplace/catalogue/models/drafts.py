"""What a supplier is writing: a new product, or new words for one; nobody else sees it until it is handed in."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey
from marketplace.core.ids import public_id


class ProductDraft(Base):
    """The fields of the product form as they were typed, right or wrong, so that nothing typed is lost.

    Without ``product_id`` a new product is made of it when it is handed in. ``number`` grows with each saving, so that
    an older browser tab is told that it is older. ``scan_id`` is the certificate's scan.
    """

    __tablename__ = "product_draft"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    fields: Mapped[dict[str, Any]] = mapped_column(default=dict)
    number: Mapped[int] = mapped_column(default=0)
    scan_id: Mapped[int | None] = mapped_column(ForeignKey("photo.id"))
    began_at: Mapped[datetime]
    saved_at: Mapped[datetime]
    handed_in_at: Mapped[datetime | None]


class DraftPhoto(Base):
    """A picture of a draft, in its order; ``alt`` says what it shows."""

    __tablename__ = "draft_photo"

    draft_id: Mapped[int] = mapped_column(ForeignKey("product_draft.id"), primary_key=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
    alt: Mapped[str] = mapped_column(String(200), default="")
