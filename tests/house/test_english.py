"""English is a full second language: every text has its translation, and no page shows a Vietnamese one.

After a change of texts ``make texts`` collects them; what a test names as missing is written into
``marketplace/translations/en/LC_MESSAGES/messages.po``, as ``docs/translating.md`` says.
"""

import re

import pytest
from babel.messages.mofile import read_mo

from tests.house.english import (
    FOLDER,
    LETTERS,
    ROOT,
    Texts,
    catalogue,
    data_words,
    ids_of_the_code,
    strange,
)
from tests.house.requesting import address_of, section_routes
from tests.house.scene import Scene

PLACES = re.compile(r"%\(\w+\)s|\{\w*\}")
NUMBERED = re.compile(r"\[(\w+): [^|\]]*\|[^\]]*\]")
# What English says with the same letters.
SAME = {"OCOP", "VietGAP", "HACCP", "Zalo", "kg", "đồng"}
# Names of goods, and of a column of the lists that are handed in: data too.
NAMES = {"bún khô", "miến dong", "chè Shan", "gạo Bao thai", "Tên sản phẩm", "liên hệ"}
NO_PAGES = ("/api/", "/anh/", "/static/", "/healthz", "/robots.txt", "/sitemap.xml")


def test_every_text_has_its_translation() -> None:
    written = {str(message.id): str(message.string) for message in catalogue() if message.id}
    missing = {text: file for text, file in ids_of_the_code().items() if not written.get(text)}
    assert not missing, "\n".join(f"{file}: {text}" for text, file in sorted(missing.items()))


def test_no_translation_is_left_over() -> None:
    assert sorted({str(message.id) for message in catalogue() if message.id} - set(ids_of_the_code())) == []


def test_translations_are_english() -> None:
    same = {str(message.id) for message in catalogue() if message.id and message.id == message.string}
    wordless = {text for text in same if not re.search(r"[^\W\d_]", PLACES.sub("", text))}
    assert same - wordless - SAME == set()
    assert [message.id for message in catalogue() if message.id and message.fuzzy] == []


@pytest.mark.parametrize("places", [PLACES, NUMBERED])
def test_translations_keep_the_places_of_their_values(places: re.Pattern[str]) -> None:
    for message in catalogue():
        text, english = str(message.id), str(message.string)
        if places is PLACES:
            assert sorted(PLACES.findall(text)) == sorted(PLACES.findall(english)), text
        for name in NUMBERED.findall(english):
            assert f"%({name})s" in english, f"{english}: no value is called {name}"


def test_what_is_compiled_is_what_is_written() -> None:
    with (FOLDER / "messages.mo").open("rb") as file:
        compiled = {message.id: message.string for message in read_mo(file) if message.id}
    assert compiled == {message.id: message.string for message in catalogue() if message.id and message.string}


def test_the_makefile_collects_the_same_texts() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.findall(r"--keyword (\w+)", makefile) == ["N_", "say", "translate", "lazy"]


@pytest.mark.parametrize("person", ["stranger", "trader", "member", "commune_officer", "administrator"])
def test_an_english_page_has_no_vietnamese_but_data(scene: Scene, person: str) -> None:
    """Every page, and every form sent empty. Vietnamese is marked as such, and all that is marked is data."""
    data, texts = data_words(), {text for text in ids_of_the_code() if LETTERS.search(text)} - NAMES
    client, faults = scene.browser(person), []
    for route in section_routes(scene.app):
        if route.rule.startswith(NO_PAGES):
            continue
        address = f"/en{address_of(scene, route)}"
        answer = client.get(address) if route.method == "GET" else client.submit(address, {})
        if answer.mimetype == "text/html" and answer.status_code not in (303, 301):
            read = Texts(answer.text)
            marked = [(word, text.strip()) for text in read.vietnamese for word in strange(text, data)]
            faults += [f"{route}: {word!r} in {text!r}" for word, text in marked]
            faults += [f"{route}: {text!r} is not translated" for text in read.all if text in texts]
        if route.writes:
            scene.restore()
    assert not faults, "\n".join(sorted(set(faults)))
