"""Products by place: present and former units, what was split among several, and what the catalogue says of it."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask

from marketplace.core.db import transaction
from marketplace.core.settings import settings
from marketplace.search.queries import search
from marketplace.search.vocabulary import Facet, SearchRequest
from tests import factories
from tests.browse import Browser

CHO_DON, BAC_KAN = "pre2025:064", "pre2025:06"
TAN_LAP, QUANG_BACH, OLD_QUANG_BACH = "pre2025:02032", "2025:02038", "pre2025:02038"
BANG_PHUC, DONG_PHUC = "pre2025:02041", "2025:01933"
# Canh Liên was split: into a commune of that name, and with three others into Canh Vinh; all of Vân Canh, Bình Định.
OLD_CANH_LIEN, CANH_LIEN, CANH_VINH, VAN_CANH = "pre2025:21997", "2025:21997", "2025:22006", "pre2025:551"
MAKERS = {
    "Tân Lập": {"place_id": QUANG_BACH, "legacy_place_id": TAN_LAP},
    "Quảng Bạch": {"place_id": QUANG_BACH},
    "Bằng Phúc": {"place_id": DONG_PHUC, "legacy_place_id": BANG_PHUC},
    "Đồng Phúc": {"place_id": DONG_PHUC},
    "Chợ Đồn": {"legacy_place_id": CHO_DON},
    "Canh Liên": {"place_id": CANH_LIEN, "province_id": "2025:52"},
    "Canh Vinh": {"place_id": CANH_VINH, "province_id": "2025:52"},
    "Canh Vinh, Canh Liên cũ": {"place_id": CANH_VINH, "legacy_place_id": OLD_CANH_LIEN, "province_id": "2025:52"},
}


@pytest.fixture
def country(app: Flask, drain: Callable[[], int]) -> dict[int, str]:
    """A product of each maker, indexed: where it is made, by key."""
    with transaction(write=True):
        made = {
            factories.make_product(factories.make_supplier(f"HTX {number}", **where), f"Bún số {number}").id: name
            for number, (name, where) in enumerate(MAKERS.items())
        }
    drain()
    return made


@pytest.mark.parametrize("without_index", [False, True])
@pytest.mark.parametrize(
    ("field", "place_id", "found"),
    [
        ("districts", CHO_DON, {"Tân Lập", "Quảng Bạch", "Bằng Phúc", "Chợ Đồn"}),
        ("districts", "pre2025:061", set()),  # a part of Đồng Phúc was Ba Bể, but which?
        ("districts", VAN_CANH, {"Canh Liên", "Canh Vinh", "Canh Vinh, Canh Liên cũ"}),
        ("provinces", BAC_KAN, {"Tân Lập", "Quảng Bạch", "Bằng Phúc", "Đồng Phúc", "Chợ Đồn"}),
        ("communes", TAN_LAP, {"Tân Lập"}),
        ("communes", OLD_QUANG_BACH, set()),  # today's is larger
        ("communes", QUANG_BACH, {"Tân Lập", "Quảng Bạch"}),
        ("communes", BANG_PHUC, {"Bằng Phúc"}),
        ("communes", OLD_CANH_LIEN, {"Canh Liên", "Canh Vinh, Canh Liên cũ"}),  # the first lies wholly in it
        ("communes", CANH_VINH, {"Canh Vinh", "Canh Vinh, Canh Liên cũ"}),
        ("communes", CHO_DON, {"Tân Lập", "Quảng Bạch", "Bằng Phúc", "Chợ Đồn"}),  # as old addresses have it
    ],
)
def test_what_only_partly_went_into_a_commune_is_not_guessed(
    country: dict[int, str], field: str, place_id: str, found: set[str], without_index: bool
) -> None:
    if without_index:
        (settings().index_folder / "current").unlink()
    with transaction(write=False):
        result = search(SearchRequest(**{field: (place_id,)}))  # type: ignore[arg-type]  # one of three fields
    assert {country[key] for key in result.hits} == found


@pytest.mark.parametrize("without_index", [False, True])
def test_each_count_of_a_district_is_what_its_filter_shows(country: dict[int, str], without_index: bool) -> None:
    if without_index:
        (settings().index_folder / "current").unlink()
    with transaction(write=False):
        counted = search(SearchRequest()).facets[Facet.DISTRICT]
        assert {item.value: item.count for item in counted} == {CHO_DON: 4, VAN_CANH: 3}
        for item in counted:
            assert search(SearchRequest(districts=(item.value,))).total == item.count


def boxes_of(page: str, name: str) -> list[str]:
    labels = re.findall(rf'name="{name}" value="[^"]+"[^>]*><span class="facet-name">([^<]+)', page)
    return [unescape(label) for label in labels]


def chips_on(page: str) -> list[str]:
    return [
        unescape(label)
        for label in re.findall(r'chip--chosen"[^>]*><span class="visually-hidden">[^<]*</span><span>([^<]+)', page)
    ]


def test_the_catalogue_offers_former_districts_after_communes(country: dict[int, str], client: Browser) -> None:
    page = client.get("/san-pham").text
    titles = re.findall(r'facet-title">([^<]+)', page)
    assert titles[titles.index("Tỉnh") :][:3] == ["Tỉnh", "Xã", "Huyện trước 1/7/2025"]
    assert boxes_of(page, "huyen") == ["Huyện Chợ Đồn (Bắc Kạn cũ)", "Huyện Vân Canh (Bình Định cũ)"]


@pytest.mark.parametrize(
    ("query", "chip"),
    [
        ("huyen=pre2025:064", "Huyện Chợ Đồn (Bắc Kạn cũ)"),
        ("tinh=pre2025:06", "Tỉnh Bắc Kạn (cũ)"),
        ("xa=pre2025:02032", "Xã Tân Lập, Chợ Đồn, Bắc Kạn (cũ)"),
        ("xa=pre2025:064", "Huyện Chợ Đồn (Bắc Kạn cũ)"),
        ("xa=2025:02038", "Xã Quảng Bạch"),
        ("tinh=19", "Tỉnh Thái Nguyên"),
    ],
)
def test_a_chip_says_when_its_unit_is_a_former_one(
    country: dict[int, str], client: Browser, query: str, chip: str
) -> None:
    assert chips_on(client.get(f"/san-pham?{query}").text) == [chip]


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("", "xã Quảng Bạch"),
        ("huyen=pre2025:064", "xã Quảng Bạch (trước: xã Tân Lập, Chợ Đồn)"),
        ("tinh=pre2025:06", "xã Quảng Bạch (trước: xã Tân Lập, Chợ Đồn)"),
        ("xa=2025:02038", "xã Quảng Bạch"),
        ("q=tan+lap", "xã Quảng Bạch (trước: xã Tân Lập, Chợ Đồn)"),
        ("q=chợ+đồn", "xã Quảng Bạch (trước: xã Tân Lập, Chợ Đồn)"),
        ("q=quảng+bạch", "xã Quảng Bạch"),
        ("q=xã+huyện+bún", "xã Quảng Bạch"),
        ("q=phúc", "xã Đồng Phúc"),  # of Bằng Phúc, but today's name says as much
    ],
)
def test_a_result_says_both_names_where_the_former_was_asked_for(
    country: dict[int, str], client: Browser, query: str, place: str
) -> None:
    page = client.get(f"/san-pham?{query}").text
    assert f'<p class="card-line">{place}</p>' in page
    assert ("(trước" in page) is ("(trước" in place)


@pytest.fixture
def many_communes(app: Flask, client: Browser, drain: Callable[[], int]) -> Browser:
    """Thirteen communes of Thái Nguyên, and one of Lạng Sơn."""
    codes = ("01933", "02014", "02020", "02026", "02038", "02044", "02071", "02083", "01843", "01849", "01906", "01912",
             "01936")  # fmt: skip
    with transaction(write=True):
        for code in (*codes, "06019"):
            province = "2025:20" if code == "06019" else "2025:19"
            maker = factories.make_supplier(f"HTX {code}", place_id=f"2025:{code}", province_id=province)
            factories.make_product(maker, f"Bún {code}")
    drain()
    return client


def test_communes_of_the_whole_country_are_offered_within_a_province(many_communes: Browser) -> None:
    everywhere = many_communes.get("/san-pham").text
    assert boxes_of(everywhere, "xa") == []
    assert boxes_of(everywhere, "tinh") == ["Tỉnh Thái Nguyên", "Tỉnh Lạng Sơn"]
    assert len(boxes_of(many_communes.get("/san-pham?tinh=2025:19").text, "xa")) == 13
    assert "Xã Quảng Bạch" in boxes_of(many_communes.get("/san-pham?huyen=064").text, "xa")
    assert boxes_of(many_communes.get("/san-pham?q=bun+02038").text, "xa") == ["Xã Quảng Bạch"]
    assert len(boxes_of(many_communes.get("/san-pham?q=thai+nguyen").text, "xa")) == 13, "of one province"


def test_a_commune_that_is_chosen_can_be_taken_off_though_others_are_not_offered(many_communes: Browser) -> None:
    page = many_communes.get("/san-pham?xa=2025:02038").text
    assert boxes_of(page, "xa") == ["Xã Quảng Bạch"]
    assert re.search(r'name="xa" value="2025:02038" checked', page)


def test_communes_of_one_name_say_their_province(client: Browser, drain: Callable[[], int]) -> None:
    with transaction(write=True):
        for code in ("06019", "25318", "02038"):
            maker = factories.make_supplier(f"HTX {code}", place_id=f"2025:{code}")
            factories.make_product(maker, f"Bún {code}")
    drain()
    boxes = boxes_of(client.get("/san-pham").text, "xa")
    assert sorted(boxes) == ["Xã Quảng Bạch", "Xã Tân Tiến, Lạng Sơn", "Xã Tân Tiến, Đồng Nai"]
