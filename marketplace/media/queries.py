"""Reads of pictures: one to be shown, several for a page, and which nobody names any more."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, not_, select

from marketplace.core.db import Base, session
from marketplace.media.models import Photo
from marketplace.media.storage import name_of, storage
from marketplace.media.vocabulary import FORMATS, PictureFile, widths_of


def photo_by_id(photo_id: int) -> Photo | None:
    """A picture that hasn't been removed, private or not."""
    return session.scalar(select(Photo).where(Photo.id == photo_id, Photo.removed_at.is_(None)))


def photo_named(public_id: str) -> Photo | None:
    """A picture by its public id, private or not, while it hasn't been removed: for who has found out who asks."""
    return session.scalar(select(Photo).where(Photo.public_id == public_id, Photo.removed_at.is_(None)))


def public_photo(public_id: str) -> Photo | None:
    """A picture that everybody may see."""
    found = photo_named(public_id)
    return None if found is None or found.is_private else found


def shown_photo(photo_id: int | None) -> Photo | None:
    """The public picture to which a row points, if it points to one that hasn't been removed."""
    return photos_by_id([photo_id]).get(photo_id) if photo_id is not None else None


def photos_by_id(photo_ids: Iterable[int]) -> dict[int, Photo]:
    """The public pictures of these ids that haven't been removed."""
    wanted = set(photo_ids)
    if not wanted:
        return {}
    query = select(Photo).where(Photo.id.in_(wanted), Photo.removed_at.is_(None), Photo.is_private.is_(False))
    return {photo.id: photo for photo in session.scalars(query)}


def file_of(photo: Photo, width: int | None = None, ending: str = "jpg") -> PictureFile | None:
    """A picture's file in a width and format, the whole until that is rendered; None for a width that it hasn't."""
    if width is not None and width not in widths_of(photo.width):
        return None
    if width is not None and photo.rendered_at is not None:
        name = name_of(photo.digest, width, ending)
        content = storage().get(name)
        if content is not None:
            return PictureFile(name, content, FORMATS[ending], is_final=True)
    name = name_of(photo.digest)
    content = storage().get(name)
    return None if content is None else PictureFile(name, content, photo.media_type, is_final=width is None)


def unnamed_photos(before: datetime, limit: int) -> list[Photo]:
    """Pictures from before a moment that no other table names: they were sent, and then not used, or given up."""
    named = [_is_named_by(column) for column in _naming_columns()]
    query = select(Photo).where(Photo.removed_at.is_(None), Photo.uploaded_at < before, *map(not_, named))
    return list(session.scalars(query.order_by(Photo.id).limit(limit)))


def living_digests(digests: Collection[str]) -> set[str]:
    """Those of these digests under which a picture lies that hasn't been removed."""
    query = select(Photo.digest).where(Photo.digest.in_(digests), Photo.removed_at.is_(None))
    return set(session.scalars(query))


def _naming_columns() -> list[ColumnElement[int]]:
    """Every column of any table that points to a picture: a table that comes later counts by itself."""
    return [
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if any(key.column.table.name == Photo.__tablename__ for key in column.foreign_keys)
    ]


def _is_named_by(column: ColumnElement[int]) -> ColumnElement[bool]:
    return select(column).where(column == Photo.id).exists()
