"""The documentation is tested: paths, addresses, commands, settings, accounts and links in it are real."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from flask import Flask

from marketplace.app.commands import main
from marketplace.app.configuration import _config
from marketplace.app.inhouse import QueryGroup

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
SUFFIXES = ("py", "md", "html", "css", "js", "csv", "json", "toml", "txt", "in", "png", "svg", "gz", "ini", "xml")
FOLDERS = ("marketplace", "tests", "docs", "migrations", "static", "templates", "bench", "requirements")
# Made by running: what lies in a data folder, and the environment.
MADE = re.compile(r"(var(/demo)?/)?(mail|pictures|index)/|var(/demo)?/?|\.venv(/.*)?")
A_PATH = re.compile(r"\.?[\w<>*-][\w.<>*-]*(/[\w.<>*-]+)*/?")


def code_of(page: Path) -> list[str]:
    """Inline code, and the lines of code blocks without their comments."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    lines = [line.split(" #")[0].strip() for block in blocks for line in block.splitlines()]
    return [*re.findall(r"`([^`\n]+)`", prose), *lines]


CODE = [(page, code) for page in PAGES for code in code_of(page)]
TEXT = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
each_page = pytest.mark.parametrize("document", PAGES, ids=lambda path: str(path.relative_to(ROOT)))


def is_there(name: str) -> bool:
    """Whether a path stands for a file or folder; ``<package>`` for any, a bare file name for one anywhere."""
    pattern = re.sub(r"<[^>]+>", "*", name).rstrip("/")
    if "/" in pattern or (ROOT / pattern).exists():
        return any(True for base in (ROOT, ROOT / "marketplace") for _ in base.glob(pattern))
    return any(True for folder in FOLDERS for _ in (ROOT / folder).rglob(pattern))


def looks_like_a_path(code: str) -> bool:
    named = "/" in code or code.rpartition(".")[2] in SUFFIXES
    return named and A_PATH.fullmatch(code) is not None and not MADE.fullmatch(code)


@each_page
def test_paths_exist(document: Path) -> None:
    assert [code for code in code_of(document) if looks_like_a_path(code) and not is_there(code)] == []


@each_page
def test_addresses_are_routes(document: Path, migrated: Flask) -> None:
    named = {code.partition("?")[0] for code in code_of(document) if re.match(r"/[\w<-]*", code) and " " not in code}
    routes = migrated.url_map.bind("localhost")
    assert [address for address in named if not routes.test(re.sub(r"<[^>]+>", "x", address), "GET")] == []


def headings(page: Path) -> set[str]:
    """The anchors of a page's headings, as a code host makes them."""
    titles = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def links_of(page: Path) -> Iterator[tuple[Path, str]]:
    """(file, anchor) of the links that stay in the project."""
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if not re.match(r"\w+:", target):
            name, _, anchor = target.partition("#")
            yield (page.parent / name).resolve() if name else page, anchor


@each_page
def test_links_lead_somewhere(document: Path) -> None:
    for target, anchor in links_of(document):
        assert target.exists(), target
        assert not anchor or anchor in headings(target), f"{target}#{anchor}"


def test_every_page_is_linked() -> None:
    linked = {target for page in PAGES for target, _ in links_of(page)}
    folders = {target for target in linked if target.is_dir()}
    assert [page.name for page in PAGES[1:] if page not in linked and page.parent not in folders] == []


def test_make_verbs() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    there = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {verb for _, code in CODE for verb in re.findall(r"(?:^|&& )make ([a-z]+)", code)}
    assert named == there


def commands() -> dict[str, click.Command]:
    """Every command by its words after ``marketplace``."""
    found = dict(main.commands)
    for name, group in main.commands.items():
        if isinstance(group, click.Group):
            found |= {f"{name} {inner}": command for inner, command in group.commands.items()}
    return found


def command_lines() -> Iterator[tuple[str, list[str]]]:
    """(the command, its options) of every line that calls the console script."""
    for _, code in CODE:
        words = code.split()
        starts = [place for place, word in enumerate(words) if word.split("/")[-1] == "marketplace"]
        if starts and len(words) > starts[0] + 1 and "/" not in words[starts[0] + 1]:
            first, *rest = words[starts[0] + 1 :]
            inner = f"{first} {rest[0]}" if rest else ""
            yield inner if inner in commands() else first, [word for word in rest if word.startswith("-")]


def test_commands_and_options_exist() -> None:
    known = commands()
    for name, options in command_lines():
        assert name in known, name
        command = known[name]
        if isinstance(command, QueryGroup):  # "search QUERY" is none of the group's tools
            command = command.default
        there = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        assert set(options) <= there, f"{name} {options}"


def test_every_command_is_named() -> None:
    named = {code for _, code in CODE} | {name for name, _ in command_lines()}
    assert set(commands()) - named == set()


class Asked(dict[str, str]):
    """An environment that notes what it was asked for."""

    def __init__(self, **values: str) -> None:
        super().__init__(values)
        self.names: set[str] = set()

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]  # narrower
        self.names.add(key)
        return super().get(key, default)


def test_every_setting_is_explained(tmp_path: Path) -> None:
    environment = Asked(MARKETPLACE_DATA=str(tmp_path))
    _config().load(environment)
    deploy = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| `(MARKETPLACE_\w+)` \|", deploy, re.MULTILINE)
    assert sorted(explained) == sorted(environment.names)
    assert set(re.findall(r"MARKETPLACE_[A-Z_]+", TEXT)) == environment.names


def test_accounts_of_the_demonstration() -> None:
    file = ROOT / "marketplace" / "app" / "demonstration" / "accounts.json"
    accounts = json.loads(file.read_text(encoding="utf-8"))["accounts"]
    rows = re.findall(r"^\| `(\S+@\S+)` \| `(\S+)` \|", TEXT, re.MULTILINE)
    assert rows == [(account["email"], account["password"]) for account in accounts]


def test_decisions_have_their_three_parts() -> None:
    for number, page in enumerate(sorted((ROOT / "docs" / "decisions").glob("*.md")), start=1):
        text = page.read_text(encoding="utf-8")
        assert page.name.startswith(f"{number:04}-") and text.startswith(f"# {number}. ")
        assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
