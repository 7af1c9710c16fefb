"""A product that is shown: what its supplier's edit makes of it, and which words are shown and wait then."""

from typing import Any

from marketplace.catalogue.models import Product, ProductVersion
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.product_sheets import OWN, draft_at
from tests.factories import make_product


def shown_product(cast: Cast) -> Product:
    """Bún khô of HTX Hồng Luân, with words in which something can be changed."""
    with transaction(write=True):
        return make_product(
            session.get_one(Supplier, cast.hong_luan.id),
            "Bún khô",
            description="Phơi hai nắng.",
            ingredients="Gạo Bao thai",
            name_en="Noodles",
        )


def edit(member: Browser, product: Product, **changes: Any) -> str:
    """Open the sheet of a product, change this and that, hand it in; the sheet's address."""
    sheet = str(member.submit(f"{OWN}/{product.public_id}/sua").location)
    draft = draft_at(sheet)
    answer = member.submit(sheet, {**draft.fields, "number": draft.number, **changes})
    assert answer.status_code == 303, answer.text
    return sheet


def now_as(product: Product) -> tuple[Product, ProductVersion, ProductVersion | None]:
    """The product, the words that are shown, the words that wait."""
    with transaction(write=False):
        found = session.get_one(Product, product.id)
        shown = session.get_one(ProductVersion, found.version_id)
        waiting = session.get(ProductVersion, found.pending_version_id) if found.pending_version_id else None
        session.expunge_all()
        return found, shown, waiting
