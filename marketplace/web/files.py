"""Files that only some may see, streamed by the route of the package that knows who."""

from flask import Response, make_response


def private_file(content: bytes, media_type: str, name: str) -> Response:
    """A file for the one who asks alone: shown in the browser, kept nowhere, taken for nothing but its type."""
    response = make_response(content)
    response.mimetype = media_type
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
