"""Texts are sent compressed to whoever takes it, and say the same."""

import gzip
from pathlib import Path

import pytest

from tests.browse import Browser

PAGE = "/trial/page/one"


def test_a_text_is_compressed(visitor: Browser) -> None:
    plain, packed = visitor.get(PAGE), visitor.get(PAGE, headers={"Accept-Encoding": "gzip, br"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data)


def test_caches_are_told_that_it_depends(visitor: Browser) -> None:
    assert "Accept-Encoding" in visitor.get(PAGE).headers["Vary"]
    assert "Accept-Encoding" in visitor.get(PAGE, headers={"Accept-Encoding": "gzip"}).headers["Vary"]


@pytest.mark.parametrize("said", ["", "br", "identity", "gzip;q=0"])
def test_who_does_not_take_it_gets_it_plain(visitor: Browser, said: str) -> None:
    assert "Content-Encoding" not in visitor.get(PAGE, headers={"Accept-Encoding": said}).headers


def test_a_short_answer_stays_as_it_is(visitor: Browser) -> None:
    assert "Content-Encoding" not in visitor.get("/healthz", headers={"Accept-Encoding": "gzip"}).headers


@pytest.mark.parametrize("path", ["/static/css/public.css", "/static/icons.svg"])
def test_static_texts_too(visitor: Browser, path: str) -> None:
    plain = visitor.get(path, buffered=True)
    packed = visitor.get(path, headers={"Accept-Encoding": "gzip"}, buffered=True)
    assert gzip.decompress(packed.data) == plain.data


def test_pictures_are_not(visitor: Browser) -> None:
    name = next(Path(visitor.application.static_folder or "").glob("fonts/*.woff2")).name
    answer = visitor.get(f"/static/fonts/{name}", headers={"Accept-Encoding": "gzip"}, buffered=True)
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers


def test_what_is_unchanged_stays_so(visitor: Browser) -> None:
    first = visitor.get("/static/icons.svg", buffered=True)
    said = {"If-None-Match": first.headers["ETag"], "Accept-Encoding": "gzip"}
    again = visitor.get("/static/icons.svg", headers=said, buffered=True)
    assert (again.status_code, again.data) == (304, b"")
