"""Anybody says that a listing is wrong, doubled or closed; its officers settle it, and whoever said so hears."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest
from sqlalchemy import func, select

from marketplace.catalogue.models import ListingReport, Product
from marketplace.catalogue.queries.reports import open_report_count
from marketplace.catalogue.vocabulary.reports import REPORTS_FROM_NETWORK
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import ReviewMessage, Supplier
from marketplace.suppliers.services import merge_suppliers
from tests.browse import Browser
from tests.cast import LAO_CAI, QUANG_BACH, TAN_LAP, Cast
from tests.factories import appoint, begin_session_of, make_account, make_product, make_supplier

SignIn = Callable[[str], Browser]
NOODLES, HONG_LUAN = "/san-pham/bun-kho-hong-luan", "/chu-the/htx-hong-luan"
QUEUE = "/can-bo/bao-sai"
pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def noodles(cast: Cast) -> Product:
    with transaction(write=True):
        return make_product(session.get_one(Supplier, cast.hong_luan.id), "Bún khô")


def newest() -> ListingReport:
    with transaction(write=False):
        return session.scalars(select(ListingReport).order_by(ListingReport.id.desc())).first()  # type: ignore[return-value]  # there is one


def count() -> int:
    with transaction(write=False):
        return session.scalar(select(func.count()).select_from(ListingReport)) or 0


@pytest.mark.parametrize("listing", [NOODLES, HONG_LUAN])
def test_anybody_reports_from_the_public_page(noodles: Product, client: Browser, listing: str) -> None:
    assert f"{listing}/bao-sai" in client.get(listing).text
    sent = client.fill(f"{listing}/bao-sai", "/bao-sai", kind="closed", words="Cửa đóng từ tháng trước.")
    assert (sent.status_code, sent.location) == (303, f"{listing}/bao-sai?xong=1")
    assert "Cảm ơn bạn đã báo" in client.get(sent.location).text
    assert (newest().kind, newest().subject) == ("closed", "product" if listing == NOODLES else "supplier")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Hãy chọn một ý."),
        ({"kind": "wrong"}, "Hãy viết điều gì sai."),
        ({"kind": "double", "other": "/san-pham/khong-co"}, "Không có trang nào ở địa chỉ này."),
        ({"kind": "double", "other": HONG_LUAN}, "Không có trang nào ở địa chỉ này."),
        ({"kind": "double", "other": f"http://localhost{NOODLES}?q=bun"}, "Đây là địa chỉ của chính trang này."),
    ],
)
def test_what_is_missing_is_said_and_nothing_lost(
    noodles: Product, client: Browser, fields: dict[str, str], said: str
) -> None:
    answer = client.submit(f"{NOODLES}/bao-sai", {"contact": "0900 000 045", **fields})
    assert answer.status_code == 422 and said in answer.text and "0900 000 045" in answer.text
    assert count() == 0


def test_a_double_leads_officers_to_both(noodles: Product, cast: Cast, client: Browser, sign_in: SignIn) -> None:
    with transaction(write=True):
        other = make_supplier("HTX Hồng Luan", slug="htx-hong-luan-2", place_id=QUANG_BACH, legacy_place_id=TAN_LAP)
    fields = {"kind": "double", "other": f"https://cho.example.org/en/chu-the/{other.slug}"}
    assert client.submit(f"{HONG_LUAN}/bao-sai", fields).status_code == 303
    officer = sign_in("commune_officer")
    page = officer.get(QUEUE).text
    merge = f"/can-bo/trung/chu-the/{cast.hong_luan.public_id}/{other.public_id}"
    assert merge in page and "HTX Hồng Luan" in page
    assert officer.get(merge).status_code == 200


def test_settled_with_a_tap_and_told_to_whoever_left_an_address(
    noodles: Product,
    client: Browser,
    sign_in: SignIn,
    drain: Callable[[], int],
    mails: Callable[[], list[EmailMessage]],
) -> None:
    fields = {"kind": "wrong", "words": "Giá nay là 40.000.", "contact": "nguoi-bao@example.org"}
    client.submit(f"{NOODLES}/bao-sai", fields)
    officer = sign_in("commune_officer")
    assert "Giá nay là 40.000." in officer.get(QUEUE).text and "nguoi-bao@example.org" in officer.get(QUEUE).text
    address = f"{QUEUE}/{newest().public_id}"
    assert officer.submit(address, {"outcome": "gi-do"}).status_code == 422
    assert officer.submit(address, {"outcome": "mended", "words": "Đã hỏi lại HTX."}).status_code == 303
    assert officer.submit(address, {"outcome": "left"}).status_code == 422
    drain()
    mail = mails()[-1]
    assert mail["To"] == "nguoi-bao@example.org"
    assert "Đã sửa" in mail.get_content() and "Đã hỏi lại HTX." in mail.get_content()
    after = officer.get(QUEUE).text
    assert "Không có gì chờ" in after and "nguoi-bao@example.org" not in after


def test_without_an_address_nobody_is_mailed(
    noodles: Product,
    client: Browser,
    sign_in: SignIn,
    drain: Callable[[], int],
    mails: Callable[[], list[EmailMessage]],
) -> None:
    client.submit(f"{NOODLES}/bao-sai", {"kind": "closed", "contact": "0900 000 045"})
    sign_in("commune_officer").submit(f"{QUEUE}/{newest().public_id}", {"outcome": "left"})
    drain()
    assert [mail for mail in mails() if "0900" in str(mail["To"])] == []


def test_other_areas_see_nothing_and_viewers_settle_nothing(
    noodles: Product, cast: Cast, client: Browser, sign_in: SignIn
) -> None:
    client.submit(f"{NOODLES}/bao-sai", {"kind": "closed", "words": "Đóng rồi nhé."})
    far = sign_in("other_officer")
    assert "Đóng rồi nhé." not in far.get(QUEUE).text
    address = f"{QUEUE}/{newest().public_id}"
    assert far.submit(address, {"outcome": "left"}).status_code == 404
    with transaction(write=True):
        account = make_account("viewer")
        appoint(account, QUANG_BACH, "viewer")
        text = begin_session_of(account)
    viewer = sign_in("stranger")
    with viewer.session_transaction() as kept:
        kept["_user_id"], kept["_fresh"] = text, True
    assert "Đóng rồi nhé." in viewer.get(QUEUE).text and address not in viewer.get(QUEUE).text
    assert viewer.submit(address, {"outcome": "left"}).status_code == 403


def test_a_flood_from_one_network_is_told_to_wait(noodles: Product, client: Browser) -> None:
    for number in range(REPORTS_FROM_NETWORK):
        assert client.submit(f"{NOODLES}/bao-sai", {"kind": "closed", "words": f"Lần {number}"}).status_code == 303
    more = client.submit(f"{NOODLES}/bao-sai", {"kind": "closed", "words": "Lần nữa"})
    assert more.status_code == 429 and "Lần nữa" in more.text
    assert count() == REPORTS_FROM_NETWORK


def test_what_isn_t_public_can_t_be_reported(noodles: Product, cast: Cast, client: Browser) -> None:
    with transaction(write=True):
        session.get_one(Product, noodles.id).state = "paused"
        session.get_one(Supplier, cast.hong_luan.id).state = "suspended"
    for listing in (NOODLES, HONG_LUAN):
        assert client.get(f"{listing}/bao-sai").status_code == 404


def test_words_stand_apart_so_that_they_can_be_emptied(noodles: Product, client: Browser) -> None:
    client.submit(f"{NOODLES}/bao-sai", {"kind": "wrong", "words": "Giá nay là 40.000."})
    with transaction(write=False):
        kept = session.scalars(select(ReviewMessage)).one()
    assert (kept.subject, kept.subject_id, kept.body) == ("report", newest().id, "Giá nay là 40.000.")


def test_what_was_reported_before_a_merge_is_for_the_officers_of_the_one_that_stays(
    cast: Cast, noodles: Product, client: Browser, sign_in: SignIn
) -> None:
    """Those of the other area can neither open it nor mend it any more."""
    for listing, words in ((HONG_LUAN, "Tên sai."), (NOODLES, "Giá sai.")):
        assert client.fill(f"{listing}/bao-sai", "/bao-sai", kind="wrong", words=words).status_code == 303
    with transaction(write=True):
        stays = make_supplier("HTX Hồng Luân Hai", place_id=None, province_id=LAO_CAI)
        merge_suppliers(cast.actor("administrator"), session.get_one(Supplier, cast.hong_luan.id), stays)
    there, here = sign_in("other_officer"), sign_in("commune_officer")
    assert {words in there.get(QUEUE).text for words in ("Tên sai.", "Giá sai.")} == {True}
    assert "Tên sai." not in here.get(QUEUE).text
    with transaction(write=False):
        counts = [open_report_count(cast.actor(one)) for one in ("other_officer", "commune_officer")]
    assert counts == [2, 0]
    assert there.submit(f"{QUEUE}/{newest().public_id}", {"outcome": "left"}).status_code == 303
