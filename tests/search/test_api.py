"""``/api/v1/products``, as other programs rely on it."""

from collections.abc import Callable
from typing import Any

import pytest

from marketplace.core.db import transaction
from tests import factories
from tests.browse import Browser


@pytest.fixture
def api(client: Browser, drain: Callable[[], int]) -> Callable[..., Any]:
    """Asks the API over noodles and a honey whose maker nobody knows."""
    with transaction(write=True):
        maker = factories.make_supplier(place_id="2025:02038", legacy_place_id="pre2025:02032")
        factories.make_product(maker, "Bún khô", name_en="Dried rice noodles")
        factories.make_product(None, "Mật ong", class_code=None)
    drain()
    return lambda **query: client.get("/api/v1/products", query_string=query)


def test_the_exact_shape(api: Callable[..., Any]) -> None:
    assert api(q="bun kho").json == {
        "total": 1,
        "page": 1,
        "per_page": 20,
        "did_you_mean": None,
        "results": [
            {
                "slug": "bun-kho-hong-luan",
                "name": "Bún khô",
                "name_en": "Dried rice noodles",
                "producer": {"slug": "htx-hong-luan", "name": "HTX Hồng Luân"},
                "class": "I.3.b",
                "stars": None,
                "price": {"min": 38000, "max": 38000, "unit": "gói 500 g", "per_kg": 76000},
                "place": {
                    "commune": "xã Quảng Bạch",
                    "province": "tỉnh Thái Nguyên",
                    "former": "xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn",
                },
                "url": "http://localhost/san-pham/bun-kho-hong-luan",
            }
        ],
    }


def test_what_is_not_known_is_null(api: Callable[..., Any]) -> None:
    honey = api(q="mat ong").json["results"][0]
    assert honey["producer"] is honey["class"] is honey["price"]["min"] is honey["place"]["commune"] is None


def test_facets_only_when_asked_for(api: Callable[..., Any]) -> None:
    facets = api(facets="1").json["facets"]
    assert facets["class"] == [{"value": "I.3.b", "label": "Bún, miến, phở khô", "count": 1}]
    assert facets["commune"] == [{"value": "2025:02038", "label": "Xã Quảng Bạch", "count": 1}]
    assert facets["district"] == [{"value": "pre2025:064", "label": "Huyện Chợ Đồn (Bắc Kạn cũ)", "count": 1}]
    assert set(facets) == {"class", "stars", "province", "commune", "district", "certificate", "month"}


def test_pages(api: Callable[..., Any]) -> None:
    first, second, third = (api(per_page="1", page=str(page)).json for page in (1, 2, 3))
    assert {first["results"][0]["name"], second["results"][0]["name"]} == {"Bún khô", "Mật ong"}
    assert (third["results"], third["total"], third["page"]) == ([], 2, 3)


def test_filters_by_the_names_of_the_api(api: Callable[..., Any]) -> None:
    assert api(commune="02038").json["total"] == 1
    assert api(district="064").json["total"] == api(province="pre2025:06").json["total"] == 1
    assert api(district="063").json["total"] == 0
    assert api(**{"class": "I.3", "producer": "htx-hong-luan", "price_max": "38000", "month": "1"}).json["total"] == 1
    assert api(stars="3").json["total"] == 0


@pytest.mark.parametrize(
    "query", [{"per_page": "101"}, {"stars": "9"}, {"sort": "x"}, {"province": "x"}, {"district": "06"}]
)
def test_a_wrong_parameter_is_a_problem(api: Callable[..., Any], query: dict[str, str]) -> None:
    response = api(**query)
    assert (response.status_code, response.mimetype) == (422, "application/problem+json")
    assert next(iter(query)) in response.json["detail"]
