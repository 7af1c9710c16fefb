"""An officer says that a paper is wrong: who claimed it is told, and it may be taken back the same day."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest

from marketplace.catalogue.models import Certificate, Product
from marketplace.catalogue.vocabulary import CERTIFICATE_KIND_LABELS
from marketplace.core.clock import StoppedClock, now
from marketplace.core.db import session, transaction
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.waiting_papers import PAGE, WITHDRAW, acts, change, give_mailbox, ids, make_other
from tests.factories import make_certificate

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


@pytest.mark.parametrize("kind", ["ocop", "vietgap"])
def test_who_claimed_a_declined_paper_is_told_by_mail(
    papers: list[Certificate],
    cast: Cast,
    sign_in: SignIn,
    drain: Callable[[], int],
    mails: Callable[[], list[EmailMessage]],
    kind: str,
) -> None:
    paper = papers[0] if kind == "ocop" else make_other(papers[0], kind)
    give_mailbox(cast)
    sign_in("commune_officer").submit(f"{PAGE}/{paper.public_id}/tu-choi", {"ly-do": "number", "loi": "Số là 2661."})
    drain()
    (mail,) = [mail for mail in mails() if str(mail["Subject"]) == "Giấy chưa đúng: Bún khô"]
    text = mail.get_content()
    assert mail["To"] == "htx@example.org" and CERTIFICATE_KIND_LABELS[kind] in text
    assert "Số giấy hoặc ngày cấp không đúng" in text and "Số là 2661." in text and "/ban-hang/san-pham" in text
    assert "Giấy chưa đúng:" in sign_in("member").get("/ban-hang/san-pham").text


def test_a_declined_paper_may_be_taken_back_the_same_day(
    papers: list[Certificate],
    cast: Cast,
    sign_in: SignIn,
    client: Browser,
    clock: StoppedClock,
    drain: Callable[[], int],
    mails: Callable[[], list[EmailMessage]],
) -> None:
    give_mailbox(cast)
    drain()
    before = len(mails())
    officer, (paper, other, _) = sign_in("commune_officer"), papers
    for declined in (paper, other):
        officer.submit(f"{PAGE}/{declined.public_id}/tu-choi", {"ly-do": "number"})
    assert "Đã báo không đúng" in officer.get(PAGE).text
    assert "chứng nhận OCOP chờ xác minh" not in client.get("/san-pham/bun-kho-hong-luan").text
    assert sign_in("province_officer").submit(WITHDRAW, {"giay": paper.public_id}).status_code == 422
    assert officer.submit(WITHDRAW, {"giay": paper.public_id}).status_code == 303
    assert acts("withdraw_declining") == ids([paper])
    assert "chứng nhận OCOP chờ xác minh" in client.get("/san-pham/bun-kho-hong-luan").text
    change(other, declined_at=None)  # as a mail that waits finds it when that was taken back
    drain()
    assert len(mails()) == before
    change(other, declined_at=now())
    clock.advance(timedelta(days=1))
    assert officer.submit(WITHDRAW, {"giay": other.public_id}).status_code == 422
    assert "Bạn vừa xem hôm nay" not in officer.get(PAGE).text


def test_who_was_mailed_that_a_paper_is_wrong_is_mailed_that_it_was_taken_back(
    papers: list[Certificate],
    cast: Cast,
    sign_in: SignIn,
    clock: StoppedClock,
    drain: Callable[[], int],
    mails: Callable[[], list[EmailMessage]],
) -> None:
    give_mailbox(cast)
    officer, paper = sign_in("commune_officer"), papers[0]
    officer.submit(f"{PAGE}/{paper.public_id}/tu-choi", {"ly-do": "number"})
    drain()
    clock.advance(timedelta(minutes=20))
    officer.submit(WITHDRAW, {"giay": paper.public_id})
    drain()
    assert "Xem lại giấy của" in mails()[-1]["Subject"] and "lại đang chờ xem" in mails()[-1].get_content()


def test_a_declined_paper_that_was_claimed_anew_stays_declined(papers: list[Certificate], sign_in: SignIn) -> None:
    officer, paper = sign_in("commune_officer"), papers[0]
    officer.submit(f"{PAGE}/{paper.public_id}/tu-choi", {"ly-do": "stars"})
    with transaction(write=True):
        make_certificate(session.get_one(Product, paper.product_id), "16/QĐ-UBND")
    refused = officer.submit(WITHDRAW, {"giay": paper.public_id})
    assert refused.status_code == 422 and "Nơi làm đã khai lại giấy này rồi" in refused.text
