"""Refusals as pages and, for programs, as problem documents (RFC 9457)."""

import logging

import pytest

from tests.browse import Browser

STATUS = {"refused": 422, "missing": 404, "forbidden": 403, "conflict": 409, "unavailable": 503, "unexpected": 500}
EVERY = {**STATUS, "400": 400, "404": 404, "413": 413, "418": 418, "429": 429}


@pytest.mark.parametrize(("name", "status"), EVERY.items())
def test_each_refusal_has_its_page(visitor: Browser, name: str, status: int) -> None:
    answer = visitor.get(f"/trial/fails/{name}")
    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    assert f"Mã {status}" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize(("name", "status"), EVERY.items())
def test_each_refusal_has_its_document(visitor: Browser, name: str, status: int) -> None:
    answer = visitor.get(f"/api/trial/fails/{name}")
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.json is not None
    assert set(answer.json) == {"type", "title", "status", "detail"}
    assert answer.json["status"] == status


def test_a_refusal_says_why(visitor: Browser) -> None:
    assert "Giá này thấp quá." in visitor.get("/trial/fails/refused").text
    document = visitor.get("/api/trial/fails/refused").json
    assert document and document["detail"] == "Giá này thấp quá."


@pytest.mark.parametrize("path", ["/trial/fails/unexpected", "/api/trial/fails/unexpected"])
def test_an_error_of_ours_is_logged_and_not_shown(
    visitor: Browser, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = visitor.get(path)
    assert "0900" not in answer.text
    assert "ZeroDivisionError" not in answer.text
    assert "ZeroDivisionError" in caplog.text


def test_the_log_holds_no_private_link(visitor: Browser, caplog: pytest.LogCaptureFixture) -> None:
    visitor.get("/trial/fails/unexpected")
    assert "/trial/fails/<name>" in caplog.messages[-1]
    assert "/trial/fails/unexpected" not in caplog.messages[-1]


def test_no_such_page(visitor: Browser) -> None:
    answer = visitor.get("/khong-co")
    assert answer.status_code == 404
    assert "Xem sản phẩm" in answer.text
    assert visitor.get("/api/khong-co").mimetype == "application/problem+json"


def test_who_must_sign_in_first(visitor: Browser) -> None:
    answer = visitor.get("/trial/mine?a=1&b=2")
    assert (answer.status_code, answer.location) == (303, "/dang-nhap?next=/trial/mine?a%3D1%26b%3D2")
    assert visitor.post("/trial/own/one").status_code == 401
    document = visitor.get("/api/trial/mine")
    assert (document.status_code, document.mimetype) == (401, "application/problem+json")
