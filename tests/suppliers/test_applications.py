"""Organisations come in by themselves: the form, the page on which one reads how it stands, and what nobody sees."""

import re
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from sqlalchemy import func, select

from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.suppliers import services
from marketplace.suppliers.models import MembershipRow, Supplier, SupplierApplication, SupplierDecision
from marketplace.suppliers.queries import messages_of
from tests.browse import Browser
from tests.cast import Cast
from tests.suppliers.applying import FORM, GROUP, OWN, QUEUE, applied, newest, supplier_of

SignIn = Callable[[str], Browser]
Mails = Callable[[], list[EmailMessage]]
pytestmark = pytest.mark.usefixtures("clock")


def count(table: type) -> int:
    with transaction(write=False):
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_an_application_makes_a_supplier_that_nobody_sees(sign_in: SignIn, client: Browser) -> None:
    row = applied(sign_in("trader"))
    supplier = supplier_of(row)
    assert (supplier.state, supplier.kind, supplier.verified_at, supplier.source) == ("applied", "tht", None, "form")
    assert (row.state, row.due_at - row.applied_at) == ("open", timedelta(hours=72))
    for address in (f"/chu-the/{supplier.slug}", f"/api/v1/suppliers/{supplier.slug}", f"/goi/{supplier.slug}"):
        assert client.get(address).status_code == 404, address
    for address in ("/chu-the?q=na+loc", "/api/v1/suppliers?q=na+loc", "/sitemap.xml", "/"):
        assert supplier.slug not in client.get(address).text, address


def test_the_applicant_has_a_workbench_at_once(cast: Cast, sign_in: SignIn) -> None:
    trader = sign_in("trader")
    assert trader.get("/ban-hang/").status_code == 403
    row = applied(trader)
    assert trader.get("/ban-hang/").status_code == 200
    (membership,) = cast.actor("trader").memberships
    assert (membership.supplier_id, membership.role, membership.is_public) == (row.supplier_id, "manager", False)
    assert "Trang công khai" not in trader.get("/ban-hang/").text


def test_it_reads_how_it_stands_and_when_an_officer_looks(sign_in: SignIn, clock: StoppedClock) -> None:
    applied(sign_in("trader"))
    clock.advance(timedelta(hours=1))
    applied(sign_in("other_member"), name="HTX Bản Thi")
    text = sign_in("other_member").get(OWN).text
    assert "Cán bộ xem trước 27/11/2026, 10:00. Trước bạn còn 1 hồ sơ." in text
    assert "Hồ sơ của bạn đứng đầu." in sign_in("trader").get(OWN).text
    clock.advance(timedelta(days=4))
    assert "Đã quá hạn hẹn" in sign_in("trader").get(OWN).text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": ""}, "Hãy ghi tên như trên giấy đăng ký."),
        ({"name": "Nà Lọc"}, "Hãy chọn loại hình."),
        ({"phone": "", "email": ""}, "Hãy để lại số điện thoại hoặc thư điện tử."),
        ({"place": "", "place-words": "quảng"}, "Hãy chọn một xã trong danh sách."),
        ({"members": "vài chục"}, "Hãy ghi một số"),
        ({"email": "khong-phai"}, "Thư điện tử"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(sign_in: SignIn, fields: dict[str, str], said: str) -> None:
    answer = sign_in("trader").submit(FORM, {**GROUP, "representative": "Nông Thị Lan", **fields})
    assert answer.status_code == 422
    assert said in answer.text and "Nông Thị Lan" in answer.text
    assert count(SupplierApplication) == 0


def test_probable_doubles_are_asked_about_once(cast: Cast, sign_in: SignIn) -> None:
    trader = sign_in("trader")
    same = {**GROUP, "name": "Hợp tác xã Hồng Luân", "kind": "htx"}
    asked = trader.submit(FORM, same)
    assert asked.status_code == 422
    assert "/chu-the/htx-hong-luan" in asked.text and "Không phải nơi nào ở trên" in asked.text
    assert count(SupplierApplication) == 0
    assert trader.submit(FORM, {**same, "is_another": "y"}).status_code == 303


def test_a_household_s_number_finds_nobody(cast: Cast, sign_in: SignIn) -> None:
    """Whose tax code it is can't be found out by typing codes."""
    with transaction(write=True):
        session.get_one(Supplier, cast.hong_ha.id).tax_code = "001177000012"
    answer = sign_in("trader").submit(FORM, {**GROUP, "tax_code": "001177000012"})
    assert answer.status_code == 303


def test_twice_the_same_and_too_many_are_refused(sign_in: SignIn) -> None:
    trader = sign_in("trader")
    applied(trader)
    again = trader.submit(FORM, {**GROUP, "name": "THT nà lọc", "is_another": "y"})
    assert again.status_code == 422 and "đang chờ cán bộ xem" in again.text
    for name in ("Tổ hợp tác Khuổi Mật", "Tổ hợp tác Pác Nặm"):
        applied(trader, name=name, is_another="y")
    more = trader.submit(FORM, {**GROUP, "name": "Tổ hợp tác Bó Lù", "is_another": "y"})
    assert more.status_code == 422 and "ngày mai" in more.text
    assert count(SupplierApplication) == 3


def test_many_accounts_of_one_network_are_limited_and_others_are_not(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services.applications, "MOST_FROM_NETWORK", 2)
    for name in ("Tổ hợp tác Khuổi Mật", "Tổ hợp tác Pác Nặm"):
        applied(sign_in("trader"), name=name, is_another="y")
    member, third = sign_in("other_member"), {**GROUP, "name": "Tổ hợp tác Bó Lù", "is_another": "y"}
    refused = member.submit(FORM, third)
    assert (refused.status_code, count(SupplierApplication)) == (422, 2)
    assert "từ mạng này" in refused.text and "Tổ hợp tác Bó Lù" in refused.text, "what was typed stays"
    member.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    assert (member.submit(FORM, third).status_code, count(SupplierApplication)) == (303, 3)


def test_a_double_tap_makes_one(sign_in: SignIn) -> None:
    trader = sign_in("trader")
    for _ in range(2):
        assert trader.submit(FORM, {**GROUP, "form_key": "the-same-key"}).status_code == 303
    assert (count(SupplierApplication), count(MembershipRow)) == (1, 3)


def test_an_officer_asks_and_the_applicant_answers(
    sign_in: SignIn, clock: StoppedClock, drain: Callable[[], int], mails: Mails
) -> None:
    row = applied(sign_in("trader"))
    officer = sign_in("commune_officer")
    asked = officer.submit(f"{QUEUE}/{row.public_id}/hoi", {"reason": "papers", "words": "Xin ảnh giấy đăng ký."})
    assert asked.status_code == 303
    drain()
    assert mails()[-1]["To"] == "trader@example.org"
    assert "Thiếu giấy tờ" in mails()[-1].get_content() and "Xin ảnh giấy đăng ký." in mails()[-1].get_content()
    assert newest().state == "changes_asked"
    assert "Tổ hợp tác Nà Lọc" not in officer.get(QUEUE).text

    clock.advance(timedelta(days=2))
    trader = sign_in("trader")
    assert "Xin ảnh giấy đăng ký." in trader.get(OWN).text and "Cần bạn trả lời" in trader.get(OWN).text
    assert trader.submit(f"{OWN}/{row.public_id}/nhan", {"words": ""}).status_code == 422
    assert trader.submit(f"{OWN}/{row.public_id}/nhan", {"words": "Tôi gửi qua Zalo rồi."}).status_code == 303
    again = newest()
    assert (again.state, again.due_at) == ("open", row.due_at + timedelta(days=2))
    assert "Tôi gửi qua Zalo rồi." in officer.get(f"{QUEUE}/{row.public_id}").text


def test_refused_with_a_reason(
    sign_in: SignIn, client: Browser, drain: Callable[[], int], mails: Mails, cast: Cast
) -> None:
    row = applied(sign_in("trader"))
    officer = sign_in("commune_officer")
    without = officer.submit(f"{QUEUE}/{row.public_id}/tu-choi", {"words": "Không rõ nơi này.", "which": "tu-choi"})
    assert without.status_code == 422 and "Không rõ nơi này." in without.text
    assert officer.submit(f"{QUEUE}/{row.public_id}/tu-choi", {"reason": "outside"}).status_code == 303
    drain()
    assert "Không thuộc địa bàn" in mails()[-1].get_content()
    assert (newest().state, supplier_of(row).state) == ("refused", "closed")
    assert cast.actor("trader").memberships == ()
    assert "Không thuộc địa bàn" in sign_in("trader").get(OWN).text
    late = officer.submit(f"{QUEUE}/{row.public_id}/thong-qua", {"way": "visit"})
    assert late.status_code == 422
    reopened = officer.submit(f"/can-bo/chu-the/{supplier_of(row).slug}/hien-lai", {})
    assert reopened.status_code == 422 and supplier_of(row).state == "closed"


def test_withdrawn_by_the_applicant_alone(sign_in: SignIn) -> None:
    row = applied(sign_in("trader"))
    assert sign_in("member").submit(f"{OWN}/{row.public_id}/rut").status_code == 404
    assert sign_in("trader").submit(f"{OWN}/{row.public_id}/rut").status_code == 303
    assert (newest().state, supplier_of(row).state) == ("withdrawn", "closed")
    assert sign_in("trader").submit(f"{OWN}/{row.public_id}/rut").status_code == 422


def test_nobody_lets_himself_in(cast: Cast, sign_in: SignIn) -> None:
    row = applied(sign_in("commune_officer"))
    own = sign_in("commune_officer").submit(f"{QUEUE}/{row.public_id}/thong-qua", {"way": "known"})
    assert own.status_code == 422 and newest().state == "open"
    assert sign_in("province_officer").submit(f"{QUEUE}/{row.public_id}/thong-qua", {"way": "known"}).status_code == 303


def test_passing_says_how_one_made_sure(sign_in: SignIn, client: Browser) -> None:
    row = applied(sign_in("trader"))
    officer = sign_in("commune_officer")
    assert officer.submit(f"{QUEUE}/{row.public_id}/thong-qua", {}).status_code == 422
    assert officer.submit(f"{QUEUE}/{row.public_id}/thong-qua", {"way": "visit"}).status_code == 303
    supplier = supplier_of(row)
    assert supplier.state == "claimed" and supplier.verified_at is not None
    with transaction(write=False):
        kinds = list(session.scalars(select(SupplierDecision.kind).order_by(SupplierDecision.id)))
    assert kinds == ["verified", "passed"]
    assert client.get(f"/chu-the/{supplier.slug}").status_code == 200


def test_words_of_a_settled_application_are_refused(cast: Cast, sign_in: SignIn) -> None:
    row = applied(sign_in("trader"))
    sign_in("commune_officer").submit(f"{QUEUE}/{row.public_id}/thong-qua", {"way": "visit"})
    assert sign_in("trader").submit(f"{OWN}/{row.public_id}/nhan", {"words": "Còn nữa"}).status_code == 422
    with transaction(write=False):
        assert messages_of("application", row.id) == []


def test_a_stranger_is_led_to_the_sign_in(client: Browser) -> None:
    assert client.get(FORM).location == "/dang-nhap?next=/ban-hang/dang-ky"


def test_how_the_applicant_is_reached_stands_there_already(sign_in: SignIn) -> None:
    text = sign_in("trader").get(FORM).text
    assert re.search(r'<input[^>]*name="email"[^>]*value="trader@example.org"', text), "else buyers' mails go nowhere"
