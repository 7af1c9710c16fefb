"""Static files: addresses change with the content, and what carries a mark may be kept for a year."""

import json
import re
from pathlib import Path

import pytest

from marketplace.core.resources import resource
from marketplace.web.assets import Assets
from tests.browse import Browser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "css" / "components").mkdir(parents=True)
    (tmp_path / "css" / "tokens.css").write_text(":root { --ink: #123 }")
    (tmp_path / "css" / "components" / "card.css").write_text(".card { color: var(--ink) }")
    (tmp_path / "css" / "bundles.json").write_text(json.dumps({"public": ["tokens.css", "components/card.css"]}))
    (tmp_path / "logo.svg").write_text("<svg/>")
    return tmp_path


def test_a_bundle_is_its_parts_in_their_order(folder: Path) -> None:
    assert Assets(folder).content("css/public.css") == b":root { --ink: #123 }\n.card { color: var(--ink) }"


@pytest.mark.parametrize("name", ["css/public.css", "logo.svg"])
def test_an_address_changes_with_the_content_only(folder: Path, name: str) -> None:
    before = Assets(folder).url(name)
    assert re.fullmatch(rf"/static/{name}\?v=[0-9a-f]{{12}}", before)
    assert Assets(folder).url(name) == before
    for file in ("css/tokens.css", "logo.svg"):
        (folder / file).write_text("/* other */")
    assert Assets(folder).url(name) != before


def test_what_there_is_not_is_an_error(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Assets(folder).url("nothing.svg")
    (folder / "css" / "bundles.json").write_text(json.dumps({"public": ["nothing.css"]}))
    with pytest.raises(FileNotFoundError):
        Assets(folder)


def test_marked_ones_are_kept_for_a_year(client: Browser) -> None:
    for name in ("css/public.css", "css/workbench.css", "favicon.svg"):
        marked = client.get(Assets(resource("static")).url(name), buffered=True)
        assert marked.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        plain = client.get(f"/static/{name}", buffered=True)
        assert plain.status_code == 200
        assert "immutable" not in plain.headers.get("Cache-Control", "")


def test_a_missing_file_is_not_kept(client: Browser) -> None:
    for path in ("/static/css/nothing.css?v=1", "/static/../config.py?v=1", "/static/%2e%2e/config.py?v=1"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "immutable" not in answer.headers["Cache-Control"]
