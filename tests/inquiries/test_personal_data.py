"""What is kept of a buyer, read, copied and corrected by the private link."""

from marketplace.inquiries.vocabulary import CONSENT_VERSION
from tests.browse import Browser
from tests.inquiries.market import answer_path, error_of, inquiries, plain
from tests.inquiries.private_words import ASKED, requested


def test_what_is_kept_is_told_in_plain_words(tracked: str, client: Browser) -> None:
    text = plain(client.get(f"{tracked}/du-lieu").text)
    for word in ("Chị Thu Kín Tiếng", "0900 000 045", "thu.kin@example.org", "Cần sợi nhỏ, gọi", "12 Ngõ Bí Mật"):
        assert word in text
    assert f"bản {CONSENT_VERSION}" in text and f"?ban={CONSENT_VERSION}" in text
    assert f'href="{tracked}/du-lieu"' in client.get(tracked).text


def test_a_copy_holds_everything_and_is_noted(tracked: str, client: Browser) -> None:
    answer = client.get(f"{tracked}/du-lieu/ban-sao.json")
    assert (
        answer.headers["Content-Disposition"].startswith("attachment") and answer.headers["Cache-Control"] == "no-store"
    )
    copy = answer.json
    assert copy and copy["person"]["phone"] == "+84900000045" and copy["person"]["name"] == "Chị Thu Kín Tiếng"
    [asked] = copy["inquiries"]
    assert asked["message"] == ASKED["words"] and asked["consent"]["version"] == CONSENT_VERSION
    assert [told["words"] for told in asked["history"]] == [ASKED["words"], "Bên em giao tận ngõ.", "Sợi nhỏ thật nhé."]
    assert requested() == [("copy", True)]


def test_a_correction_reaches_the_supplier(tracked: str, client: Browser) -> None:
    given = {"name": "Chị Thu Hà", "phone": "0900 000 047", "email": "", "place": "Hà Nội"}
    assert client.submit(f"{tracked}/du-lieu/sua", given).status_code == 303
    text = plain(client.get(answer_path(inquiries()[0])).text)
    assert "Chị Thu Hà" in text and "0900 000 047" in text
    assert requested() == [("correction", True)]


def test_one_way_to_answer_must_stay(tracked: str, client: Browser) -> None:
    answer = client.submit(f"{tracked}/du-lieu/sua", {"name": "Chị Thu Hà", "phone": "", "email": ""})
    assert answer.status_code == 422 and "Hãy để lại" in error_of(answer, "phone")
    assert 'value="Chị Thu Hà"' in answer.text and requested() == []
