"""Reports and lists as files."""

import csv
import io
import json

import pytest

from marketplace.core.db import transaction
from marketplace.reports.exports import file_name, opened_csv, report_csv, report_json
from marketplace.reports.queries import opened_of
from marketplace.reports.vocabulary import CONTRACTS, DELIVERY_MASS, INDICATORS, RECEIVED, Indicator
from tests import factories
from tests.cast import QUANG_BACH, TAN_LAP
from tests.reports.asking import reported
from tests.reports.facts import ask, tell

pytestmark = pytest.mark.usefixtures("app", "clock")


@pytest.fixture(autouse=True)
def sold(app: object, clock: object) -> None:
    """One lead of HTX Hồng Luân with a contract and a delivery of 1.5 kg; another contract without a value."""
    with transaction(write=True):
        supplier = factories.make_supplier("=HTX+Hồng Luân", slug="hl", place_id=QUANG_BACH, legacy_place_id=TAN_LAP)
        lead = ask(supplier, "2026-10-05 08:00")
        tell(lead, "contract", "2026-10-06 08:00", value=45_000_000)
        tell(lead, "contract", "2026-10-07 08:00")
        tell(lead, "delivered", "2026-10-08 08:00", grams=1_500)


def table(content: bytes) -> list[dict[str, str]]:
    """A file as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def opened(indicator: Indicator) -> list[dict[str, str]]:
    scope = reported().scope
    with transaction(write=False):
        return table(opened_csv(opened_of(indicator, scope)))


def test_json_has_every_indicator_with_its_rule() -> None:
    found = json.loads(report_json(reported(area=QUANG_BACH)))
    assert (found["period"], found["area"], found["as_of"]) == ("2026-Q4", QUANG_BACH, "2026-11-24")
    assert [item["code"] for item in found["indicators"]] == [indicator.code for indicator in INDICATORS]
    words = [item[key] for item in found["indicators"] for key in ("name", "unit", "rule")]
    assert all(words) and not [text for text in words if "%" in text]


def test_json_figures_are_in_the_units_that_they_name() -> None:
    values = {item["code"]: item["value"] for item in json.loads(report_json(reported()))["indicators"]}
    assert (values["contracts"], values["contract_value"]) == (2, 45_000_000)
    assert (values["delivery_mass"], values["delivery_value"], values["lost"]) == (1.5, None, 0)


def test_json_tables_and_months() -> None:
    found = json.loads(report_json(reported()))
    commune, month, supplier, class_, stars, channel = found["tables"]
    assert commune["rows"][0]["key"] == QUANG_BACH
    assert commune["rows"][0]["label"] == "Xã Quảng Bạch, Thái Nguyên"
    assert [(row["key"], row["label"]) for row in month["rows"]] == [("2026-10", "Tháng 10/2026")]
    assert [(row["key"], row["label"]) for row in stars["rows"]] == [("-", "Không có sao")]
    assert channel["rows"][0]["label"] == "Qua trang này"
    assert class_["rows"][0]["key"] == "I.3.b"
    assert supplier["rows"][0]["values"]["contract_value"] == 45_000_000
    assert found["months"][9] == {"month": "2026-10", "leads_received": 1, "answered_in_time": 1}
    assert found["months"][11] == {"month": "2026-12", "leads_received": None, "answered_in_time": None}


def test_csv_has_a_mark_and_semicolons_and_the_scope_in_every_row() -> None:
    content = report_csv(reported(area="pre2025:064"))
    assert content.startswith(b"\xef\xbb\xbf")
    rows = table(content)
    assert len(rows) == len(INDICATORS) * 7  # as a whole, and one part of each of six breakdowns
    assert {(row["Kỳ"], row["Vùng"], row["Biết đến"]) for row in rows} == {
        ("Quý IV/2026", "Huyện Chợ Đồn cũ", "24/11/2026")
    }


def test_csv_tells_zero_from_missing() -> None:
    whole = {row["Mã"]: row["Giá trị"] for row in table(report_csv(reported())) if row["Bảng"] == "Chung"}
    assert (whole["contract_value"], whole["delivery_mass"]) == ("45000000", "1,5")
    assert (whole["delivery_value"], whole["lost"]) == ("-", "0")


def test_no_cell_begins_as_a_formula() -> None:
    contents = [report_csv(reported()).decode("utf-8-sig")]
    rows = [*table(contents[0].encode()), *opened(CONTRACTS)]
    cells = [cell for row in rows for cell in row.values()]
    assert "'=HTX+Hồng Luân" in cells
    assert not [cell for cell in cells if cell[:1] in "=+-@\t\r" and cell not in ("", "-")]


def test_the_list_of_contracts() -> None:
    rows = opened(CONTRACTS)
    assert [(row["Ngày"], row["Giá trị (đồng)"]) for row in rows] == [("7/10/2026", "-"), ("6/10/2026", "45000000")]
    assert len({row["Mã yêu cầu"] for row in rows}) == 1


def test_lists_have_a_value_only_where_there_is_one() -> None:
    assert "Giá trị (đồng)" not in opened(RECEIVED)[0]
    assert opened(DELIVERY_MASS)[0]["Khối lượng (kg)"] == "1,5"


def test_file_names() -> None:
    scope = reported().scope
    assert file_name(scope, "json") == "bao-cao-2026-Q4.json"
    assert file_name(scope, "csv", CONTRACTS) == "bao-cao-2026-Q4-hop-dong.csv"
