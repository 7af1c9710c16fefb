"""A supplier's sheet in tests: beginning one, what is typed into it, and pictures for it."""

from io import BytesIO
from typing import Any

from sqlalchemy import select

from marketplace.catalogue.models import Product, ProductDraft
from marketplace.core.db import session, transaction
from tests.browse import Browser
from tests.media.pictures import card, encoded

OWN, NEW = "/ban-hang/san-pham", "/ban-hang/san-pham/moi"
NOODLES = {"name": "Bún khô Quảng Bạch", "pack_1": "gói 500g", "price_1": "38k", "season": "all"}


def begin(member: Browser) -> str:
    """The address of a fresh sheet."""
    location = member.submit(NEW).location
    assert location, "no sheet was begun"
    return str(location)


def save(member: Browser, sheet: str, number: int, **fields: Any) -> Any:
    """Save as the script does."""
    return member.submit(f"{sheet}/luu", {"number": number, **fields}, headers={"Accept": "application/json"})


def hand_in(member: Browser, sheet: str, **fields: Any) -> Any:
    """Send the sheet with the number that it has now."""
    return member.submit(sheet, {"number": draft_at(sheet).number, **NOODLES, **fields})


def picture(width: int = 300) -> tuple[BytesIO, str]:
    """A file as a phone sends it; every width is another picture."""
    return BytesIO(encoded(card(width, 200))), "anh.jpg"


def draft_at(sheet: str) -> ProductDraft:
    """The draft behind an address."""
    with transaction(write=False):
        public_id = sheet.split("/nhap/")[1].split("#")[0]
        found = session.scalars(select(ProductDraft).where(ProductDraft.public_id == public_id)).one()
        session.expunge_all()
        return found


def products() -> list[Product]:
    """All products, the oldest first."""
    with transaction(write=False):
        found = list(session.scalars(select(Product).order_by(Product.id)))
        session.expunge_all()
        return found
