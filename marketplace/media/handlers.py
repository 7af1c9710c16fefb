"""What follows a picture that was kept: its widths are rendered; and in the night what nobody needs is dropped."""

from collections.abc import Sequence

from marketplace.core.db import transaction
from marketplace.core.outbox import Job, Subscription
from marketplace.media.imaging import render
from marketplace.media.queries import file_of, photo_by_id
from marketplace.media.services import drop_unused, mark_rendered
from marketplace.media.storage import name_of, storage
from marketplace.media.vocabulary import PictureKept


def render_pictures(jobs: Sequence[Job]) -> None:
    """Render every width of a picture; twice does no harm, for the same pixels give the same files."""
    for job in jobs:
        photo = photo_by_id(job.event.photo_id)
        whole = file_of(photo) if photo else None
        if photo is None or whole is None:
            continue
        for width, ending, content in render(whole.content):
            storage().put(name_of(photo.digest, width, ending), content)
        with transaction(write=True):
            present = photo_by_id(photo.id)
            if present:
                mark_rendered(present)


def drop_pictures() -> None:
    """Drop what nobody needs; ``app`` calls this in the night."""
    drop_unused()


# Encoding takes a second: the database waits only for the note that it is done.
SUBSCRIPTIONS: tuple[Subscription, ...] = (
    Subscription("media.render_picture", PictureKept, render_pictures, writes=False),
)
