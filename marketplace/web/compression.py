"""Compressed answers: pages, styles, drawings and JSON are text, and a slow phone pays for every byte."""

import gzip
from functools import lru_cache

from flask import Flask, Response, request

_TEXTS = ("text/", "application/json", "application/problem+json", "application/xml", "image/svg+xml")
_SMALLEST = 600  # bytes; below that the header costs what it saves


@lru_cache(maxsize=64)
def _kept(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def compress_answers(app: Flask) -> None:
    """Compress text answers for browsers that take gzip; static ones are compressed once and kept."""

    @app.after_request
    def compress(response: Response) -> Response:
        if not (response.mimetype or "").startswith(_TEXTS) or response.status_code in (204, 206, 304):
            return response
        response.vary.add("Accept-Encoding")
        if not request.accept_encodings["gzip"] or "Content-Encoding" in response.headers:
            return response
        response.direct_passthrough = False
        content = response.get_data()
        if len(content) >= _SMALLEST:
            static = request.path.startswith("/static/")
            response.set_data(_kept(content) if static else gzip.compress(content, 5, mtime=0))
            response.headers["Content-Encoding"] = "gzip"
        return response
