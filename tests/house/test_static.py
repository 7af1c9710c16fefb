"""Vendored files are what their manifest says, and the bundles name files that are there."""

import base64
import json
from hashlib import sha384

from marketplace.core.resources import resource

STATIC = resource("static")


def test_vendored_files_have_their_hashes() -> None:
    manifest = json.loads((STATIC / "vendor" / "manifest.json").read_text(encoding="utf-8"))
    text = json.dumps(manifest)
    for path in (STATIC / "fonts").glob("*.woff2"):
        digest = sha384(path.read_bytes())
        known = (digest.hexdigest(), base64.b64encode(digest.digest()).decode())
        assert any(value in text for value in known), path.name


def test_bundles_hold_every_component_once() -> None:
    bundles = json.loads((STATIC / "css" / "bundles.json").read_text(encoding="utf-8"))
    for parts in bundles.values():
        assert len(parts) == len(set(parts))
        assert all((STATIC / "css" / part).is_file() for part in parts)
    sheets = {str(path.relative_to(STATIC / "css")) for path in (STATIC / "css").rglob("*.css")}
    assert sheets == {part for parts in bundles.values() for part in parts}
