"""A lead typed in: in fifteen seconds, even of somebody unknown."""

from collections.abc import Callable

from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.leads.models import Party
from tests import factories
from tests.browse import Browser
from tests.cast import Cast
from tests.leads.asking import all_leads, kinds_of

SignIn = Callable[[str], Browser]
NEW = "/ban-hang/dau-moi/ghi-moi"


def test_who_called_for_what(cast: Cast, sign_in: SignIn) -> None:
    with transaction(write=True):
        product = factories.make_product(cast.hong_luan)
    browser = sign_in("member")
    assert "Bún khô" in browser.get(NEW).text
    fields = {"product": product.public_id, "quantity": "50 kg mỗi tháng", "name": "Anh Nam", "phone": "0900.000.061"}
    response = browser.submit(NEW, {"channel": "zalo", **fields, "words": "Mở cửa hàng"})
    [lead] = all_leads()
    assert response.location == f"/ban-hang/dau-moi/{lead.public_id}"
    assert (lead.channel, lead.product_id, lead.grams, lead.every) == ("zalo", product.id, 50_000, "month")
    text = browser.get(response.location).text
    for shown in ("50\xa0kg bún khô mỗi tháng", "Anh Nam", "0900 000 061", "Mở cửa hàng", "Đã liên hệ"):
        assert shown in text


def test_nothing_but_the_channel_is_needed(cast: Cast, sign_in: SignIn) -> None:
    sign_in("member").submit(NEW, {"channel": "phone"})
    [lead] = all_leads()
    assert kinds_of(lead) == ["created", "contacted"]
    assert "Người mua chưa để lại tên" in sign_in("member").get(f"/ban-hang/dau-moi/{lead.public_id}").text


def test_no_product_is_chosen_beforehand_among_several(cast: Cast, sign_in: SignIn) -> None:
    with transaction(write=True):
        for name in ("Bún khô", "Bún gạo lứt"):
            factories.make_product(cast.hong_luan, name)
    text = sign_in("member").get(NEW).text
    assert text.index("Chưa rõ, hoặc thứ khác") < text.index("Bún gạo lứt")


def test_everything_wrong_is_said_beside_its_field(cast: Cast, sign_in: SignIn) -> None:
    wrong = {"channel": "pigeon", "product": "none", "quantity": "2", "phone": "0900", "name": "Chị Thu" * 30}
    response = sign_in("member").submit(NEW, {**wrong, "words": "Chữ này còn"})
    assert response.status_code == 422
    for name in wrong:
        assert f'id="{name}-error"' in response.text
    for typed in ('value="2"', 'value="0900"', "Chị ThuChị Thu", "Chữ này còn"):
        assert typed in response.text
    assert not all_leads()


def test_ones_own_number_is_refused_beside_the_phone(cast: Cast, sign_in: SignIn) -> None:
    response = sign_in("member").submit(NEW, {"channel": "phone", "phone": "0900 000 012"})
    assert response.status_code == 422
    assert 'id="phone-error"' in response.text
    with transaction(write=False):
        assert session.query(Party).count() == 0


def test_a_double_post_makes_one(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    browser, fields = sign_in("member"), {"channel": "fair", "form_key": "a-key-of-this-form"}
    assert browser.submit(NEW, fields).location == browser.submit(NEW, fields).location
    assert len(all_leads()) == 1


def test_another_suppliers_product_is_no_choice(cast: Cast, sign_in: SignIn) -> None:
    with transaction(write=True):
        product = factories.make_product(cast.hong_ha, "Chè Shan tuyết")
    assert sign_in("member").submit(NEW, {"channel": "phone", "product": product.public_id}).status_code == 422


def test_an_account_of_two_suppliers_chooses_one(cast: Cast, sign_in: SignIn) -> None:
    with transaction(write=True):
        factories.join(cast.accounts["member"], cast.hong_ha)
    browser = sign_in("member")
    browser.submit(f"{NEW}?chu-the={cast.hong_ha.slug}", {"channel": "phone"})
    browser.submit(NEW, {"channel": "phone"})
    assert [lead.supplier_id for lead in all_leads()] == [cast.hong_ha.id, cast.hong_luan.id]


def test_nobody_types_in_for_another_supplier(cast: Cast, sign_in: SignIn) -> None:
    path = f"{NEW}?chu-the={cast.hong_ha.slug}"
    browser = sign_in("member")
    assert (browser.get(path).status_code, browser.submit(path, {"channel": "phone"}).status_code) == (404, 404)


def test_a_stranger_signs_in_first(client: Browser) -> None:
    assert client.submit(NEW, {"channel": "phone"}).status_code == 401
    assert not all_leads()
