"""Files and functions stay small, names say what they hold, and nobody imports inside a function."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import marketplace

PACKAGE = Path(marketplace.__file__).parent
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "data" not in path.parts)
NOBODYS_NAMES = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers"}
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_ROUTE = 250, 60, 25


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a module begins with a sentence"
    assert len(text.splitlines()) <= LONGEST_FILE, "over 250 lines: a folder of that name, one noun per file"
    assert not NOBODYS_NAMES & {path.stem, *path.relative_to(PACKAGE).parent.parts}
    limit = LONGEST_ROUTE if "routes" in (path.stem, path.parent.name) else LONGEST_FUNCTION
    for function in functions(path):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= limit, f"{function.name} has {length} lines"
        inner = [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
        assert not inner, f"{function.name} imports inside"


def test_commit_and_rollback_stand_in_one_place() -> None:
    names = {"commit", "rollback"}
    found = {
        str(path.relative_to(PACKAGE))
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in names
        and not ast.unparse(node.func.value).endswith("writer")  # the search index's own, no database
    }
    assert found == {"core/db.py"}


def test_no_sql_of_one_dialect_outside_the_kernel() -> None:
    """Another database comes next: PRAGMA, sqlite_master and the like stand in core/db.py alone."""
    words = ("PRAGMA", "sqlite_master", "INSERT OR", "sqlite3", "dialects.sqlite", "dialects.postgresql")
    for path in FILES:
        if path != PACKAGE / "core" / "db.py":
            text = path.read_text(encoding="utf-8").replace("marketplace.sqlite3", "")
            assert not [word for word in words if word in text], path
