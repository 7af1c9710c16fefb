"""``/api/v1/suppliers``, as other programs rely on it."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from marketplace.core.db import database, session, transaction
from marketplace.suppliers.models import Mailbox, Supplier, SupplierSlug
from tests.browse import Browser
from tests.cast import QUANG_BACH, TAN_LAP
from tests.factories import make_offer, make_product, make_supplier

PHONE, MAILBOX, TAX_CODE, STREET = "+84900000012", "ba-nong@example.org", "019087000012", "Thôn Nà Lịn"
CHO_DON, DONG_PHUC, BANG_PHUC = "pre2025:064", "2025:01933", "pre2025:02041"


@pytest.fixture
def market(app: Flask, client: Browser) -> Browser:
    """A cooperative with two products, a household, a shop that sells one of these, and makers of other places."""
    private: dict[str, Any] = {"phone": PHONE, "mailbox": MAILBOX, "tax_code": TAX_CODE, "address_line": STREET}
    here: dict[str, Any] = {"place_id": QUANG_BACH, "legacy_place_id": TAN_LAP}
    with transaction(write=True):
        hong_luan = make_supplier(**here)
        noodles, spirit = make_product(hong_luan, "Bún khô"), make_product(hong_luan, "Rượu ngô", class_code="II.1.a")
        make_product(hong_luan, "Bún nháp").state = "draft"
        make_supplier("Hộ kinh doanh Bà Nông", kind="hkd", **here, **private)
        shop = make_supplier(
            "Bưu điện Chợ Đồn", kind="diem_ban", is_producer=False, is_outlet=True, place_id="2025:02020"
        )
        for product in (noodles, spirit):
            make_offer(shop, first_pack_of(product.id), 40_000)
        make_supplier("HTX Hồng Hà", place_id=DONG_PHUC, legacy_place_id=BANG_PHUC)
        make_supplier("HTX Nà Phặc", place_id=DONG_PHUC)
        make_supplier("HTX Suối Giàng", province_id="2025:15")
        make_supplier("HTX Đã nghỉ", state="closed", **here)
    return client


def first_pack_of(product_id: int) -> Any:
    from_packs = database.metadata.tables["pack"]
    return session.execute(from_packs.select().where(from_packs.c.product_id == product_id)).one()


def asked(market: Browser, path: str = "", **query: Any) -> Any:
    return market.get(f"/api/v1/suppliers{path}", query_string=query).json


def names(market: Browser, **query: Any) -> list[str]:
    return [entry["name"] for entry in asked(market, **query)["results"]]


def test_the_exact_shape(market: Browser) -> None:
    assert asked(market, q="hong luan") == {
        "total": 1,
        "page": 1,
        "per_page": 20,
        "results": [
            {
                "slug": "htx-hong-luan",
                "name": "HTX Hồng Luân",
                "kind": "htx",
                "is_producer": True,
                "is_outlet": False,
                "place": {
                    "commune": "xã Quảng Bạch",
                    "province": "tỉnh Thái Nguyên",
                    "former": "xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn",
                },
                "products": 2,
                "url": "http://localhost/chu-the/htx-hong-luan",
            }
        ],
    }


def test_all_by_name_without_those_that_closed(market: Browser) -> None:
    assert names(market) == [
        "Bưu điện Chợ Đồn",
        "Hộ kinh doanh Bà Nông",
        "HTX Hồng Hà",
        "HTX Hồng Luân",
        "HTX Nà Phặc",
        "HTX Suối Giàng",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "nong"}, {"Hộ kinh doanh Bà Nông"}),
        (
            {"province": "19"},
            {"Bưu điện Chợ Đồn", "HTX Hồng Hà", "HTX Hồng Luân", "HTX Nà Phặc", "Hộ kinh doanh Bà Nông"},
        ),
        ({"province": "15"}, {"HTX Suối Giàng"}),
        ({"province": ["15", "pre2025:04"]}, {"HTX Suối Giàng"}),
        ({"commune": "02038"}, {"HTX Hồng Luân", "Hộ kinh doanh Bà Nông"}),
        ({"commune": TAN_LAP}, {"HTX Hồng Luân", "Hộ kinh doanh Bà Nông"}),
        ({"commune": BANG_PHUC}, {"HTX Hồng Hà"}),
        ({"district": "064"}, {"Bưu điện Chợ Đồn", "HTX Hồng Hà", "HTX Hồng Luân", "Hộ kinh doanh Bà Nông"}),
        ({"district": CHO_DON, "q": "hong"}, {"HTX Hồng Hà", "HTX Hồng Luân"}),
        ({"district": CHO_DON, "commune": DONG_PHUC}, {"HTX Hồng Hà"}),
        ({"commune": "2025:99999"}, set()),
    ],
)
def test_filters(market: Browser, query: dict[str, Any], found: set[str]) -> None:
    assert set(names(market, **query)) == found


def test_pages(market: Browser) -> None:
    first, second, third = (asked(market, per_page=4, page=n) for n in (1, 2, 3))
    assert [len(page["results"]) for page in (first, second, third)] == [4, 2, 0]
    assert {(page["total"], page["per_page"]) for page in (first, second, third)} == {(6, 4)}
    assert len({entry["slug"] for page in (first, second) for entry in page["results"]}) == 6


@pytest.mark.parametrize(
    "query",
    [{"per_page": "101"}, {"per_page": "0"}, {"page": "0"}, {"page": "x"}, {"province": "Bắc Kạn"},
     {"commune": "2025:"}, {"district": "06"}],
)  # fmt: skip
def test_a_wrong_parameter_is_a_problem(market: Browser, query: dict[str, str]) -> None:
    response = market.get("/api/v1/suppliers", query_string=query)
    assert (response.status_code, response.mimetype) == (422, "application/problem+json")
    assert next(iter(query)) in response.text


def test_one_with_what_it_makes_and_sells(market: Browser) -> None:
    shop = asked(market, "/buu-dien-cho-don")
    assert (shop["is_producer"], shop["is_outlet"], shop["products"], shop["makes"]) == (False, True, 2, [])
    assert [entry["name"] for entry in shop["sells"]] == ["Bún khô", "Rượu ngô"]
    assert shop["place"]["former"] is None
    maker = asked(market, "/htx-hong-luan")
    assert {entry["slug"] for entry in maker["makes"]} == {"bun-kho-hong-luan", "ruou-ngo-hong-luan"}
    assert maker["makes"][0]["place"]["former"] == "xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn"
    assert asked(market, q="buu dien")["results"][0]["products"] == 2


def test_what_is_private_is_nowhere(market: Browser) -> None:
    with transaction(write=False):
        assert session.query(Mailbox).one().address == MAILBOX
    for path in ("/api/v1/suppliers", "/api/v1/suppliers/ho-kinh-doanh-ba-nong"):
        text = market.get(path).text
        assert "Bà Nông" in text
        for private in (PHONE, PHONE.removeprefix("+84"), MAILBOX, TAX_CODE, STREET):
            assert private not in text, (path, private)


def test_old_addresses_lead_to_the_new_one(market: Browser) -> None:
    with transaction(write=True):
        supplier = session.query(Supplier).filter_by(slug="htx-hong-luan").one()
        session.add(SupplierSlug(slug="htx-tan-lap", supplier_id=supplier.id))
    response = market.get("/api/v1/suppliers/htx-tan-lap")
    assert (response.status_code, response.location) == (301, "/api/v1/suppliers/htx-hong-luan")


@pytest.mark.parametrize("slug", ["khong-co", "htx-da-nghi"])
def test_what_is_not_there_is_a_problem(market: Browser, slug: str) -> None:
    response = market.get(f"/api/v1/suppliers/{slug}")
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")


def test_many_take_no_more_statements_than_one(market: Browser) -> None:
    def statements(path: str) -> int:
        said: list[str] = []

        def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
            said.append(statement)

        event.listen(database.engine, "before_cursor_execute", note)
        market.get(path)
        event.remove(database.engine, "before_cursor_execute", note)
        return len(said)

    assert statements("/api/v1/suppliers?per_page=1") == statements("/api/v1/suppliers")
