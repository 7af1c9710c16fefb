"""Papers of other kinds than OCOP: verified one by one, never with a decision, and shown once they are."""

from collections.abc import Callable

import pytest

from marketplace.catalogue.models import Certificate
from marketplace.catalogue.vocabulary import CERTIFICATE_KIND_LABELS
from tests.browse import Browser
from tests.catalogue.waiting_papers import PAGE, VERIFY, WITHDRAW, ids, make_other, verified

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")
OTHER_KINDS = ["attp", "vietgap", "haccp", "huu_co", "khac"]


def kinds_filtered(client: Browser, kind: str) -> list[str]:
    """Names of the products that the catalogue lists under this kind of paper."""
    found = client.get("/api/v1/products", query_string={"certificate": kind}).json
    assert found is not None
    return [product["name"] for product in found["results"]]


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_other_papers_show_and_are_filtered_by_once_an_officer_has_verified_them(
    papers: list[Certificate], sign_in: SignIn, client: Browser, drain: Callable[[], int], kind: str
) -> None:
    other, label = make_other(papers[0], kind), CERTIFICATE_KIND_LABELS[kind]
    officer, address = sign_in("commune_officer"), "/san-pham/bun-kho-hong-luan"
    drain()
    assert f"{label}</h2>" in officer.get(PAGE).text and "VG-12" in officer.get(PAGE).text
    assert kinds_filtered(client, kind) == [] and "còn hiệu lực" not in client.get(address).text
    assert officer.submit(VERIFY, {"giay": other.public_id}).status_code == 303
    drain()
    assert kinds_filtered(client, kind) == ["Bún khô"] and "còn hiệu lực" in client.get(address).text
    assert officer.submit(WITHDRAW, {"giay": other.public_id}).status_code == 303
    drain()
    assert kinds_filtered(client, kind) == [] and "còn hiệu lực" not in client.get(address).text


def test_other_papers_are_verified_one_by_one_and_never_with_a_decision(
    papers: list[Certificate], sign_in: SignIn
) -> None:
    others = [make_other(paper, "vietgap", "2616/QĐ-UBND") for paper in papers[:2]]
    officer = sign_in("commune_officer")
    assert "Xác minh 3 giấy của quyết định 2616/QĐ-UBND" in officer.get(PAGE).text
    assert officer.submit(VERIFY, {"giay": ids(others)}).status_code == 422
    assert officer.submit(VERIFY, {"giay": ids([papers[0], others[0]])}).status_code == 422
    assert officer.submit(VERIFY, {"giay": ids(others[:1])}).status_code == 303
    assert verified() == ids(others[:1])


def test_an_other_paper_is_not_declined_for_its_stars(papers: list[Certificate], sign_in: SignIn) -> None:
    other = make_other(papers[0], "haccp")
    form = sign_in("commune_officer").get(PAGE).text.split(f'id="sai-{other.public_id}"')[1].split("</select>")[0]
    assert "Số giấy hoặc ngày cấp không đúng" in form and "Hạng sao" not in form
