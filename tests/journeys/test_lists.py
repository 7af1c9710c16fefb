"""A list's story: handed in, looked at, taken without its bad rows; these go back, are mended, and come in too."""

from collections.abc import Callable

import pytest

from marketplace.catalogue.models import ImportRun, Product
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.handed_lists import OFFICER, OWN, cells_of, figures, handed_in, plain, workbook_of
from tests.catalogue.lists import all_of, count

HEAD = ["Tên sản phẩm", "Chủ thể", "Xã", "Tỉnh", "Giá từ", "Quy cách"]
PLACE = ["Quảng Bạch", "Thái Nguyên"]
GOOD = [
    ["Bún khô", "HTX Hồng Luân", *PLACE, "38.000", "gói 500 g"],
    ["Gạo Bao thai", "HTX Hồng Luân", *PLACE, "125k", "túi 5 kg"],
]
BAD = [
    ["Miến dong", "HTX Hồng Luân", *PLACE, "bốn mươi nghìn", "gói 500 g"],
    ["Cốm nếp", "HTX Hồng Luân", *PLACE, "rẻ", "hộp 300 g"],
]
MENDED = {"Miến dong": (4, "40.000"), "Cốm nếp": (4, "55k")}


class Story:
    """Somebody with a list, on the own bench."""

    def __init__(self, client: Browser, at: str, drain: Callable[[], int]) -> None:
        self.client, self.at, self.drain = client, at, drain

    def hands_in(self, table: list[list[str]], name: str = "hàng 2026.xlsx") -> str:
        """The address of the list, looked at by the worker."""
        address = handed_in(self.client, workbook_of(table), self.at, name=name)
        assert "Đang xem" in plain(self.client.get(address))
        self.drain()
        return address

    def expects(self, address: str, **wanted: int) -> None:
        """The figures of the list's page, those of nought left out."""
        shown = {label: int(number) for label, number in figures(self.client.get(address)).items() if number != "0"}
        labels = {"created": "thêm mới", "changed": "sửa", "unchanged": "giữ nguyên", "refused": "không nhận"}
        assert {label: shown.get(label, 0) for label in labels.values()} == {
            label: wanted.get(name, 0) for name, label in labels.items()
        }

    def takes(self, address: str) -> None:
        """Let the good rows be taken, and all that follows be done."""
        assert self.client.fill(address, "/nhan").location == address
        self.drain()
        assert "Đúng như bản xem trước." in plain(self.client.get(address))

    def mends(self, address: str) -> list[list[str]]:
        """The refused rows as they came back, put right in place."""
        table = cells_of(self.client.get(f"{address}/khong-nhan.xlsx").data)
        for row in table[1:]:
            assert row[-1], "the reason stands in the last column"
            position, cell = MENDED[row[0]]
            row[position] = cell
        return table


@pytest.fixture(params=[OFFICER, OWN], ids=["officer", "supplier"])
def story(
    request: pytest.FixtureRequest, sign_in: Callable[[str], Browser], cast: Cast, drain: Callable[[], int]
) -> Story:
    return Story(sign_in("commune_officer" if request.param == OFFICER else "member"), request.param, drain)


def test_bad_rows_go_back_and_come_in_mended(story: Story) -> None:
    address = story.hands_in([HEAD, *GOOD, *BAD])
    story.expects(address, created=2, refused=2)
    assert count(Product) == 0
    story.takes(address)
    story.expects(address, created=2, refused=2)
    assert count(Product) == 2

    again = story.hands_in(story.mends(address), "đã sửa.xlsx")
    assert again != address
    story.expects(again, created=2)
    story.takes(again)
    assert count(Product) == 4
    assert "Để lại không có" in plain(story.client.get(again)), "our own column of reasons is no unknown one"


def test_the_same_list_twice_changes_nothing(story: Story) -> None:
    story.takes(story.hands_in([HEAD, *GOOD]))
    before = [(product.id, product.version_id, product.changed_at) for product in all_of(Product)]
    again = story.hands_in([HEAD, *GOOD])
    story.expects(again, unchanged=2)
    assert "Không có gì mới" in plain(story.client.get(again))
    story.takes(again)
    assert [(product.id, product.version_id, product.changed_at) for product in all_of(Product)] == before


def test_two_lists_at_a_time_each_keep_to_their_own(story: Story) -> None:
    first, second = story.hands_in([HEAD, GOOD[0], BAD[0]]), story.hands_in([HEAD, GOOD[1]])
    story.takes(second)
    assert [run.state for run in all_of(ImportRun)] == ["previewed", "ended"]
    story.expects(first, created=1, refused=1)
    story.takes(first)
    assert count(Product) == 2
