"""Files and functions stay small, names say what they hold, and nobody imports inside a function."""

import ast
from collections.abc import Iterator
from pathlib import Path

import marketplace

PACKAGE = Path(marketplace.__file__).parent
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "data" not in path.parts)
TESTS = sorted(Path(__file__).parents[1].rglob("*.py"))
NOBODYS_NAMES = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers"}
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_ROUTE = 250, 60, 25


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def faults_of(path: Path, tree: ast.Module) -> Iterator[str]:
    if not ast.get_docstring(tree):
        yield "a module begins with a sentence"
    if NOBODYS_NAMES & {path.stem, *path.relative_to(PACKAGE).parent.parts}:
        yield "a name that says nothing"
    limit = LONGEST_ROUTE if "routes" in (path.stem, path.parent.name) else LONGEST_FUNCTION
    for function in functions(tree):
        length = (function.end_lineno or 0) - function.lineno + 1
        if length > limit:
            yield f"{function.name} has {length} lines"
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function)):
            yield f"{function.name} imports inside"


def test_the_packages_files() -> None:
    assert FILES
    found = {str(path.relative_to(PACKAGE)): [*faults_of(path, tree_of(path))] for path in FILES}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_no_file_is_long() -> None:
    """A folder of that name then, one noun per file."""
    assert TESTS
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in (*FILES, *TESTS)}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_commit_and_rollback_stand_in_one_place() -> None:
    names = {"commit", "rollback"}
    found = {
        str(path.relative_to(PACKAGE))
        for path in FILES
        for node in ast.walk(tree_of(path))
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
