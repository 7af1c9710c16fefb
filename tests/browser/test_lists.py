"""A list with bad rows in Chromium, on a phone and on a desk, with script and without: seen, taken, mended, taken."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, StorageState, expect
from slugify import slugify

from tests.browser.phones import HEIGHT, WIDTH, Phone
from tests.browser.served import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("lists")]

DESK = (1280, 900)
SIZES = pytest.mark.parametrize("size", [(WIDTH, HEIGHT), DESK], ids=["360 px", "1280 px"])
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
GOOD, BAD = 230, 2
MAKERS = {
    ((WIDTH, HEIGHT), True): "HTX Hồng Luân",
    ((WIDTH, HEIGHT), False): "HTX Bằng Phúc",
    (DESK, True): "HTX Nà Phặc",
    (DESK, False): "HTX Đồng Lạc",
}


def listed(maker: str) -> str:
    """The list of a maker that the site doesn't know yet."""
    lines = [
        "Danh sách sản phẩm của xã;;;;;",
        "TÊN SP;Tên chủ thể;Xã (cũ);Huyện;Tỉnh;Giá bán;Ghi chú riêng",
        *(f"Bún khô số {number};{maker};Tân Lập;Chợ Đồn;Bắc Kạn;38.000;" for number in range(GOOD)),
        *(f"Miến dong số {number};{maker};Tân Lập;Chợ Đồn;Bắc Kạn;rẻ lắm;" for number in range(BAD)),
    ]
    return "\n".join(lines)


class Desk:
    """An officer before the pages of lists."""

    def __init__(self, phone: Phone, size: tuple[int, int], folder: Path) -> None:
        self.phone, self.size, self.folder = phone, size, folder
        self.page: Page = phone.page
        self.page.set_viewport_size({"width": size[0], "height": size[1]})

    def goes_to_the_lists(self) -> None:
        if self.size[0] < DESK[0]:
            self.page.get_by_text("Mục", exact=True).click()
        self.phone.follow(self.page.get_by_role("link", name="Nhập danh sách").locator("visible=true").first)
        expect(self.page.get_by_role("heading", name="Nhập danh sách")).to_be_visible()
        self.fits()

    def hands_in(self, file: Path) -> None:
        self.page.get_by_label("Tệp danh sách").set_input_files(file)
        self.phone.press("Gửi để xem trước")
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Xem trước", timeout=30_000)
        self.fits()

    def sees(self, created: int, refused: int) -> None:
        figures = self.phone.figures()
        assert (figures["thêm mới"], figures["không nhận"]) == (str(created), str(refused))

    def looks_at(self, label: str) -> None:
        """Open a figure; the rows that it counts stand on the page, blocks on a phone."""
        figure = self.page.locator(".figure").filter(has_text=label)
        number = figure.locator(".figure-number").inner_text()
        self.phone.follow(figure.get_by_role("link"))
        expect(self.page.locator("tbody").get_by_role("row")).to_have_count(int(number))
        self.fits()

    def takes(self, rows: int) -> None:
        self.phone.press(f"Nhận {rows} dòng")
        expect(self.page.get_by_role("heading", level=1)).to_have_text(f"Đã nhận {rows} dòng", timeout=60_000)
        expect(self.page.get_by_text("Đếm lại trong kho sau khi ghi")).to_be_visible(timeout=30_000)
        self.fits()

    def downloads_the_refused_rows(self) -> Path:
        with self.page.expect_download() as coming:
            self.page.get_by_role("link", name="Tải các dòng không nhận").click()
        file = self.folder / coming.value.suggested_filename
        coming.value.save_as(file)
        return file

    def fits(self) -> None:
        """Nothing is wider than the screen; on a phone also at 320 px."""
        assert not self.phone.misfits()
        self.page.set_viewport_size({"width": self.size[0], "height": self.size[1]})
        assert self.page.evaluate("document.documentElement.scrollWidth") <= self.size[0]


def mend(file: Path) -> None:
    """Put the prices right, as its owner does in a spreadsheet."""
    book = load_workbook(file)
    sheet = book.worksheets[0]
    titles = [cell.value for cell in sheet[1]]
    assert titles[-1] == "Lý do"
    for row in sheet.iter_rows(min_row=2):
        assert "rẻ lắm" in str(row[-1].value)
        row[titles.index("Giá bán")].value = "42.000"
    book.save(file)


@SCRIPT
@SIZES
def test_a_list_with_bad_rows(
    shared_site: Site,
    officer_cookies: StorageState,
    pick_up: Callable[..., Phone],
    tmp_path: Path,
    size: tuple[int, int],
    script: bool,
) -> None:
    desk = Desk(pick_up(shared_site, script=script, cookies=officer_cookies), size, tmp_path)
    desk.page.goto("/can-bo")
    desk.goes_to_the_lists()
    maker = MAKERS[size, script]
    given = tmp_path / f"Hàng của {maker}.csv"
    given.write_text(listed(maker), encoding="utf-8")
    desk.hands_in(given)
    desk.sees(GOOD, BAD)
    expect(desk.page.get_by_text("“Ghi chú riêng”")).to_be_visible()
    desk.looks_at("không nhận")
    expect(desk.page.locator("tbody")).to_contain_text("Không hiểu số tiền “rẻ lắm”")
    desk.takes(GOOD)
    refused = desk.downloads_the_refused_rows()
    assert refused.name == f"{slugify(given.stem)}-khong-nhan.xlsx"

    mend(refused)
    desk.goes_to_the_lists()
    expect(desk.page.get_by_role("listitem").filter(has_text=given.name)).to_contain_text("Đã nhận")
    desk.hands_in(refused)
    desk.sees(BAD, 0)
    desk.takes(BAD)
    desk.phone.follow(desk.page.get_by_role("link", name=re.compile("^Miến dong số 0")))
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Miến dong số 0")


@SCRIPT
def test_a_file_that_is_too_large_is_told_at_its_field(
    demonstration: Site, pick_up: Callable[..., Phone], tmp_path: Path, script: bool
) -> None:
    """With script before anything is sent, without by the site, though it reads nothing of it."""
    phone = pick_up(demonstration, script=script)
    phone.sign_in("canbo-cho-don@example.org", "phien-cho-5")
    phone.page.goto("/can-bo/nhap-danh-sach")
    large = tmp_path / "ảnh chụp.xlsx"
    large.write_bytes(b"a" * (30 * 1024 * 1024))
    phone.page.get_by_label("Tệp danh sách").set_input_files(large)
    if script:
        phone.page.get_by_role("button", name="Gửi để xem trước").click()
    else:
        phone.press("Gửi để xem trước")
    field = phone.page.get_by_label("Tệp danh sách")
    expect(field).to_have_accessible_description(re.compile("nặng quá 20\u00a0MB"))
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Nhập danh sách")
    assert not phone.misfits()
