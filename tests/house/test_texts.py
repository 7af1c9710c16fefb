"""Every Vietnamese text that a person reads goes through gettext, so that English can follow without a hunt."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import Environment, nodes

import marketplace
from marketplace.core.resources import resource

PACKAGE = Path(marketplace.__file__).parent
LETTERS = re.compile(r"[À-ỹĐđ]")
MARKS = {"N_", "say", "translate", "lazy", "gettext"}
# Words that are read or matched, not shown: grammars, tables of names, content that is Vietnamese by nature.
NOT_SHOWN = (
    "app/demonstration/",
    "catalogue/imports/",
    "catalogue/services/product_forms/filling.py",
    "catalogue/vocabulary/claims.py",
    "core/settings.py",
    "core/text/",
    "leads/presenters/words.py",
    "places/",
    "search/whoosh_engine/",
    "catalogue/presenters/pictures.py",
)
FILES = sorted(path for path in PACKAGE.rglob("*.py") if not str(path.relative_to(PACKAGE)).startswith(NOT_SHOWN))


def unmarked(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, text) of Vietnamese string constants that are no argument of a marking call and no docstring."""
    fine = set[ast.AST]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            fine.update(ast.walk(node))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            fine.add(node.value)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or node in fine:
            continue
        if isinstance(node.value, str) and LETTERS.search(node.value):
            yield node.lineno, node.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_vietnamese_texts_are_marked(path: Path) -> None:
    assert not list(unmarked(ast.parse(path.read_text(encoding="utf-8"))))


TEMPLATES = sorted(path for path in resource("templates").rglob("*") if path.suffix in (".html", ".txt"))


def bare(path: Path, environment: Environment) -> Iterator[str]:
    """Vietnamese of a template that does not go through ``_("…")``."""
    tree = environment.parse(path.read_text(encoding="utf-8"))
    spoken = set[nodes.Node]()
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "_":
            spoken.update(call.find_all(nodes.Const))
    texts = [data.data for data in tree.find_all(nodes.TemplateData)]
    texts += [str(const.value) for const in tree.find_all(nodes.Const) if const not in spoken]
    yield from (text.strip() for text in texts if LETTERS.search(text))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(resource("templates"))))
def test_templates_speak_through_gettext(path: Path, migrated: Flask) -> None:
    assert set(bare(path, migrated.jinja_env)) - {"Tiếng Việt"} == set()  # a language is named in itself
