"""The main story in Chromium on a phone, with script and without: from a list to a figure that opens to its leads."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from marketplace.core.clock import today
from tests.browser.phones import Phone
from tests.browser.served import Site

pytestmark = pytest.mark.browser

LIST = Path(__file__).parent.parent / "journeys" / "cooperatives.csv"
HTX, DIRECTOR, OFFICER = "htx@example.org", "giam-doc@example.org", "can-bo@example.org"
CHO_DON = "pre2025:064"
PASSWORD = "mot-mat-khau-dai"
CONTRACTS = "hợp đồng mua bán"
ONCE = ("yêu cầu mua nhận được", "trả lời trong 2 ngày", CONTRACTS, "lần giao hàng")  # each happens once in the story


class Thread:
    """The persons of the story and the steps that they take; each step ends by seeing on the page that it was taken."""

    def __init__(self, site: Site, new_phone: Callable[[], Phone]) -> None:
        self.site, self.new_phone = site, new_phone
        self.officer, self.trader = new_phone(), new_phone()

    def officer_imports_the_list(self) -> None:
        assert "6 created" in self.site.command("import", "products", str(LIST))
        self.trader.page.goto("/san-pham")
        expect(self.trader.page.get_by_role("article")).to_have_count(6)

    def officer_signs_in_for_the_first_time(self) -> None:
        printed = self.site.command("create-officer", OFFICER, "--area", CHO_DON)
        self.officer.accept(printed.split()[-1], PASSWORD)
        expect(self.officer.page.locator("h1")).to_contain_text("Quý")
        assert set(self.officer.figures().values()) == {"0"}

    def officer_enters_contact_and_member(self) -> None:
        page = self.officer.page
        page.get_by_text("Mục", exact=True).click()
        self.officer.follow(page.get_by_role("link", name="Danh bạ"))
        self.officer.follow(page.get_by_role("link", name="HTX Hồng Luân"))
        page.get_by_label("Thư điện tử", exact=True).fill(HTX)
        self.officer.press("Lưu liên hệ")
        expect(page.get_by_role("status")).to_contain_text("Đã lưu")
        expect(page.get_by_label("Thư điện tử", exact=True)).to_have_value(HTX)
        page.get_by_label("Thư điện tử hoặc điện thoại của người ấy").fill(DIRECTOR)
        page.get_by_role("radio", name="Quản lý").check()
        self.officer.press("Mời người này")
        expect(page.get_by_role("status")).to_contain_text(f"Đã mời {DIRECTOR}")

    def member_signs_up_and_accepts(self) -> None:
        member = self.new_phone()
        invitation = self.site.link_mailed_to(DIRECTOR, "/loi-moi/")
        member.page.goto("/dang-ky")
        member.fill({"Họ và tên": "Nông Thị Lan", "Thư điện tử hoặc điện thoại": DIRECTOR})
        member.page.locator("[name=password]").fill(PASSWORD)
        member.page.get_by_label("Tôi đã đọc").check()
        member.press("Đăng ký")
        member.page.goto(self.site.link_mailed_to(DIRECTOR, "/xac-nhan/"))
        member.press("Xác nhận và vào")
        member.page.goto(invitation)
        member.press("Nhận lời mời")
        expect(member.page.get_by_role("heading", name="Hôm nay, chưa có việc")).to_be_visible()

    def trader_finds(self, words: str) -> None:
        page = self.trader.page
        page.goto("/")
        page.get_by_role("searchbox").fill(words)
        page.get_by_role("searchbox").press("Enter")
        expect(page.get_by_role("article")).to_have_count(2)  # two cooperatives make noodles
        found = page.get_by_role("article").filter(has_text="HTX Hồng Luân")
        self.trader.follow(found.get_by_role("link", name="Bún khô"))
        expect(page.get_by_role("heading", name="Bún khô")).to_be_visible()

    def trader_asks(self) -> None:
        page = self.trader.page
        self.trader.follow(page.get_by_role("link", name="Hỏi hàng").first)
        page.get_by_text("Thêm ngày cần, nơi giao").click()
        self.trader.fill(
            {
                "Cần bao nhiêu?": "2 tấn",
                "Điện thoại của bạn": "0900 000 045",
                "Nhắn một câu": "Cần sợi nhỏ, đóng bao 10 kg.",
                "Cần trước ngày": f"{today() + timedelta(days=21):%d/%m/%Y}",
                "Giao tới đâu": "Hà Nội",
                "Tên bạn": "Thu",
            }
        )
        page.get_by_label("Tôi đồng ý").check()
        self.trader.press("Gửi câu hỏi")
        expect(page.get_by_role("heading", name="Đã gửi câu hỏi")).to_be_visible()

    def supplier_quotes_by_the_link(self) -> None:
        supplier = self.new_phone()
        supplier.page.goto(self.site.link_mailed_to(HTX, "/tra-loi/"))
        expect(supplier.page.get_by_text("Cần sợi nhỏ, đóng bao 10 kg.")).to_be_visible()
        supplier.fill({"Giá một kg": "66k", "Nhắn thêm": "Giao tận nơi."})
        supplier.page.get_by_role("radio", name="Được").check()
        supplier.press("Gửi báo giá")
        expect(supplier.page.get_by_role("heading", name="Đã gửi trả lời")).to_be_visible()

    def trader_reads_the_quote(self) -> None:
        self.trader.page.reload()
        answer = self.trader.page.get_by_role("article").filter(has_text="HTX Hồng Luân")
        for words in ("66.000", "132.000.000", "Giao tận nơi."):
            expect(answer).to_contain_text(words)

    def supplier_signs_in_and_records(self) -> None:
        director = self.new_phone()
        director.sign_in(DIRECTOR, PASSWORD)
        page = director.page
        director.follow(page.get_by_role("listitem").filter(has_text="2 tấn bún khô").get_by_role("link"))
        director.follow(page.get_by_role("link", name="Hợp đồng", exact=True))
        page.get_by_label("Giá trị hợp đồng").fill("45 000 000")
        director.press("Ghi hợp đồng")
        expect(page.get_by_role("region", name="Diễn biến")).to_contain_text("45.000.000")
        director.follow(page.get_by_role("link", name="Đã giao", exact=True))
        page.get_by_label("Đã giao bao nhiêu?").fill("2 tấn")
        director.press("Ghi đã giao")
        expect(page.get_by_role("region", name="Diễn biến")).to_contain_text("giao 2 tấn")

    def officer_reads_the_report(self) -> None:
        page = self.officer.page
        page.goto("/can-bo/bao-cao")
        figures = self.officer.figures()
        assert {label: figures[label] for label in ONCE} == dict.fromkeys(ONCE, "1")
        expect(page.locator(".figure").filter(has_text=CONTRACTS)).to_contain_text("45 triệu đồng")

    def officer_opens(self, label: str) -> None:
        page = self.officer.page
        self.officer.follow(page.locator(".figure").filter(has_text=label).get_by_role("link"))
        expect(page.get_by_role("heading", level=1)).to_contain_text(label)
        expect(page.locator("tbody").get_by_role("row")).to_have_count(1)
        expect(page.locator("tbody")).to_contain_text("HTX Hồng Luân")
        self.officer.follow(page.get_by_role("link", name="Về báo cáo"))

    def officer_asks_as_of_yesterday(self) -> None:
        page = self.officer.page
        page.get_by_label("Số liệu biết đến").fill(f"{today() - timedelta(days=1):%d/%m/%Y}")
        self.officer.press("Xem")
        expect(page.locator(".report-span b")).to_have_text(re.compile(rf"^{(today() - timedelta(days=1)).day}/"))
        assert set(self.officer.figures().values()) <= {"0", "-"}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_from_a_list_to_a_figure_that_opens(new_site: Site, pick_up: Callable[..., Phone], script: bool) -> None:
    thread = Thread(new_site, lambda: pick_up(new_site, script=script))
    thread.officer_imports_the_list()
    thread.officer_signs_in_for_the_first_time()
    thread.officer_enters_contact_and_member()
    thread.member_signs_up_and_accepts()
    for words in ("bun kho", "bún khô"):
        thread.trader_finds(words)
    thread.trader_asks()
    thread.supplier_quotes_by_the_link()
    thread.trader_reads_the_quote()
    thread.supplier_signs_in_and_records()
    thread.officer_reads_the_report()
    for label in ONCE:
        thread.officer_opens(label)
    thread.officer_asks_as_of_yesterday()
