"""Without a pointer: the skip link, the search and the filters by Tab, Space and Enter alone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.phones import Phone
from tests.browser.served import Site

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
MOST_TABS = 45


def tab_to(phone: Phone, wanted: Locator) -> Locator:
    """Press Tab until ``wanted`` has the focus and can be seen."""
    for _ in range(MOST_TABS):
        phone.page.keyboard.press("Tab")
        if wanted.evaluate("e => e === document.activeElement"):
            expect(wanted).to_be_in_viewport()
            return wanted
    raise AssertionError(f"{wanted} is not reached by {MOST_TABS} Tabs")


def test_the_skip_link_comes_first_and_leads_past_the_header(
    demonstration: Site, pick_up: Callable[..., Phone]
) -> None:
    phone = pick_up(demonstration)
    phone.page.goto("/")
    skip = phone.page.get_by_role("link", name="Tới nội dung")
    expect(skip).not_to_be_in_viewport()
    phone.page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    phone.page.keyboard.press("Enter")
    phone.page.keyboard.press("Tab")
    assert phone.page.evaluate("document.activeElement.closest('main') !== null")


@BOTH
def test_a_product_is_found_and_opened(demonstration: Site, pick_up: Callable[..., Phone], script: bool) -> None:
    phone = pick_up(demonstration, script=script)
    phone.page.goto("/")
    tab_to(phone, phone.page.get_by_role("searchbox"))
    phone.page.keyboard.type("bun kho")
    phone.page.keyboard.press("Enter")
    expect(phone.page).to_have_url(re.compile(r"/san-pham\?q=bun\+kho"))
    tab_to(phone, phone.page.get_by_role("link", name="Bún khô Hồng Luân")).press("Enter")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Bún khô Hồng Luân")


@BOTH
def test_filters_open_choose_show_and_go(demonstration: Site, pick_up: Callable[..., Phone], script: bool) -> None:
    phone = pick_up(demonstration, script=script)
    page, filters = phone.page, phone.page.get_by_role("form", name="Lọc sản phẩm")
    page.goto("/san-pham")
    every = int(page.locator("#danh-sach").get_attribute("data-total") or 0)
    expect(filters).to_be_hidden()
    tab_to(phone, page.get_by_role("link", name="Lọc", exact=True)).press("Enter")
    expect(filters).to_be_visible()

    box = tab_to(phone, filters.get_by_role("checkbox").first)
    label = box.locator("xpath=..").inner_text().split("\n")
    box.press("Space")
    count = label[-1].strip()
    show = filters.get_by_role("button")
    if script:
        expect(show).to_have_text(f"Xem {count} sản phẩm")
    tab_to(phone, show).press("Enter")
    expect(page.get_by_role("status")).to_contain_text(f"{count} sản phẩm")
    assert 0 < int(count) < every

    chips = page.get_by_role("list", name="Đang lọc").get_by_role("link")
    tab_to(phone, chips.nth(1)).press("Enter")
    expect(page.locator("#danh-sach")).to_have_attribute("data-total", str(every))
