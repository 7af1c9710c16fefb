"""Every route as every person, against the table ``rights.txt``, and what the table can't say.

A difference is either a fault of the application or a decision: then the table is changed by hand, with a word in
the commit about why.
"""

import io
import re
import zipfile
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.cast import PERSONS
from tests.house.requesting import Route, request_of, section_routes
from tests.house.scene import (
    BUYER,
    BUYER_DIGITS,
    BUYER_MAIL,
    HONG_LUAN,
    MAILBOX,
    MEMBER_MAIL,
    TAX_CODE,
    Scene,
)

TABLE = Path(__file__).with_name("rights.txt")
TAKE_BACK = "POST /can-bo/danh-sach-goi/<public_id>/rut-lai"
WORDS = {"yes", "sign-in", "no", "hidden"}

OWN = {"/ban-hang/": {"member"}, "/theo-doi/": set(PERSONS), "/tra-loi/": set(PERSONS)}
AREA = {"commune_officer", "province_officer", "administrator"}
MANAGERS = {"/ban-hang/": {"member"}, "/can-bo/chu-the/<slug>": AREA}
CALLED = {"/can-bo/danh-sach-goi/<public_id>": AREA}
# What is shown to some only: below which addresses, and to whom there. A household's tax code: to nobody at all.
PRIVATE: dict[str, dict[str, set[str]]] = {
    BUYER: {**OWN, "/can-bo/danh-sach-goi": AREA},
    **{text: {**OWN, **CALLED} for text in (BUYER_MAIL, BUYER_DIGITS)},
    MAILBOX: MANAGERS,
    MEMBER_MAIL: {**MANAGERS, "/tai-khoan": {"member"}, "/can-bo/nguoi-dung": {"administrator"}},
    TAX_CODE: {},
}


def table() -> dict[str, dict[str, str]]:
    """Route as ``GET /san-pham`` → person → word."""
    lines = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    head, *rows = [line for line in lines if line]
    return {f"{method} {rule}": dict(zip(head, words, strict=True)) for method, rule, *words in rows}


def word_of(answer: TestResponse) -> str:
    """What an answer means to the one who asked; a status that means no such thing stands for itself."""
    status = answer.status_code
    if status == 401 or (status == 303 and answer.location.startswith("/dang-nhap")):
        return "sign-in"
    if status < 400 or status == 422:
        return "yes"
    return {403: "no", 404: "hidden"}.get(status, str(status))


def may_read(person: str, text: str, route: Route) -> bool:
    """Whether that private text is for this person at that address."""
    return any(route.rule.startswith(below) and person in persons for below, persons in PRIVATE[text].items())


def is_read(text: str, answer: str) -> bool:
    """Whether it stands there; "member@…" isn't read in "other_member@…"."""
    return text in answer.replace(f"_{text}", "")


def packed(answer: TestResponse) -> str:
    """The answer, and once more with the digits of its numbers together."""
    if str(answer.mimetype).startswith("image/"):
        return str(answer.data, "latin-1")  # metadata would be words
    text = words_of_workbook(answer.data) if answer.data.startswith(b"PK") else answer.text
    return text + re.sub(r"(?<=\d)[\s.]+(?=\d)", "", text)


def words_of_workbook(content: bytes) -> str:
    """The texts of a workbook's cells."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return " ".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))


def test_the_table_has_a_row_for_every_route_and_no_other(app: Flask) -> None:
    rows, routes = set(table()), {str(route) for route in section_routes(app)}
    assert sorted(routes - rows) == [], "routes without a row in rights.txt: decide who may"
    assert sorted(rows - routes) == [], "rows of rights.txt without a route"


def test_the_table_is_well_formed() -> None:
    for route, row in table().items():
        assert tuple(row) == PERSONS, route
        assert set(row.values()) <= WORDS, route


@pytest.mark.parametrize("person", PERSONS)
def test_rights(scene: Scene, person: str) -> None:
    rows, differences = table(), []
    for route in section_routes(scene.app):
        answer, row = request_of(scene, person, route), rows.get(str(route), {})
        read = [text for text in PRIVATE if is_read(text, packed(answer)) and not may_read(person, text, route)]
        if word_of(answer) != row.get(person) or read:
            differences.append(f"{route!s:<60}{row.get(person)!s:<12}{word_of(answer):<12}{', '.join(read)}")
        if route.writes:
            scene.restore()
    head = f"as {person:<57}{'table':<12}{'application':<12}private words read"
    assert not differences, "\n".join(["", head, *differences])


def test_whom_private_words_are_for_reads_them(scene: Scene) -> None:
    """Else nothing were proved by not finding them."""
    read = packed(scene.browser("member").get("/ban-hang/dau-moi/" + scene.lead))
    assert all(text in read for text in (BUYER, BUYER_MAIL, BUYER_DIGITS))
    read = packed(scene.browser("commune_officer").get("/can-bo/chu-the/" + HONG_LUAN))
    assert all(text in read for text in (MAILBOX, MEMBER_MAIL))


def test_forms_that_may_be_sent_are_taken(scene: Scene) -> None:
    """Else a yes would say no more than that an empty form is refused."""
    answers = {}
    for route in section_routes(scene.app):
        if route.method == "POST":
            may = [person for person, word in table()[str(route)].items() if word == "yes"]
            answers[str(route)] = request_of(scene, may[-1] if "/can-bo/" in route.rule else may[0], route).status_code
            scene.restore()
    refused = {route for route, status in answers.items() if status >= 400}
    assert refused == {
        "POST /ban-hang/dau-moi/<public_id>/mo-lai",  # nothing is closed
        TAKE_BACK,  # nothing to take back
        "POST /can-bo/chu-the/<slug>/hien-lai",  # nobody is hidden
        "POST /can-bo/san-pham/<product_id>/bay-lai",  # nothing was taken down
        "POST /dang-nhap",  # nobody of the cast has a password
        "POST /dang-nhap/ma",  # so nobody showed one
        "POST /tai-khoan/hai-lop",  # no code of a secret was asked for
        *(f"POST /tai-khoan/{what}" for what in ("hai-lop/ma-du-phong", "hai-lop/tat", "lien-lac", "mat-khau", "xoa")),
    }
