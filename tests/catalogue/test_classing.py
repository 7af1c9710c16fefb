"""Products without a class are put into one together, as their names propose or otherwise."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import ImportRow, ImportRun, Product
from marketplace.core.audit import AuditRow
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH, Cast
from tests.catalogue.statements import selects
from tests.factories import make_product

PAGE, PUT = "/can-bo/phan-nhom", "/can-bo/phan-nhom/xep"
SignIn = Callable[[str], Browser]

pytestmark = pytest.mark.usefixtures("clock")


def unclassed(maker: Supplier | None, name: str, proposed: str | None = "I.3.b", **values: object) -> Product:
    """A published product that only has a proposal; without ``maker`` nobody is known to make it."""
    with transaction(write=True):
        product = make_product(session.merge(maker) if maker else None, name, class_code=None)
        product.proposed_class = proposed
        for attribute, value in values.items():
            setattr(product, attribute, value)
        session.flush()
        return product


@pytest.fixture
def noodles(cast: Cast) -> list[Product]:
    """Two products of HTX Hồng Luân whose names propose noodles."""
    return [unclassed(cast.hong_luan, name) for name in ("Bún khô", "Bún gấc")]


def ids(products: list[Product]) -> list[str]:
    return [product.public_id for product in products]


def classes() -> dict[str, str | None]:
    with transaction(write=False):
        rows = session.execute(select(Product.slug, Product.class_code))
        return {row.slug: row.class_code for row in rows}


def test_products_stand_by_the_class_that_their_names_propose(
    noodles: list[Product], cast: Cast, sign_in: SignIn
) -> None:
    unclassed(cast.hong_luan, "Quýt", "I.1.a")
    unclassed(cast.hong_luan, "Mộc Quý Phi", None)
    text = sign_in("commune_officer").get(PAGE).text
    heads = [text.index(f"{title}</h2>") for title in ("Rau, củ, quả tươi", "Bún, miến, phở khô", "Tên chưa gợi ý")[:2]]
    assert heads == sorted(heads)
    assert heads[-1] < text.index("Tên chưa gợi ý được nhóm nào</h2>")
    assert "I.3.b · Chế biến từ gạo, ngũ cốc · 2 sản phẩm" in text
    assert text.count("data-tick checked") == 3 and text.count("data-tick>") == 1
    assert text.count('<option value="" selected>') == 1
    assert text.count('<option value="I.3.b" data-name="Bún, miến, phở khô" selected>') == 1


def test_ticked_products_get_the_class_together(
    noodles: list[Product], sign_in: SignIn, client: Browser, drain: Callable[[], int]
) -> None:
    drain()
    officer = sign_in("commune_officer")
    answer = officer.submit(PUT, {"san-pham": ids(noodles), "nhom": "I.3.a"})
    assert "Đã xếp 2 sản phẩm vào Bánh, quà quê." in officer.get(answer.location).text
    assert set(classes().values()) == {"I.3.a"}
    with transaction(write=False):
        assert session.get_one(Product, noodles[0].id).proposed_class is None
        acts = session.scalars(select(AuditRow).where(AuditRow.action == "put_class")).all()
        assert [(act.object_id, act.details) for act in acts] == [(i, {"class_code": "I.3.a"}) for i in ids(noodles)]
    assert drain()
    assert "Bún gấc" in client.get("/san-pham?nhom=I.3.a").text
    assert "Sản phẩm nào cũng có nhóm rồi" in officer.get(PAGE).text


def test_what_another_classed_is_passed_over_and_said(noodles: list[Product], sign_in: SignIn) -> None:
    sign_in("province_officer").submit(PUT, {"san-pham": ids(noodles[:1]), "nhom": "I.3.b"})
    officer = sign_in("commune_officer")
    answer = officer.submit(PUT, {"san-pham": ids(noodles), "nhom": "I.3.a"})
    said = officer.get(answer.location).text
    assert "Đã xếp 1 sản phẩm vào Bánh, quà quê." in said and "1 sản phẩm đã có người làm xong trước đó." in said
    assert classes() == {"bun-kho-hong-luan": "I.3.b", "bun-gac-hong-luan": "I.3.a"}


@pytest.mark.parametrize("code", ["", "I.9", "I.3"])
def test_only_a_class_that_there_is(noodles: list[Product], sign_in: SignIn, code: str) -> None:
    assert sign_in("commune_officer").submit(PUT, {"san-pham": ids(noodles), "nhom": code}).status_code == 422
    assert set(classes().values()) == {None}


def test_nothing_ticked_is_said(noodles: list[Product], sign_in: SignIn) -> None:
    answer = sign_in("commune_officer").submit(PUT, {"nhom": "I.3.b"})
    assert answer.status_code == 422 and "Chưa đánh dấu dòng nào." in answer.text


@pytest.mark.parametrize("person", ["other_officer", "trader", "member"])
def test_products_of_other_areas_are_not_there(noodles: list[Product], sign_in: SignIn, person: str) -> None:
    form = {"san-pham": ids(noodles), "nhom": "I.3.b"}
    assert sign_in(person).submit(PUT, form).status_code == 404
    assert set(classes().values()) == {None}


def test_one_product_of_another_area_stops_all(noodles: list[Product], cast: Cast, sign_in: SignIn) -> None:
    far = unclassed(cast.hong_ha, "Bún ngô")
    form = {"san-pham": [*ids(noodles), far.public_id], "nhom": "I.3.b"}
    assert sign_in("commune_officer").submit(PUT, form).status_code == 404
    assert set(classes().values()) == {None}


def test_who_only_views_has_nothing_to_tick(noodles: list[Product], sign_in: SignIn) -> None:
    with transaction(write=True):
        account = factories.make_account("viewer")
        factories.appoint(account, QUANG_BACH, "viewer")
        token = factories.begin_session_of(account)
    viewer = browser(sign_in("trader").application, token)
    text = viewer.get(PAGE).text
    assert "Bún gấc" in text and "data-tick" not in text and "<select" not in text
    assert viewer.submit(PUT, {"san-pham": ids(noodles), "nhom": "I.3.b"}).status_code == 403


def test_what_nobody_is_known_to_make_is_the_administrators(cast: Cast, sign_in: SignIn) -> None:
    """Even where it is said to be from the officer's own province."""
    product = unclassed(None, "Miến dong", province_id="2025:19", place_id=QUANG_BACH)
    form = {"san-pham": product.public_id, "nhom": "I.3.b"}
    officer, administrator = sign_in("commune_officer"), sign_in("administrator")
    assert "Miến dong" not in officer.get(PAGE).text
    assert officer.submit(PUT, form).status_code == 404
    text = administrator.get(PAGE).text
    assert "Miến dong" in text and "chưa rõ chủ thể" in text and "xã Quảng Bạch" in text
    assert administrator.submit(PUT, form).status_code == 303


@pytest.mark.parametrize("state", ["draft", "pending", "returned", "removed"])
def test_only_what_is_shown_is_work(cast: Cast, sign_in: SignIn, state: str) -> None:
    unclassed(cast.hong_luan, "Bún khô", state=state)
    assert "Sản phẩm nào cũng có nhóm rồi" in sign_in("commune_officer").get(PAGE).text


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"name": 0, "class_text": 1}, True),
        ({"name": 0, "sector": 1}, True),
        ({"name": 0}, False),
        ({"sector": 7}, False),
    ],
)
def test_what_the_list_called_its_group(
    noodles: list[Product], sign_in: SignIn, columns: dict[str, int], said: bool
) -> None:
    with transaction(write=True):
        run = ImportRun(
            kind="products",
            state="ended",
            file_name="a.csv",
            file_digest="d",
            columns=columns,
            row_count=1,
            began_at=now(),
        )
        session.add(run)
        session.flush()
        session.add(ImportRow(run_id=run.id, number=2, cells=["Bún khô", "Hàng khô"], subject_id=noodles[0].id))
        session.flush()
    assert (sign_in("commune_officer").get(PAGE).text.count("Hàng khô") == 1) is said


def test_many_products_take_no_more_statements(noodles: list[Product], cast: Cast, sign_in: SignIn) -> None:
    officer = sign_in("commune_officer")
    with selects() as few:
        officer.get(PAGE)
    for number in range(60):
        unclassed(cast.hong_luan, f"Bánh số {number}", "I.3.a" if number % 2 else None)
    with selects() as many:
        text = officer.get(PAGE).text
    assert len(many) == len(few) <= 26
    assert "Xếp 30 sản phẩm vào nhóm đã chọn" in text and "Trang 1 / 2" in text
    assert "Tên chưa gợi ý được nhóm nào" in officer.get(f"{PAGE}?trang=2").text
