"""Every page fits a phone, 360 and 320 px wide, and no browser complains about it.

Pages are found as people find them, by following links; that none is missed is held against the table of routes.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from urllib.parse import urldefrag, urlsplit

import pytest
from flask import Flask
from playwright.sync_api import expect
from werkzeug.exceptions import HTTPException

from tests.browser.phones import Phone
from tests.browser.served import Site

pytestmark = pytest.mark.browser

EACH = 2  # how many pages of one kind are looked at: products, suppliers, leads …
NO_PAGES = (
    "/static/",
    "/api/",
    "/goi/",
    "/zalo/",
    "/vao-viec",
    "/healthz",
    "/robots",
    "/sitemap",
    ".csv",
    ".xlsx",
    "xuat.",
    "/tien-do",
)
FORM = "/san-pham/bun-kho-hong-luan/hoi-hang"
SUPPLIER, OFFICER, TRADER = "/ban-hang/", "/can-bo/", "/mua-hang/"
# Too rare for links to lead there: nothing found, many filters, those of former places, the filters open, no such page.
RARE = [
    "/san-pham?q=khong-co-gi-nhu-the",
    "/san-pham?q=bun&sao=3&sao=4&nhom=I.3.b&thang=1&thang=12",
    "/san-pham?huyen=pre2025:064&tinh=pre2025:06&xa=pre2025:02032#loc",
    "/san-pham#loc",
    "/khong-co-trang-nay",
]


class Walk:
    """One person goes to all pages that links lead to, at most EACH of a kind, and notes what does not fit."""

    def __init__(self, app: Flask, phone: Phone, bench: str = "") -> None:
        self.routes, self.phone, self.bench = app.url_map.bind(""), phone, bench
        self.seen = Counter[str]()
        self.misfits: list[str] = []

    def through(self, starts: list[str]) -> None:
        """Look at the starts, then at what they lead to, and so on."""
        waiting, known = list(starts), set(starts)
        while waiting:
            address = waiting.pop(0)
            kind = self._kind(address)
            if address not in starts and (not kind or self.seen[kind] >= EACH):
                continue
            self.seen[kind] += 1
            self.phone.page.goto(address)
            self.misfits += self.phone.misfits()
            new = [link for link in self._links() if link not in known]
            known.update(new)
            waiting += new

    def missed(self) -> set[str]:
        """Pages of this person that the table of routes has, and no link led to."""
        rules = {rule.rule for rule in self.routes.map.iter_rules() if "GET" in (rule.methods or ())}
        return {rule for rule in rules if self._is_own(rule)} - {kind.split(" ")[0] for kind in self.seen}

    def _is_own(self, rule: str) -> bool:
        bench = next((prefix for prefix in (SUPPLIER, OFFICER, TRADER) if rule.startswith(prefix)), "")
        return bench == self.bench and not any(part in rule for part in NO_PAGES)

    def _kind(self, address: str) -> str:
        """The route of an address, with the step where pages differ by it; empty for what isn't this person's."""
        try:
            rule, values = self.routes.match(urlsplit(address).path, return_rule=True)
        except HTTPException:
            return ""
        return f"{rule.rule} {values.get('stage', '')}" if self._is_own(rule.rule) else ""

    def _links(self) -> Iterable[str]:
        own = self.phone.page.evaluate("location.origin")
        links = self.phone.page.eval_on_selector_all("a[href]", "all => all.map((a) => a.href)")
        return [urldefrag(link)[0].removeprefix(own) for link in links if link.startswith(own)]


def test_public_pages(migrated: Flask, demonstration: Site, pick_up: Callable[..., Phone]) -> None:
    phone = pick_up(demonstration)
    phone.page.goto(FORM)
    phone.fill({"Cần bao nhiêu?": "73 kg", "Điện thoại của bạn": "0900 000 046"})
    phone.page.get_by_label("Tôi đồng ý").check()
    phone.press("Gửi câu hỏi")
    invitation = demonstration.command("create-officer", "moi@example.org", "--area", "2025:02038").split()[-1]
    answer = demonstration.link_mailed_to("htx-hong-luan@example.org", "/tra-loi/")

    walk = Walk(migrated, phone)
    walk.through(["/", *RARE, phone.page.url, answer, invitation])
    assert not walk.misfits
    assert not walk.missed()


@pytest.mark.parametrize(
    ("bench", "login", "password"),
    [
        (SUPPLIER, "htx-hong-luan@example.org", "phien-cho-1"),
        (OFFICER, "canbo-cho-don@example.org", "phien-cho-5"),
        (TRADER, "nam-song-cau@example.org", "phien-cho-3"),
    ],
    ids=["supplier", "officer", "trader"],
)
def test_workbench(
    migrated: Flask, demonstration: Site, pick_up: Callable[..., Phone], bench: str, login: str, password: str
) -> None:
    phone = pick_up(demonstration)
    phone.sign_in(login, password)
    assert bench in phone.page.url
    if bench != TRADER:
        _hand_in_a_list(phone, f"{bench}nhap-danh-sach")
    walk = Walk(migrated, phone, bench)
    walk.through([bench])
    assert not walk.misfits
    assert not walk.missed()


def _hand_in_a_list(phone: Phone, at: str) -> None:
    """Else no link would lead to the page of one."""
    phone.page.goto(at)
    content = "Tên sản phẩm;Chủ thể;Giá từ\nBún khô;HTX Hồng Luân;38.000\nMiến dong;HTX Hồng Luân;rẻ lắm\n"
    file = {"name": "hàng.csv", "mimeType": "text/csv", "buffer": content.encode()}
    phone.page.get_by_label("Tệp danh sách").set_input_files(file)  # type: ignore[arg-type]  # a FilePayload
    phone.press("Gửi để xem trước")
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Xem trước")
