"""Products and suppliers that are one from a day on: pages, lists, certificates, imports and the index follow."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from marketplace.accounts.models import Account
from marketplace.catalogue.models import Offer, Pack, Product, ProductDraft, ProductMerge
from marketplace.catalogue.queries import listings, product_counts, products_made_by, products_sold_by
from marketplace.catalogue.queries.own_products import own_products
from marketplace.catalogue.queries.reviews import pending_products
from marketplace.catalogue.services import merge_products, undo_product_merge
from marketplace.core.clock import now, today
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.services import merge_suppliers
from tests.browse import Browser
from tests.cast import QUANG_BACH, Cast
from tests.catalogue.lists import take
from tests.factories import join, make_certificate, make_offer, make_product, make_supplier

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def noodles(cast: Cast) -> Product:
    """The product that stays."""
    with transaction(write=True):
        return make_product(cast.hong_luan, "Bún khô")


@pytest.fixture
def again(cast: Cast, noodles: Product) -> Product:
    """The same one, entered a second time with another pack."""
    with transaction(write=True):
        return make_product(cast.hong_luan, "Bún khô sợi", pack="gói 1 kg", grams=1000, price=70_000)


def merge(cast: Cast, product: Product, into: Product) -> ProductMerge:
    with transaction(write=True):
        pair = (session.get_one(Product, product.id), session.get_one(Product, into.id))
        return merge_products(cast.actor("administrator"), *pair)


def undo(cast: Cast, merge_id: int) -> None:
    with transaction(write=True):
        undo_product_merge(cast.actor("administrator"), session.get_one(ProductMerge, merge_id))


def one(cast: Cast, supplier: Supplier, into: Supplier) -> None:
    with transaction(write=True):
        pair = (session.get_one(Supplier, supplier.id), session.get_one(Supplier, into.id))
        merge_suppliers(cast.actor("administrator"), *pair)


def test_one_page_with_the_packs_of_both_and_the_old_address_leads_there(
    cast: Cast, noodles: Product, again: Product, client: Browser
) -> None:
    first = merge(cast, again, noodles)
    for below in ("/san-pham", "/api/v1/products"):
        moved = client.get(f"{below}/{again.slug}")
        assert (moved.status_code, moved.location) == (301, f"{below}/{noodles.slug}")
    shown = client.get(f"/san-pham/{noodles.slug}").text.replace("\xa0", " ").lower()
    assert "gói 500 g" in shown
    assert "gói 1 kg" in shown
    undo(cast, first.id)
    assert client.get(f"/san-pham/{again.slug}").status_code == 200
    with transaction(write=False):
        assert [price.pack for price in listings([noodles.id], today())[noodles.id].prices] == ["gói 500 g"]
    with pytest.raises(Refused):
        undo(cast, first.id)


def test_a_pack_of_both_has_the_price_of_the_one_that_stays(cast: Cast, noodles: Product) -> None:
    with transaction(write=True):
        twin = make_product(cast.hong_luan, "Bún", price=99_000)
    merge(cast, twin, noodles)
    with transaction(write=False):
        (price,) = listings([noodles.id], today())[noodles.id].prices
        assert price.amount == 38_000
        assert twin.id not in listings([twin.id], today())


def test_any_certificate_in_force_counts_and_the_own_one_comes_first(
    cast: Cast, noodles: Product, again: Product
) -> None:
    with transaction(write=True):
        make_certificate(again, "88/QĐ-UBND", stars=4, verified_at=now())
        make_certificate(noodles, "15/QĐ-UBND", stars=3)
    merge(cast, again, noodles)
    with transaction(write=False):
        assert listings([noodles.id], today())[noodles.id].stars == 4
    with transaction(write=True):
        make_certificate(noodles, "16/QĐ-UBND", stars=3, verified_at=now())
    with transaction(write=False):
        assert listings([noodles.id], today())[noodles.id].stars == 3


def test_counted_once_and_found_once(
    cast: Cast, noodles: Product, again: Product, client: Browser, drain: Callable[[], int]
) -> None:
    drain()
    assert client.get("/api/v1/products?q=bun+kho").get_json()["total"] == 2
    first = merge(cast, again, noodles)
    drain()
    found = client.get("/api/v1/products?q=bun+kho").get_json()
    assert [entry["slug"] for entry in found["results"]] == [noodles.slug]
    assert again.slug not in client.get("/sitemap.xml").text
    with transaction(write=False):
        assert product_counts([cast.hong_luan.id]) == {cast.hong_luan.id: 1}
        assert [own.slug for own in own_products(cast.actor("member"))] == [noodles.slug]
    undo(cast, first.id)
    drain()
    assert client.get("/api/v1/products?q=bun+kho").get_json()["total"] == 2


def test_a_certificate_of_the_merged_one_is_indexed_with_the_root(
    cast: Cast, noodles: Product, again: Product, sign_in: Callable[[str], Browser], drain: Callable[[], int]
) -> None:
    merge(cast, again, noodles)
    with transaction(write=True):
        paper = make_certificate(again, stars=4)
    sign_in("commune_officer").submit("/can-bo/chung-nhan/xac-minh", {"giay": paper.public_id})
    drain()
    found = sign_in("trader").get("/api/v1/products?stars=4").get_json()
    assert [entry["slug"] for entry in found["results"]] == [noodles.slug]


def test_products_of_a_merged_supplier_stand_under_the_root(
    cast: Cast, noodles: Product, client: Browser, drain: Callable[[], int]
) -> None:
    with transaction(write=True):
        twin = make_supplier("HTX Hồng Luân Hai", place_id=QUANG_BACH)
        miso = make_product(twin, "Miến dong")
        make_product(twin, "Măng khô").state = "pending"
        pack = session.scalars(select(Pack).where(Pack.product_id == noodles.id)).one()
        make_offer(twin, pack, 40_000)
    one(cast, twin, cast.hong_luan)
    drain()
    with transaction(write=False):
        assert set(products_made_by(cast.hong_luan.id)) == {noodles.id, miso.id}
        assert products_sold_by(cast.hong_luan.id) == []
        assert product_counts([cast.hong_luan.id]) == {cast.hong_luan.id: 2}
        assert listings([miso.id], today())[miso.id].producer_name == "HTX Hồng Luân"
        (waiting,) = pending_products(cast.actor("commune_officer"), offset=0, limit=9)
        assert waiting.supplier_slug == "htx-hong-luan"
    page = client.get("/chu-the/htx-hong-luan").text
    assert "Miến dong" in page
    shown = client.get(f"/san-pham/{noodles.slug}").text
    assert "HTX Hồng Luân Hai" not in shown
    found = client.get("/api/v1/products?producer=htx-hong-luan").get_json()
    assert found["total"] == 2


def test_a_list_that_names_the_merged_ones_writes_to_the_roots(cast: Cast, noodles: Product, again: Product) -> None:
    with transaction(write=True):
        twin = make_supplier("HTX Mai Lan", state="unclaimed", tax_code="4700000077", place_id=QUANG_BACH)
        make_product(twin, "Miến dong")
    one(cast, twin, cast.hong_luan)
    merge(cast, again, noodles)
    report = take(
        "Tên sản phẩm;Chủ thể;Mã số thuế;Xã;Tỉnh;Giá;Quy cách",
        "Bún khô sợi;HTX Mai Lan;4700000077;Quảng Bạch;Thái Nguyên;72k;gói 1 kg",
        "Miến dong;HTX Mai Lan;;Quảng Bạch;Thái Nguyên;38k;gói 500 g",
    )
    assert not report.refused
    with transaction(write=False):
        assert session.scalar(select(func.count(Product.id))) == 3
        assert session.scalar(select(func.count(Supplier.id))) == 3
        assert session.get_one(Supplier, cast.hong_luan.id).name == "HTX Hồng Luân"
        assert session.get_one(Product, again.id).merged_into_id == noodles.id
        assert session.scalar(select(func.count(Offer.id)).where(Offer.closed_at.is_(None))) == 3


def test_who_speaks_for_both_sides_of_a_merge_sells_for_the_one_that_stays(cast: Cast, sign_in: SignIn) -> None:
    with transaction(write=True):
        former = make_supplier("Hợp tác xã Hồng Luân cũ")
        join(session.get_one(Account, cast.accounts["member"].id), former)
        merge_suppliers(cast.actor("administrator"), former, session.get_one(Supplier, cast.hong_luan.id))
    member = sign_in("member")
    for path in ("/ban-hang/san-pham", "/ban-hang/nhap-danh-sach"):
        assert "Hàng của ai?" not in member.get(path).text, "there is one"
    sheet = member.submit("/ban-hang/san-pham/moi").location
    assert sheet
    with transaction(write=False):
        assert session.scalars(select(ProductDraft.supplier_id)).one() == cast.hong_luan.id


def test_the_makers_own_goods_are_not_offered_to_it_as_others(cast: Cast, noodles: Product, sign_in: SignIn) -> None:
    """What is merged into the maker counted as another seller; the form then found nobody to sell for: error 500."""
    with transaction(write=True):
        merge_suppliers(cast.actor("administrator"), make_supplier("HTX Hai"), session.merge(cast.hong_luan))
    member, form = sign_in("member"), f"/ban-hang/chao-ban/{noodles.slug}"
    assert member.get(form).status_code == 404
    assert member.submit(form, {"pack": "gói 1 kg", "price": "50k"}).status_code == 404


@pytest.mark.parametrize("state", ["pending", "returned"])
def test_no_shown_product_goes_off_the_market_by_a_merge(
    cast: Cast, noodles: Product, again: Product, sign_in: SignIn, client: Browser, state: str
) -> None:
    """With the other one kept by mistake its address led to a page that isn't there, and nothing said so."""
    with transaction(write=True):
        session.get_one(Product, again.id).state = state
    pair = f"/can-bo/trung/san-pham/{noodles.public_id}/{again.public_id}/gop"
    officer = sign_in("commune_officer")
    refused = officer.submit(pair, {"giu": again.public_id})
    assert refused.status_code == 422 and "phải đang bày" in refused.text
    assert client.get(f"/san-pham/{noodles.slug}").status_code == 200
    assert officer.submit(pair, {"giu": noodles.public_id}).status_code == 303
    assert client.get(f"/san-pham/{noodles.slug}").status_code == 200


def test_what_was_taken_down_does_not_come_back_by_a_merge(
    cast: Cast, noodles: Product, again: Product, sign_in: SignIn, client: Browser
) -> None:
    officer = sign_in("commune_officer")
    down = officer.submit(f"/can-bo/san-pham/{again.public_id}/go", {"reason": "unsafe"})
    assert down.status_code == 303
    pair = f"/can-bo/trung/san-pham/{noodles.public_id}/{again.public_id}/gop"
    assert officer.submit(pair, {"giu": noodles.public_id}).status_code == 422
    assert "gói 1 kg" not in client.get(f"/san-pham/{noodles.slug}").text.replace("\xa0", " ").lower()
