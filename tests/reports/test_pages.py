"""The report's pages through HTTP."""

import re
from collections.abc import Callable
from html import unescape

import pytest

from marketplace.core.db import transaction
from tests import factories
from tests.browse import Browser
from tests.cast import LAO_CAI, QUANG_BACH, TAN_LAP, THAI_NGUYEN, Cast
from tests.reports.facts import BUYER, ask, tell

SignIn = Callable[[str], Browser]
REPORT = "/can-bo/bao-cao"
OPENED = f"{REPORT}/mo/hop-dong"
ADDRESSES = (REPORT, OPENED, f"{OPENED}/danh-sach.csv", f"{REPORT}/xuat.csv", f"{REPORT}/xuat.json")
pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def contract(cast: Cast) -> None:
    """HTX Hồng Luân answered, and sold for 312.5 million."""
    with transaction(write=True):
        product = factories.make_product(cast.hong_luan, "Bún khô")
        lead = ask(cast.hong_luan, "2026-11-20 08:00", product_id=product.id, product_version_id=product.version_id)
        tell(lead, "quoted", "2026-11-20 09:00")
        tell(lead, "contract", "2026-11-23 09:00", value=312_500_000)
        ask(cast.hong_luan, "2026-11-23 15:00")


def figures_on(text: str) -> dict[str, tuple[str, str | None]]:
    """Label → (number, detail) of the figures on a page."""
    found = re.findall(r'<li class="figure">(.*?)</li>', unescape(text).replace("\u00a0", " "), re.DOTALL)
    return {part(item, "label") or "": (part(item, "number") or "", part(item, "detail")) for item in found}


def part(html: str, name: str) -> str | None:
    found = re.search(rf'class="figure-{name}"[^>]*>(.*?)<', html)
    return found[1] if found else None


@pytest.mark.usefixtures("contract")
def test_the_figures_of_the_quarter(sign_in: SignIn) -> None:
    found = figures_on(sign_in("commune_officer").get(REPORT).text)
    assert found["yêu cầu mua nhận được"] == ("2", None)
    assert found["trả lời trong 2 ngày"] == ("1", "50 % của 2")
    assert found["hợp đồng mua bán"] == ("1", "312,5 triệu đồng")
    assert found["biên bản ghi nhớ"] == ("0", "ý định, không cộng vào hợp đồng")
    assert found["trả lời quá hạn"][0] == "0"


@pytest.mark.usefixtures("contract")
def test_what_the_page_says_of_itself(sign_in: SignIn) -> None:
    text = sign_in("commune_officer").get(REPORT, query_string={"ky": "2026-Q4", "den": "2026-11-23"}).text
    for words in ("Quý IV/2026", "Xã Quảng Bạch · 1/10 đến 31/12/2026", "23/11/2026", "1 yêu cầu còn trong hạn"):
        assert words in text


@pytest.mark.usefixtures("contract")
def test_every_link_of_a_report_opens(sign_in: SignIn) -> None:
    officer = sign_in("commune_officer")
    links = {unescape(href) for href in re.findall(rf'href="({REPORT}/[^"]+)"', officer.get(REPORT).text)}
    assert len(links) >= 15
    assert {officer.get(href).status_code for href in links} == {200}


@pytest.mark.usefixtures("contract")
def test_an_opened_figure(sign_in: SignIn) -> None:
    text = sign_in("commune_officer").get(OPENED).text.replace("\u00a0", " ")
    for words in ("tổng 312.500.000 ₫", "23/11/2026", "HTX Hồng Luân", "Bún khô", "Xã Quảng Bạch", "Hợp đồng"):
        assert words in text
    assert text.count("<tr>") == 3  # head, line, total


@pytest.mark.usefixtures("contract")
def test_a_part_of_a_figure(sign_in: SignIn) -> None:
    officer = sign_in("province_officer")
    text = officer.get(f"{REPORT}/mo/nhan-duoc", query_string={"xa": QUANG_BACH}).text
    assert '<span class="opened-number">2</span>' in text and "Xã Quảng Bạch" in text
    assert "con số là 0" in officer.get(f"{REPORT}/mo/nhan-duoc", query_string={"kenh": "fair"}).text


@pytest.mark.usefixtures("contract")
def test_as_of_yesterday_morning_nothing_was_signed(sign_in: SignIn) -> None:
    officer = sign_in("commune_officer")
    assert figures_on(officer.get(f"{REPORT}?den=22/11/2026").text)["hợp đồng mua bán"] == ("0", None)
    assert "con số là 0" in officer.get(f"{OPENED}?den=2026-11-22").text


@pytest.mark.usefixtures("contract")
def test_no_word_about_the_buyer_anywhere(sign_in: SignIn) -> None:
    officer = sign_in("commune_officer")
    for address in (*ADDRESSES, f"{REPORT}/mo/nhan-duoc", f"{REPORT}/mo/nhan-duoc/danh-sach.csv"):
        content = officer.get(address).text
        assert not [secret for secret in (BUYER, "900000077", "bi-mat@") if secret in content], address


@pytest.mark.parametrize(
    ("person", "status"),
    [
        ("stranger", 303),
        ("trader", 403),
        ("member", 403),
        ("commune_officer", 200),
        ("other_officer", 200),
        ("province_officer", 200),
        ("administrator", 200),
    ],
)
def test_who_may_read_reports(sign_in: SignIn, person: str, status: int) -> None:
    visitor = sign_in(person)
    assert {visitor.get(address).status_code for address in ADDRESSES} == {status}


@pytest.mark.parametrize(
    ("person", "area", "status"),
    [
        ("commune_officer", TAN_LAP, 200),
        ("commune_officer", THAI_NGUYEN, 403),
        ("other_officer", QUANG_BACH, 403),
        ("province_officer", QUANG_BACH, 200),
        ("province_officer", LAO_CAI, 403),
        ("administrator", LAO_CAI, 200),
        ("administrator", "2025:99999", 404),
        ("trader", QUANG_BACH, 403),
    ],
)
def test_of_which_area(sign_in: SignIn, person: str, area: str, status: int) -> None:
    visitor = sign_in(person)
    assert {visitor.get(address, query_string={"vung": area}).status_code for address in ADDRESSES} == {status}


@pytest.mark.usefixtures("contract")
def test_another_provinces_officer_sees_zero(sign_in: SignIn) -> None:
    found = figures_on(sign_in("other_officer").get(REPORT).text)
    assert {number for number, _ in found.values()} == {"0"}


@pytest.mark.parametrize(
    ("query", "message"),
    [("den=2026-11-25", "Ngày này chưa tới"), ("den=hôm kia", "Không hiểu ngày"), ("ky=2026-Q5", "Không hiểu kỳ")],
)
def test_what_can_not_be_asked_is_said_beside_the_field(sign_in: SignIn, query: str, message: str) -> None:
    officer = sign_in("commune_officer")
    answer = officer.get(f"{REPORT}?{query}")
    assert answer.status_code == 422
    assert re.search(rf'field-error".*?{message}', answer.text, re.DOTALL)
    assert query.partition("=")[2] in answer.text
    assert "Còn 1 chỗ cần sửa" in answer.text
    assert officer.get(f"{REPORT}/xuat.csv?{query}").status_code == 422


def test_a_day_without_a_year_is_the_last_one(sign_in: SignIn) -> None:
    assert "22/11/2026" in sign_in("commune_officer").get(f"{REPORT}?den=22/11").text


def test_the_day_of_a_link_stands_in_its_field_as_people_write_it(sign_in: SignIn) -> None:
    assert 'value="22/11/2026"' in sign_in("commune_officer").get(f"{REPORT}?den=2026-11-22").text


def test_the_form_offers_periods_and_keeps_a_typed_one(sign_in: SignIn) -> None:
    text = sign_in("commune_officer").get(f"{REPORT}?ky=2026-01-05..2026-02-10").text
    assert '<option value="2026-01-05..2026-02-10" selected>5/1 đến 10/2/2026' in text
    assert '<option value="2026-9M">9 tháng năm 2026' in text


def test_the_bench_begins_with_the_report(sign_in: SignIn) -> None:
    assert sign_in("commune_officer").get("/can-bo/").location == REPORT


def test_an_unknown_figure(sign_in: SignIn) -> None:
    assert sign_in("commune_officer").get(f"{REPORT}/mo/doanh-thu").status_code == 404


@pytest.mark.parametrize("month", ["abc", "2026-13", "2026-Q3"])
def test_a_part_that_is_no_month_is_no_page(contract: None, sign_in: SignIn, month: str) -> None:
    officer = sign_in("commune_officer")
    for path in ("", "/danh-sach.csv"):
        assert officer.get(f"{REPORT}/mo/nhan-duoc{path}?thang={month}").status_code == 404
    assert officer.get(f"{REPORT}/mo/nhan-duoc?thang=2026-11").status_code == 200


@pytest.mark.parametrize("number", ["0", "2", "99", "hai"])
def test_pages_of_a_long_list(cast: Cast, sign_in: SignIn, number: str) -> None:
    with transaction(write=True):
        for _ in range(101):
            ask(cast.hong_luan, "2026-11-02 08:00")
    text = sign_in("commune_officer").get(f"{REPORT}/mo/nhan-duoc?trang={number}").text
    shown = "2" if number in ("2", "99") else "1"
    assert f"Trang {shown} / 2" in text and '<span class="opened-number">101</span>' in text
    assert text.count("<tr>") - 1 == (1 if shown == "2" else 100)


@pytest.mark.usefixtures("contract")
@pytest.mark.parametrize(
    ("named", "head", "rows"),
    [
        ("", "Xã", ["Xã Quảng Bạch"]),
        ("xa", "Xã", ["Xã Quảng Bạch"]),
        ("thang", "Tháng", ["Tháng 10/2026", "Tháng 11/2026"]),
        ("chu-the", "Người bán", ["HTX Hồng Luân"]),
        ("nhom", "Nhóm sản phẩm", ["I.3.b. Chế biến từ gạo, ngũ cốc"]),
        ("kenh", "Cách tới", ["Qua trang này"]),
        ("gi-do", "Xã", ["Xã Quảng Bạch"]),
    ],
)
def test_the_table_is_the_chosen_breakdown(sign_in: SignIn, cast: Cast, named: str, head: str, rows: list[str]) -> None:
    with transaction(write=True):
        tell(ask(cast.hong_luan, "2026-09-20 08:00"), "contract", "2026-10-02 08:00", value=1_000_000)
    text = unescape(sign_in("commune_officer").get(REPORT, query_string={"theo": named}).text)
    table = text[text.index('<table class="table">', text.index('id="bang"')) :]
    assert re.findall(r'<th scope="col">(.*?)</th>', table) == [head]
    assert re.findall(r"<tbody>(.*?)</tbody>", table, re.DOTALL)[0].count("<tr>") == len(rows)
    assert re.findall(r'<th scope="row">(.*?)</th>', table)[:-1] == rows


@pytest.mark.usefixtures("contract")
def test_a_month_opens_to_what_happened_in_it(sign_in: SignIn, cast: Cast) -> None:
    """Of a lead asked in September and signed in October, October has the contract and no question."""
    with transaction(write=True):
        tell(ask(cast.hong_luan, "2026-09-20 08:00"), "contract", "2026-10-02 08:00", value=1_000_000)
    officer = sign_in("commune_officer")
    october = {"ky": "2026", "thang": "2026-10"}
    assert officer.get(OPENED, query_string=october).text.count("<tr>") == 3
    assert "2/10/2026" in officer.get(OPENED, query_string=october).text
    assert officer.get(f"{REPORT}/mo/nhan-duoc", query_string=october).text.count("<tr>") <= 1
