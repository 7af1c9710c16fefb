"""Chromium and the sites that it looks at; started for the first test of this folder, ended after its last."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, StorageState, ViewportSize, expect, sync_playwright

from tests.browser.judging import Judge
from tests.browser.phones import HEIGHT, WAIT_MILLISECONDS, WIDTH, Phone, watched
from tests.browser.served import Site, served_copy
from tests.browser.walking import Walk, walk_as

SCREEN = ViewportSize(width=WIDTH, height=HEIGHT)
# The headless shell is Chromium without its windows: the same pages for a third less of the processor.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
NO_CHROMIUM = "no Chromium on the PATH (Debian: apt-get install chromium-headless-shell)"


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Chromium of the system; without one the test is skipped, or fails where REQUIRE_BROWSER=1."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None and os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(f"REQUIRE_BROWSER=1, but {NO_CHROMIUM}")
    if path is None:
        pytest.skip(NO_CHROMIUM)
    expect.set_options(timeout=WAIT_MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def demonstration(
    chromium: Browser, demonstration_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """The demonstration, served. Tests share it: none may rely on what another left there."""
    with served_copy("demo", demonstration_folder, tmp_path_factory.mktemp("demonstration")) as site:
        yield site


@pytest.fixture
def new_site(chromium: Browser, template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of its own for one test, empty but for the places of the country."""
    with served_copy("serve", template_folder, tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="module")
def shared_site(chromium: Browser, template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site like that for all tests of a file, which belong to one group then: each with names of its own."""
    with served_copy("serve", template_folder, tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="module")
def officer_cookies(chromium: Browser, shared_site: Site) -> StorageState:
    """The cookies of an officer of Thái Nguyên on that site, who has come in with the second factor."""
    invitation = shared_site.command("create-officer", "can-bo@example.org", "--area", "2025:19").split()[-1]
    with chromium.new_context(base_url=shared_site.url) as context:
        watched(context).accept(invitation, "mot-mat-khau-dai")
        return context.storage_state()


@pytest.fixture(scope="package")
def walked(
    chromium: Browser, demonstration: Site, migrated: Flask, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Walk]]:
    """``walked("officer")``: that person's walk through the demonstration, done once."""
    walks: dict[str, Walk] = {}
    with ExitStack() as contexts:

        def walk(person: str) -> Walk:
            if person not in walks:
                context = chromium.new_context(
                    base_url=demonstration.url, viewport=SCREEN, locale="vi-VN", reduced_motion="reduce"
                )
                contexts.callback(context.close)
                judge = Judge(tmp_path_factory.mktemp("judged"))
                walks[person] = walk_as(person, migrated, demonstration, watched(context), judge)
            return walks[person]

        yield walk


@pytest.fixture
def pick_up(chromium: Browser) -> Iterator[Callable[..., Phone]]:
    """``pick_up(site, script=True)``: a stranger's phone, or with ``cookies`` somebody's.

    After the test no phone may have complained.
    """
    with ExitStack() as contexts:
        phones: list[Phone] = []

        def open_one(site: Site, *, script: bool = True, cookies: StorageState | None = None) -> Phone:
            context = chromium.new_context(
                base_url=site.url,
                viewport=SCREEN,
                locale="vi-VN",
                timezone_id="Asia/Ho_Chi_Minh",
                java_script_enabled=script,
                storage_state=cookies,
            )
            contexts.callback(context.close)
            phones.append(watched(context))
            return phones[-1]

        yield open_one
        complaints = [complaint for phone in phones for complaint in phone.complaints]
    assert not complaints, complaints
