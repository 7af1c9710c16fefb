"""A product that HTX Hồng Luân is writing, with a picture and a scan; and what it sells of HTX Hồng Hà."""

from sqlalchemy import select

from marketplace.catalogue.models import DraftPhoto, Pack
from marketplace.catalogue.services.product_forms import begin_draft, put_scan
from marketplace.core.db import session, transaction
from marketplace.media.services import take_picture
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.cast import Cast
from tests.media.pictures import card, encoded, make_photo


def leave_draft(cast: Cast) -> tuple[str, str]:
    """Public ids of the draft and of its picture."""
    with transaction(write=True):
        actor = cast.actor("member")
        draft = begin_draft(actor, cast.hong_luan.id)
        photo = make_photo()
        session.add(DraftPhoto(draft_id=draft.id, photo_id=photo.id))
        put_scan(actor, draft, take_picture(encoded(card())))
        session.flush()
        return draft.public_id, photo.public_id


def leave_offer(cast: Cast) -> str:
    """Public id of HTX Hồng Luân's offer of a product that HTX Hồng Hà makes."""
    with transaction(write=True):
        honey = factories.make_product(session.get_one(Supplier, cast.hong_ha.id), "Mật ong rừng")
        pack = session.scalars(select(Pack).where(Pack.product_id == honey.id)).one()
        return factories.make_offer(session.get_one(Supplier, cast.hong_luan.id), pack, 90_000).public_id
