"""An officer who holds a decision verifies its papers in one go, and may take that back the same day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import Certificate, Product
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from tests import factories
from tests.browse import Browser, browser
from tests.cast import LAO_CAI, QUANG_BACH, Cast
from tests.catalogue.statements import selects
from tests.catalogue.waiting_papers import PAGE, VERIFY, WITHDRAW, acts, change, ids, verified
from tests.factories import make_certificate, make_product

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


def test_a_decision_in_two_spellings_is_one_block(papers: list[Certificate], sign_in: SignIn) -> None:
    text = sign_in("commune_officer").get(PAGE).text
    assert text.count("Quyết định 2616/QĐ-UBND</h2>") == 1
    assert "ngày 25/8/2025 · 3 sản phẩm" in text
    assert "Xác minh 3 giấy của quyết định 2616/QĐ-UBND" in text


def test_ticked_papers_are_verified_together(
    papers: list[Certificate], sign_in: SignIn, client: Browser, drain: Callable[[], int]
) -> None:
    drain()
    officer = sign_in("commune_officer")
    answer = officer.submit(f"{VERIFY}?quyet-dinh=2616", {"giay": ids(papers[:2])})
    assert answer.location == f"{PAGE}?quyet-dinh=2616"
    assert "Đã xác minh 2 giấy của quyết định 2616/QĐ-UBND." in officer.get(answer.location).text
    assert verified() == acts("verify_certificate") == ids(papers[:2])
    assert "Giấy chứng nhận OCOP 3 sao" in client.get("/san-pham/bun-gac-hong-luan").text
    assert drain()
    assert "3 sao OCOP" in client.get("/san-pham?q=bún+gấc").text


def test_what_another_verified_is_passed_over_and_said(papers: list[Certificate], sign_in: SignIn) -> None:
    sign_in("province_officer").submit(VERIFY, {"giay": ids(papers[:1])})
    officer = sign_in("commune_officer")
    said = officer.get(officer.submit(VERIFY, {"giay": ids(papers)}).location).text
    assert "Đã xác minh 2 giấy" in said and "1 giấy đã có người xác minh trước đó." in said
    with transaction(write=False):
        first = session.get_one(Certificate, papers[0].id)
        assert first.verified_by_id != session.get_one(Certificate, papers[1].id).verified_by_id
    again = sign_in("administrator")
    assert "Các giấy này đã có người xác minh" in again.get(again.submit(VERIFY, {"giay": ids(papers)}).location).text


@pytest.mark.parametrize(("person", "status"), [("other_officer", 404), ("trader", 404), ("member", 404)])
def test_papers_of_other_areas_are_not_there(
    papers: list[Certificate], sign_in: SignIn, person: str, status: int
) -> None:
    assert sign_in(person).submit(VERIFY, {"giay": ids(papers)}).status_code == status
    assert not verified()


def test_one_paper_of_another_area_stops_all(papers: list[Certificate], cast: Cast, sign_in: SignIn) -> None:
    with transaction(write=True):
        far = make_certificate(make_product(session.merge(cast.hong_ha)), "2616/QĐ-UBND")
    assert sign_in("commune_officer").submit(VERIFY, {"giay": [*ids(papers), far.public_id]}).status_code == 404
    assert not verified()


def test_who_only_views_has_nothing_to_tick(papers: list[Certificate], cast: Cast, sign_in: SignIn) -> None:
    with transaction(write=True):
        account = factories.make_account("viewer")
        factories.appoint(account, QUANG_BACH, "viewer")
        factories.appoint(account, LAO_CAI)
        token = factories.begin_session_of(account)
    viewer = browser(sign_in("trader").application, token)
    text = viewer.get(PAGE).text
    assert "Quyết định 2616/QĐ-UBND" in text and "data-tick" not in text and "data-bulk" not in text
    assert viewer.submit(VERIFY, {"giay": ids(papers)}).status_code == 403
    assert viewer.submit(VERIFY, {}).status_code == 422  # may do so elsewhere, and ticked nothing
    assert not verified()


@pytest.mark.parametrize("number", [None, "năm 2021"])
def test_papers_without_a_number_are_verified_one_by_one(
    papers: list[Certificate], sign_in: SignIn, number: str | None
) -> None:
    for paper in papers[:2]:
        change(paper, decision_no=number)
    officer = sign_in("commune_officer")
    text = officer.get(PAGE).text
    assert text.index("Quyết định 2616/QĐ-UBND</h2>") < text.index("Chưa ghi số quyết định</h2>")
    assert text.count("data-tick") == 1
    assert officer.submit(VERIFY, {"giay": ids(papers[:2])}).status_code == 422
    assert officer.submit(VERIFY, {"giay": ids(papers[:1])}).status_code == 303
    assert verified() == ids(papers[:1])


def test_two_decisions_are_two_papers(papers: list[Certificate], sign_in: SignIn) -> None:
    change(papers[0], issued_on=date(2024, 8, 25))
    officer = sign_in("commune_officer")
    assert officer.get(PAGE).text.count("Quyết định 2616/QĐ-UBND</h2>") == 2
    assert officer.submit(VERIFY, {"giay": ids(papers)}).status_code == 422
    assert officer.submit(VERIFY, {}).status_code == 422
    assert not verified()


def test_a_remark_is_read_before_it_is_ticked(papers: list[Certificate], sign_in: SignIn) -> None:
    change(papers[1], remark="Hạng sao: 3 sao ở cột này, 4 sao ở cột kia.")
    text = sign_in("commune_officer").get(PAGE).text
    assert "4 sao ở cột kia" in text and "Xác minh 2 giấy" in text
    assert text.count("data-tick checked") == 2 and text.count("data-tick>") == 1


def test_an_ended_paper_is_marked_and_shows_no_stars(
    papers: list[Certificate], sign_in: SignIn, client: Browser
) -> None:
    change(papers[0], issued_on=date(2021, 12, 29), expires_on=date(2024, 12, 29))
    officer = sign_in("commune_officer")
    assert officer.get(PAGE).text.count("Đã hết hạn, không hiện sao") == 1
    assert officer.submit(VERIFY, {"giay": ids(papers[:1])}).status_code == 303
    text = client.get("/san-pham/bun-kho-hong-luan").text
    assert "Chứng nhận hết hạn 29/12/2024" in text and "3 sao OCOP" not in text


def test_a_number_narrows(papers: list[Certificate], sign_in: SignIn) -> None:
    change(papers[0], decision_no="15/QĐ-UBND")
    officer = sign_in("commune_officer")
    assert "Bún gấc" in officer.get(f"{PAGE}?quyet-dinh=2616").text
    assert "Bún khô" not in officer.get(f"{PAGE}?quyet-dinh=2616").text
    assert "Không có giấy nào chờ theo số này" in officer.get(f"{PAGE}?quyet-dinh=99").text


def test_the_same_day_it_may_be_taken_back(
    papers: list[Certificate], sign_in: SignIn, client: Browser, clock: StoppedClock
) -> None:
    officer = sign_in("commune_officer")
    officer.submit(VERIFY, {"giay": ids(papers)})
    assert "Bạn vừa xem hôm nay" in officer.get(PAGE).text
    clock.advance(timedelta(hours=14, minutes=59))  # 23:59 there
    assert sign_in("province_officer").submit(WITHDRAW, {"giay": ids(papers[:1])}).status_code == 422
    assert officer.submit(WITHDRAW, {"giay": ids(papers[:1])}).status_code == 303
    assert verified() == ids(papers[1:]) and acts("withdraw_verification") == ids(papers[:1])
    assert "chứng nhận OCOP chờ xác minh" in client.get("/san-pham/bun-kho-hong-luan").text
    clock.advance(timedelta(minutes=1))
    assert officer.submit(WITHDRAW, {"giay": ids(papers[1:])}).status_code == 422
    assert "Bạn vừa xem hôm nay" not in officer.get(PAGE).text
    assert verified() == ids(papers[1:])


def test_one_that_may_not_be_taken_back_stops_all(papers: list[Certificate], sign_in: SignIn) -> None:
    officer = sign_in("commune_officer")
    officer.submit(VERIFY, {"giay": ids(papers[:2])})
    assert officer.submit(WITHDRAW, {"giay": ids(papers)}).status_code == 422
    assert verified() == ids(papers[:2])


def test_removed_products_are_no_more_work(papers: list[Certificate], sign_in: SignIn) -> None:
    with transaction(write=True):
        for product in session.scalars(select(Product)):
            product.state = "removed"
        session.flush()
    assert "Không còn chứng nhận nào chờ" in sign_in("commune_officer").get(PAGE).text


def test_many_papers_take_no_more_statements_and_whole_decisions_stand_on_a_page(
    papers: list[Certificate], cast: Cast, sign_in: SignIn
) -> None:
    officer = sign_in("commune_officer")
    with selects() as few:
        officer.get(PAGE)
    with transaction(write=True):
        maker = session.merge(cast.hong_luan)
        for number in range(60):
            make_certificate(make_product(maker, f"Măng số {number}"), "15/QĐ-UBND" if number % 2 else None)
    with selects() as many:
        text = officer.get(PAGE).text
    assert len(many) == len(few) <= 26
    assert "Xác minh 30 giấy của quyết định 15/QĐ-UBND" in text
    assert "Trang 1 / 2" in text and "Chưa ghi số" not in text
    assert "30 sản phẩm" in officer.get(f"{PAGE}?trang=2").text
    assert officer.get(f"{PAGE}?trang=9").status_code == 200
