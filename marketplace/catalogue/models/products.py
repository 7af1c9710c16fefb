"""Products, the versions that a trader saw, their packs, pictures and addresses."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey
from marketplace.core.ids import public_id


class Product(Base):
    """What one producer makes. Its words stand in versions; ``version_id`` is the one shown now.

    Without ``supplier_id`` its producer isn't known yet: no stars, and its inquiries go to the area's officers.
    ``match_key`` is the folded name without pack sizes, by which lists find it again within its producer.
    ``class_code`` is one of the 26 sets of Quyết định 26/2026/QĐ-TTg (``I.3.b``); None = not classed yet, and
    ``proposed_class`` what its words suggest. ``paused``: passed, and shown again as soon as its maker is public.
    ``pending_version_id``: new words that wait for an officer while the present ones are shown; ``pending_class`` is
    the class that they ask for. ``merged_into_id`` is where its merges lead now (see ProductMerge).
    """

    __tablename__ = "product"
    __table_args__ = (
        CheckConstraint("state IN ('draft','pending','published','paused','returned','removed')", name="state"),
        Index(None, "supplier_id", "match_key"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey("supplier.id"), index=True)
    version_id: Mapped[int | None] = mapped_column(
        ForeignKey("product_version.id", use_alter=True, name="fk_product_version_id"), index=True
    )
    match_key: Mapped[str] = mapped_column(String(200))
    class_code: Mapped[str | None] = mapped_column(String(8), index=True)
    proposed_class: Mapped[str | None] = mapped_column(String(8))
    place_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"), index=True)
    province_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"), index=True)
    place_text: Mapped[str | None] = mapped_column(String(300))
    state: Mapped[str] = mapped_column(String(16), default="draft", index=True)
    source: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    published_at: Mapped[datetime | None] = mapped_column(index=True)
    pending_version_id: Mapped[int | None] = mapped_column(
        ForeignKey("product_version.id", use_alter=True, name="fk_product_pending_version_id")
    )
    pending_class: Mapped[str | None] = mapped_column(String(8))
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), index=True)


class ProductVersion(Base):
    """The words of a product at a time; never changed once an inquiry may have named it."""

    __tablename__ = "product_version"
    __table_args__ = (
        UniqueConstraint("product_id", "number"),
        CheckConstraint("months BETWEEN 0 AND 4095", name="months"),
        CheckConstraint("monthly_grams IS NULL OR monthly_grams > 0", name="monthly_grams"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True)
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(200))
    name_en: Mapped[str | None] = mapped_column(String(200))
    description: Mapped[str | None] = mapped_column(Text)
    description_en: Mapped[str | None] = mapped_column(Text)
    ingredients: Mapped[str | None] = mapped_column(String(500))
    storage: Mapped[str | None] = mapped_column(String(300))
    months: Mapped[int] = mapped_column(default=4095)  # bit 0 = January; 4095 = all year round
    monthly_grams: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class ProductSlug(Base):
    """Every address that a product ever had; old ones redirect, none is used again."""

    __tablename__ = "product_slug"

    slug: Mapped[str] = mapped_column(String(120), primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True)


class Pack(Base):
    """A size in which a product is sold: "gói 500 g". ``grams`` is None where it is no mass."""

    __tablename__ = "pack"
    __table_args__ = (
        UniqueConstraint("product_id", "label"),
        CheckConstraint("grams IS NULL OR grams > 0", name="grams"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True)
    label: Mapped[str] = mapped_column(String(60))
    grams: Mapped[int | None] = mapped_column(BigInteger)
    position: Mapped[int] = mapped_column(default=0)


class ProductPhoto(Base):
    """A picture of a product, in its order."""

    __tablename__ = "product_photo"

    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), primary_key=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
    caption: Mapped[str] = mapped_column(String(200), default="")
