"""Pictures that everybody may see, in their widths and formats."""

from flask import make_response, request
from flask.typing import ResponseReturnValue

from marketplace.core.actor import Actor
from marketplace.core.permissions import anyone
from marketplace.media.queries import file_of, public_photo
from marketplace.media.vocabulary import PictureFile
from marketplace.web.sections import Section

section = Section("media", __name__)

_YEAR = 31_536_000  # seconds
_UNTIL_RENDERED = 30  # seconds


def _file_to_show(_actor: Actor, public_id: str, width: int, format: str) -> PictureFile | None:
    photo = public_photo(public_id)
    return file_of(photo, width, format) if photo else None


@section.page("/anh/<public_id>/<int:width>.<any(avif,webp,jpg):format>", load=_file_to_show, allow=anyone)
def picture(file: PictureFile) -> ResponseReturnValue:
    """A width of a picture, for ever once it is rendered; the whole, for half a minute, before."""
    response = make_response(file.content)
    response.mimetype = file.media_type
    response.set_etag(file.name)
    response.headers["Cache-Control"] = _caching(is_final=file.is_final)
    return response.make_conditional(request)


def _caching(*, is_final: bool) -> str:
    return f"public, max-age={_YEAR}, immutable" if is_final else f"public, max-age={_UNTIL_RENDERED}"
