"""A product that HTX Hồng Luân is writing, with a picture and the scan of a certificate."""

from marketplace.catalogue.models import DraftPhoto
from marketplace.catalogue.services.product_forms import begin_draft, put_scan
from marketplace.core.db import session, transaction
from marketplace.media.services import take_picture
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
