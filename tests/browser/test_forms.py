"""Forms on a phone: tapped twice they count once; refused they say where, and lose nothing that was typed."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.phones import Phone
from tests.browser.served import Site

pytestmark = pytest.mark.browser

FORM = "/san-pham/bun-kho-hong-luan/hoi-hang"
DIRECTOR = ("htx-hong-luan@example.org", "phien-cho-1")
BOTH = pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])


class SlowLine:
    """What is sent first arrives, but the answer to it is lost on the way, so that its sender taps again."""

    def __init__(self, page: Page) -> None:
        self.page, self.sent, self.arrived = page, list[str](), False
        page.route(f"**{FORM}", self._carry)

    def _carry(self, route: Route) -> None:
        self.sent.append(route.request.post_data or "")
        if len(self.sent) > 1:
            route.continue_()
        else:
            self.arrived = route.fetch(max_redirects=0).status == 303

    def wait_for_arrival(self) -> None:
        """Returns when the site has answered what was sent first."""
        for _ in range(100):
            if self.arrived:
                return
            self.page.wait_for_timeout(50)
        raise AssertionError("what was tapped first did not arrive")


@BOTH
def test_a_double_tap_makes_one_inquiry(demonstration: Site, pick_up: Callable[..., Phone], script: bool) -> None:
    quantity = "71 kg" if script else "72 kg"
    trader, director = pick_up(demonstration, script=script), pick_up(demonstration)
    page = trader.page
    page.goto(FORM)
    trader.fill({"Cần bao nhiêu?": quantity, "Điện thoại của bạn": "0900 000 045"})
    page.get_by_label("Tôi đồng ý").check()
    line, button = SlowLine(page), page.get_by_role("button", name="Gửi câu hỏi")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(*middle)  # not button.click(): that one waits for the answer
    line.wait_for_arrival()
    page.mouse.dblclick(*middle)
    expect(page.get_by_role("heading", name="Đã gửi câu hỏi")).to_be_visible()
    assert len(line.sent) >= 2 and len(set(line.sent)) == 1

    director.sign_in(*DIRECTOR)
    director.page.goto("/ban-hang/dau-moi")
    expect(director.page.get_by_role("listitem").filter(has_text=f"{quantity} bún khô")).to_have_count(1)


WRONG = {
    "Cần bao nhiêu?": "2",
    "Điện thoại của bạn": "0900 000 04",
    "Cần trước ngày": "32/13/2026",
    "Thư điện tử": "thu@",
}


@BOTH
def test_wrong_fields_are_named_and_nothing_is_lost(
    demonstration: Site, pick_up: Callable[..., Phone], script: bool
) -> None:
    trader = pick_up(demonstration, script=script)
    page = trader.page
    page.goto(FORM)
    page.get_by_text("Thêm ngày cần, nơi giao").click()
    trader.fill({**WRONG, "Nhắn một câu": "Cần sợi nhỏ, “đóng bao” <10 kg>"})
    trader.press("Gửi câu hỏi")

    summary = page.get_by_role("group", name="Còn 5 chỗ cần sửa")
    expect(summary).to_be_focused()
    assert not trader.misfits()
    for label in [*WRONG, "Tôi đồng ý"]:
        field = page.get_by_label(label)
        summary.locator(f"a[href='#{field.get_attribute('id')}']").click()
        expect(field).to_be_focused()
        expect(field).to_have_accessible_description(re.compile(r"\.$|@example.org$"))
    for label, typed in WRONG.items():
        expect(page.get_by_label(label)).to_have_value(typed)
    expect(page.get_by_label("Nhắn một câu")).to_have_value("Cần sợi nhỏ, “đóng bao” <10 kg>")
