"""Every template compiles, stands where it belongs, and carries no style, script or handler of its own."""

import re
from pathlib import Path

import pytest
from flask import Flask

from marketplace.core.resources import resource

FOLDER = resource("templates")
TEMPLATES = sorted(path for path in FOLDER.rglob("*") if path.suffix in (".html", ".txt", ".xml"))
CLASS_ONLY = {"action_bar", "prose", "section_head"}  # styles that need no macro
FORBIDDEN = (
    (re.compile(r"\sstyle="), "a style attribute"),
    (re.compile(r"\son[a-z]+="), "a handler attribute"),
    (re.compile(r"<style"), "a style element"),
    (re.compile(r"<script(?![^>]*(?:src=|application/ld\+json))"), "an inline script"),
    (re.compile(r"https?://(?!www\.sitemaps\.org|www\.w3\.org|schema\.org|zalo\.me)"), "another site's address"),
)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_template(path: Path, migrated: Flask) -> None:
    migrated.jinja_env.get_template(str(path.relative_to(FOLDER)))
    text = path.read_text(encoding="utf-8")
    assert not [what for pattern, what in FORBIDDEN if pattern.search(text)]


def test_undefined_names_are_errors(migrated: Flask) -> None:
    with pytest.raises(Exception, match="undefined"):
        migrated.jinja_env.from_string("{{ nobody_gave_this }}").render()


def test_each_component_has_its_own_files() -> None:
    """A macro's style sheet bears its name, so that both are found together."""
    macros = {path.stem for path in (FOLDER / "components").glob("*.html")}
    sheets = {path.stem for path in (resource("static") / "css" / "components").glob("*.css")}
    assert {name for name in sheets if name not in macros and f"{name}s" not in macros} == CLASS_ONLY
