"""The form on which a buyer asks: what is refused beside which field, and that nothing typed is lost."""

from decimal import Decimal
from html import unescape

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import Product, ProductVersion
from marketplace.catalogue.services import put_photos
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from marketplace.core.settings import settings
from marketplace.inquiries.vocabulary import CONSENT_VERSION
from marketplace.leads.models import Party
from tests.browse import Browser
from tests.inquiries.market import ASKED, FORM, MAKER, NEIGHBOUR, Market, ask, error_of, inquiries, leads, track_path
from tests.media.pictures import make_photo

pytestmark = pytest.mark.usefixtures("market")
PHONE_OR_EMAIL = "Hãy để lại số điện thoại hoặc thư điện tử để nơi bán trả lời."


def test_all_that_was_asked_is_kept(client: Browser, market: Market) -> None:
    track_path(ask(client))
    kept = inquiries()[0]
    with transaction(write=False):
        party = session.get_one(Party, kept.party_id)
    assert (kept.quantity, kept.unit, kept.grams, kept.every) == (Decimal(2), "tấn", 2_000_000, "once")
    assert (kept.supplier_id, kept.product_id) == (market.maker.id, market.product_id)
    assert (str(kept.wanted_by), kept.consent_version, kept.channel) == ("2026-12-15", CONSENT_VERSION, "form")
    assert kept.consented_at == kept.created_at
    assert (party.name, party.phone, party.email) == ("Chị Thu", "+84900000045", "thu@example.org")


def test_an_english_form_calls_the_product_by_its_english_name(client: Browser, market: Market) -> None:
    with transaction(write=True):
        product = session.get_one(Product, market.product_id)
        session.add(
            ProductVersion(
                product_id=product.id, number=2, name="Bún khô", name_en="Dried noodles", months=4095, created_at=now()
            )
        )
        session.flush()
        product.version_id = session.scalars(select(ProductVersion.id).where(ProductVersion.number == 2)).one()
    assert "Dried noodles" in client.get(f"/en{FORM}").text
    assert "Dried noodles" not in client.get(FORM).text


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("quantity", "", "Hãy viết số lượng"),
        ("quantity", "2", "Thiếu đơn vị"),
        ("quantity", "0 kg", "Số lượng phải lớn hơn 0."),
        ("quantity", "-2 tấn", "lớn hơn 0"),
        ("quantity", "2 xe bò", "Không biết đơn vị"),
        ("quantity", "99999999999999999999999 tấn", "lớn"),
        ("quantity", "2 tấn " * 40, "Dài quá 80 ký tự"),
        ("phone", "0900 000 04", "Số di động có 10 chữ số"),
        ("email", "thu@", "Địa chỉ thư chưa đúng"),
        ("by", "32/13/2026", "gày"),
        ("by", "23/11/2026", "Ngày này đã qua."),
        ("words", "a" * 2001, "Dài quá 2000 ký tự"),
        ("place", "a" * 201, "Dài quá 200 ký tự"),
        ("name", "a" * 121, "Dài quá 120 ký tự"),
        ("suppliers", "htx-khac", "Hãy chọn trong các ý ở đây."),
        ("suppliers", None, "Hãy chọn ít nhất một nơi để hỏi."),
        ("consent", None, "Cần bạn đồng ý thì câu hỏi mới được gửi đi."),
        ("consent", "false", "Cần bạn đồng ý thì câu hỏi mới được gửi đi."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(client: Browser, field: str, typed: str | None, said: str) -> None:
    answer = ask(client, **{field: typed})
    assert answer.status_code == 422
    assert said in error_of(answer, field)
    assert answer.text.count('class="field-error"') == 1, "and beside no other"
    assert inquiries() == [] == leads()


def test_nothing_typed_is_lost(client: Browser) -> None:
    typed = {
        "quantity": "hai tấn rưỡi <b>",
        "phone": "0900 000 04",
        "by": "32/13",
        "email": "thu@",
        "words": "Sợi “nhỏ” & dài\r\nvà khô",
        "place": "Hà  Nội",
        "name": "Chị <Thu>",
        "suppliers": NEIGHBOUR,
        "form_key": "the-key-of-this-form",
    }
    page = unescape(ask(client, **typed).text)
    assert [value for value in typed.values() if value.replace("\r", "") not in page.replace("\r", "")] == []
    assert f'value="{NEIGHBOUR}" checked' in page
    assert f'value="{MAKER}" checked' not in page


@pytest.mark.parametrize(
    ("phone", "email", "taken"),
    [
        ("0900 000 045", "", True),
        ("", "thu@example.org", True),
        ("", "", False),
        (" ", None, False),
    ],
)
def test_phone_or_email_is_needed(client: Browser, phone: str | None, email: str | None, taken: bool) -> None:
    answer = ask(client, phone=phone, email=email)
    assert (answer.status_code == 303) is taken
    assert error_of(answer, "phone") == ("" if taken else PHONE_OR_EMAIL)
    assert bool(inquiries()) is taken


def test_a_wrong_address_alone_is_wrong_beside_itself_only(client: Browser) -> None:
    answer = ask(client, phone="", email="thu@")
    assert error_of(answer, "email")
    assert not error_of(answer, "phone")


def test_everything_but_quantity_contact_and_consent_may_be_left_out(client: Browser) -> None:
    assert ask(client, words="", by="", place="", name="", email="").status_code == 303
    kept = inquiries()[0]
    assert (kept.message_id, kept.wanted_by, kept.delivery_message_id) == (None, None, None)


def test_today_is_early_enough(client: Browser) -> None:
    assert ask(client, by="24/11/2026").status_code == 303


def test_the_form_begins_with_the_maker_or_whom_one_wanted(client: Browser) -> None:
    assert f'value="{MAKER}" checked' in client.get(FORM).text
    wanted = client.get(FORM, query_string={"noi": [NEIGHBOUR, "htx-khac"]}).text
    assert f'value="{NEIGHBOUR}" checked' in wanted
    assert f'value="{MAKER}" checked' not in wanted


def test_the_form_is_fresh_for_everybody_and_sets_no_cookie(client: Browser) -> None:
    answers = [client.get(FORM), client.get(FORM)]
    assert answers[0].text != answers[1].text, "each with its own key"
    assert [answer.headers["Cache-Control"] for answer in answers] == ["no-store"] * 2
    assert "Set-Cookie" not in answers[0].headers
    assert "Set-Cookie" not in ask(client).headers


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_such_product(client: Browser, method: str) -> None:
    assert getattr(client, method)("/san-pham/khong-co/hoi-hang").status_code == 404


def test_a_flood_is_stopped_and_what_was_typed_stays(client: Browser) -> None:
    for _ in range(settings().inquiries_per_hour):
        assert ask(client).status_code == 303
    answer = ask(client, words="Câu thứ hai mươi mốt", form_key="the-last-key")
    assert answer.status_code == 429
    assert "Từ đây đã gửi nhiều câu hỏi liền nhau." in answer.text
    assert all(unescape(value) in unescape(answer.text) for value in (ASKED["place"], "Câu thứ hai mươi mốt"))
    assert len(inquiries()) == settings().inquiries_per_hour


def test_a_flood_from_elsewhere_stops_nobody_here(client: Browser) -> None:
    for number in range(settings().inquiries_per_hour):
        client.environ_base["REMOTE_ADDR"] = f"2001:db8::{number:x}"
        ask(client)
    client.environ_base["REMOTE_ADDR"] = "2001:db8::ffff"
    assert ask(client).status_code == 429, "one subscriber has a whole network of addresses"
    client.environ_base["REMOTE_ADDR"] = "2001:db8:0:1::1"
    assert ask(client).status_code == 303


def test_refused_forms_are_no_flood(client: Browser) -> None:
    for _ in range(settings().inquiries_per_hour):
        ask(client, quantity="")
    assert ask(client).status_code == 303


def test_a_post_from_another_site_asks_nothing(client: Browser) -> None:
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "cross-site"
    assert ask(client).status_code == 403
    assert inquiries() == []


def test_the_cover_stands_beside_the_name(client: Browser, market: Market) -> None:
    with transaction(write=True):
        photo = make_photo()
        put_photos(session.get_one(Product, market.product_id), [(photo, "")])
    assert f"/anh/{photo.public_id}/" in client.get(FORM).text
