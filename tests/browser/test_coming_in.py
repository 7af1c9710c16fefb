"""How people come in, in Chromium on a phone, with script and without: a newcomer's stars, and a claimed place."""

import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.phones import Phone
from tests.browser.served import MAIL_SECONDS, Site, served_copy, wait_for
from tests.media.pictures import card, encoded

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("coming in")]

LIST = Path(__file__).parent.parent / "journeys" / "cooperatives.csv"
CHO_DON = "pre2025:064"
NEWCOMER, ACCOUNTANT = "nguoi-moi@example.org", "ke-toan@example.org"
PASSWORD = "mot-mat-khau-dai"
TWO_MINUTES = 120.0  # of a machine that types at once: a thumb adds half a minute
GROUP, NOODLES, ORANGES = "Tổ hợp tác Nà Lọc", "Bún ngô Nà Lọc", "HTX Toàn Thắng"
OCOP = {
    "decision_no": "15/QĐ-UBND",
    "issued_on": "15/03/2026",
    "expires_on": "15/03/2029",
    "issuer": "UBND huyện Chợ Đồn",
}


class Arrivals:
    """The persons who come in and those who receive them; each step ends by seeing on the page that it was taken."""

    def __init__(self, site: Site, new_phone: Callable[[], Phone], folder: Path, script: bool) -> None:
        self.site, self.new_phone, self.folder, self.script = site, new_phone, folder, script
        self.officer, self.trader = new_phone(), new_phone()

    def officer_signs_in(self, address: str) -> None:
        printed = self.site.command("create-officer", address, "--area", CHO_DON)
        self.officer.accept(printed.split()[-1], PASSWORD)

    def picture(self, name: str, width: int) -> Path:
        path = self.folder / f"{name}.jpg"
        path.write_bytes(encoded(card(width, 900)))
        return path

    def sign_up(self, phone: Phone, name: str, address: str) -> None:
        phone.fill({"Họ và tên": name, "Thư điện tử hoặc điện thoại": address})
        phone.page.locator("[name=password]").fill(PASSWORD)
        phone.page.get_by_label("Tôi đã đọc").check()
        phone.press("Đăng ký")
        phone.page.goto(self.site.link_mailed_to(address, "/xac-nhan/"))
        phone.press("Xác nhận và vào")

    def newcomer_applies(self) -> Phone:
        newcomer = self.new_phone()
        page = newcomer.page
        page.goto("/dang-ky")
        self.sign_up(newcomer, "Nông Thị Mới", NEWCOMER)
        newcomer.follow(page.get_by_role("main").get_by_role("link", name="Đăng ký bán hàng").first)
        page.locator("[name=name]").fill(GROUP)
        page.locator("[name=trade]").first.check()
        page.locator("[name=kind]").select_option(label="Tổ hợp tác")
        page.locator("[name=place-words]").fill("Quảng Bạch")
        if not self.script:
            newcomer.press("Tìm")
        page.locator("[name=place]").first.check()
        expect(page.locator("[name=email]")).to_have_value(NEWCOMER)  # already known: mails about buyers come there
        page.locator("[name=phone]").fill("0900 000 061")
        newcomer.press("Gửi hồ sơ")
        expect(page.get_by_role("main")).to_contain_text(GROUP)
        return newcomer

    def newcomer_drafts(self, newcomer: Phone) -> None:
        page, began = newcomer.page, time.monotonic()
        newcomer.press("Viết sản phẩm")
        self.three_photos(newcomer)
        page.locator("#name").fill(NOODLES)
        page.locator("#pack_1").fill("gói 500g")
        page.locator("#price_1").fill("38k")
        self.certificate(newcomer)
        newcomer.press("Gửi để đăng")
        expect(page.locator(".goods-row", has_text=NOODLES)).to_contain_text("Chờ cán bộ xem")
        assert time.monotonic() - began < TWO_MINUTES

    def three_photos(self, newcomer: Phone) -> None:
        photos = [self.picture(f"anh-{number}", 1200 + number) for number in range(3)]
        chosen = newcomer.page.locator("#photo")
        if self.script:
            chosen.set_input_files(photos)
        for photo in [] if self.script else photos:
            chosen.set_input_files(photo)
            newcomer.press("Gửi ảnh này lên")
        expect(newcomer.page.locator(".shot-row")).to_have_count(3)

    def certificate(self, newcomer: Phone) -> None:
        page = newcomer.page
        page.get_by_text("Giấy chứng nhận OCOP", exact=True).click()
        page.locator("[name=stars]").nth(0).check()
        for field, value in OCOP.items():
            page.locator(f"#{field}").fill(value)
        page.locator("#scan").set_input_files(self.picture("giay", 1100))
        if not self.script:
            newcomer.press("Gửi ảnh giấy lên")
        expect(page.get_by_role("link", name="Xem ảnh giấy đã gửi")).to_be_visible()

    def officer_passes_all(self) -> None:
        page = self.officer.page
        page.goto("/can-bo/ho-so")
        self.officer.follow(page.get_by_role("link", name=GROUP))
        for words in (NOODLES, "OCOP", "15/QĐ-UBND", "Xem bản chụp"):
            expect(page.get_by_role("main")).to_contain_text(words)
        page.locator("[name=way]").first.check()
        self.officer.press("Thông qua tất cả")
        expect(page.get_by_role("main")).to_contain_text(f"Đã thông qua {GROUP}")

    def is_found(self, address: str) -> bool | None:
        """Once the worker has indexed it."""
        self.trader.page.goto(address)
        return self.trader.page.get_by_role("article").filter(has_text=NOODLES).count() == 1 or None

    def trader_finds(self) -> None:
        page = self.trader.page
        for address in ("/san-pham?q=bun+ngo+na+loc", "/san-pham?sao=3"):
            wait_for(partial(self.is_found, address), f"{NOODLES} at {address}", MAIL_SECONDS)
        self.trader.follow(page.get_by_role("link", name=NOODLES))
        expect(page.get_by_role("main")).to_contain_text("3 sao OCOP")
        expect(page.get_by_role("main")).to_contain_text("1 / 3")

    def trader_asks(self) -> None:
        page = self.trader.page
        self.trader.follow(page.get_by_role("link", name="Hỏi hàng").first)
        self.trader.fill({"Cần bao nhiêu?": "40 kg", "Điện thoại của bạn": "0900 000 045"})
        page.get_by_label("Tôi đồng ý").check()
        self.trader.press("Gửi câu hỏi")
        expect(page.get_by_role("heading", name="Đã gửi câu hỏi")).to_be_visible()

    def supplier_answers_in_the_workbench(self, supplier: Phone) -> None:
        page = supplier.page
        page.goto("/ban-hang/")
        supplier.follow(page.get_by_role("link", name="Báo giá"))
        page.locator("[name=price]").fill("66k")
        page.locator("[name=deliverable]").first.check()
        supplier.press("Gửi báo giá")
        self.trader.page.reload()
        expect(self.trader.page.get_by_role("article").first).to_contain_text("66.000")

    def officer_rings(self) -> None:
        page = self.officer.page
        page.goto("/can-bo/danh-sach-goi")
        row = page.get_by_role("article").filter(has_text=ORANGES)
        row.get_by_text("Chép lời nhắn Zalo").click()
        expect(row.locator("textarea")).to_contain_text("/tra-loi/")
        self.officer.follow(row.get_by_role("button", name="Đã báo, họ sẽ trả lời"))
        expect(page.get_by_role("main")).to_contain_text("Đã gọi, đang đợi: 1")

    def officer_hands_out_a_code(self) -> tuple[str, str]:
        """What goes by Zalo: the address to open, and the code."""
        page = self.officer.page
        page.get_by_text("Đã gọi, đang đợi: 1").click()
        self.officer.follow(page.get_by_role("link", name="Đưa mã để họ nhận"))
        self.officer.press("Tạo mã")
        words = page.locator("#zalo").input_value()
        address = re.search(r"http\S+/nhan\b", words)
        assert address, words
        return address[0], page.locator("#ma").inner_text()

    def accountant_claims(self, address: str, code: str) -> Phone:
        """From the address in the officer's words, without an account: signing up leads back there."""
        accountant = self.new_phone()
        accountant.page.goto(address)
        accountant.follow(accountant.page.get_by_role("main").get_by_role("link", name="Đăng ký"))
        self.sign_up(accountant, "Hoàng Văn Sổ", ACCOUNTANT)
        accountant.page.locator("[name=code]").fill(code)
        accountant.press("Nhận bằng mã")
        expect(accountant.page.get_by_role("main")).to_contain_text("40 kg")
        return accountant


@pytest.fixture(scope="module", params=[True, False], ids=["script", "no script"])
def script(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(scope="module")
def site(
    script: bool, chromium: Browser, template_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """One with script and one without; both stories happen on each, to other people."""
    with served_copy("serve", template_folder, tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture
def arrivals(site: Site, script: bool, pick_up: Callable[..., Phone], tmp_path: Path) -> Arrivals:
    return Arrivals(site, lambda: pick_up(site, script=script), tmp_path, script)


def test_a_newcomer_s_stars_show_and_an_inquiry_is_answered(arrivals: Arrivals) -> None:
    arrivals.officer_signs_in("can-bo@example.org")
    newcomer = arrivals.newcomer_applies()
    arrivals.newcomer_drafts(newcomer)
    arrivals.officer_passes_all()
    arrivals.trader_finds()
    arrivals.trader_asks()
    arrivals.supplier_answers_in_the_workbench(newcomer)


def test_who_is_not_there_is_rung_claims_and_answers(arrivals: Arrivals) -> None:
    arrivals.site.command("import", "products", str(LIST))
    arrivals.officer_signs_in("can-bo-khac@example.org")
    arrivals.trader.page.goto("/san-pham?q=quyt")
    arrivals.trader.follow(arrivals.trader.page.get_by_role("link", name="Quýt"))
    arrivals.trader_asks()
    arrivals.officer_rings()
    address, code = arrivals.officer_hands_out_a_code()
    accountant = arrivals.accountant_claims(address, code)
    arrivals.supplier_answers_in_the_workbench(accountant)
