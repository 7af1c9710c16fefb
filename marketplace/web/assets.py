"""Static files: addresses that change with the content, and style sheets joined from their components."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, abort, request

_YEAR = 31_536_000  # seconds


class Assets:
    """The files below ``static/`` and the bundles that ``static/css/bundles.json`` names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bundles = self._joined()
        self._versions: dict[str, str] = {}

    def _joined(self) -> dict[str, bytes]:
        listing = json.loads((self.folder / "css" / "bundles.json").read_text(encoding="utf-8"))
        return {
            f"css/{name}.css": b"\n".join((self.folder / "css" / part).read_bytes() for part in parts)
            for name, parts in listing.items()
        }

    def content(self, name: str) -> bytes:
        """Bytes of a file or bundle; raises FileNotFoundError."""
        return self.bundles[name] if name in self.bundles else (self.folder / name).read_bytes()

    @cache  # noqa: B019  # one Assets lives as long as the application
    def text(self, name: str) -> str:
        """A text file's content."""
        return self.content(name).decode()

    def url(self, name: str) -> str:
        """Address of a static file with a mark of its content, so that browsers may keep it for a year."""
        if name not in self._versions:
            self._versions[name] = sha256(self.content(name)).hexdigest()[:12]
        return f"/static/{name}?v={self._versions[name]}"


def serve_assets(app: Flask, assets: Assets) -> None:
    """Serve the bundles, and let browsers keep whatever carries a mark of its content."""

    def bundle(name: str) -> Response:
        content = assets.bundles.get(f"css/{name}.css")
        return Response(content, mimetype="text/css") if content is not None else abort(404)

    names = ",".join(key.removeprefix("css/").removesuffix(".css") for key in assets.bundles)
    app.add_url_rule(f"/static/css/<any({names}):name>.css", "bundle", bundle)

    @app.after_request
    def keep(response: Response) -> Response:
        if request.path.startswith("/static/") and "v" in request.args and response.status_code == 200:
            response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
        return response
