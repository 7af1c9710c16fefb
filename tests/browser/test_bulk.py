"""An officer settles many things at once on a phone: the button says how many, and without a script all is the same."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.phones import Phone
from tests.browser.served import Site

pytestmark = pytest.mark.browser

PAPERS, CLASSES = "/can-bo/chung-nhan", "/can-bo/phan-nhom"
PASSWORD = "mot-mat-khau-dai"
LIST = """\
Tên sản phẩm;Chủ thể;Xã;Huyện;Tỉnh;Sao;Quyết định;Ngày
Bún khô;HTX Hồng Luân;Tân Lập;Chợ Đồn;Bắc Kạn;3;QĐ 2616/QĐ-UBND;25/8/2025
Bún gấc;HTX Hồng Luân;Tân Lập;Chợ Đồn;Bắc Kạn;3;2616/QĐ-UBND;25/8/2025
Miến dong;HTX Hồng Luân;Tân Lập;Chợ Đồn;Bắc Kạn;4;2616/QĐ-UBND;25/8/2025
"""


def test_many_are_settled_at_once(new_site: Site, pick_up: Callable[..., Phone], tmp_path: Path) -> None:
    file = tmp_path / "danh-sach.csv"
    file.write_text(LIST, encoding="utf-8")
    new_site.command("import", str(file))
    invitation = new_site.command("create-officer", "can-bo@example.org", "--area", "2025:02038").split()[-1]
    phone, plain = pick_up(new_site), pick_up(new_site, script=False)
    phone.accept(invitation, PASSWORD)
    plain.secret = phone.secret
    plain.sign_in("can-bo@example.org", PASSWORD)

    page = phone.page
    page.goto(PAPERS)
    button = page.get_by_role("button", name="quyết định 2616/QĐ-UBND")
    expect(button).to_have_text("Xác minh 3 giấy của quyết định 2616/QĐ-UBND")
    page.get_by_label("Chọn tất cả").uncheck()
    expect(button).to_be_disabled()
    page.get_by_label("Chọn Bún khô").check()
    page.get_by_label("Chọn Miến dong").check()
    phone.press("Xác minh 2 giấy của quyết định 2616/QĐ-UBND")
    expect(page.get_by_role("status")).to_contain_text("Đã xác minh 2 giấy")
    page.goto(CLASSES)
    page.get_by_label("Xếp vào nhóm").select_option("I.3.a")
    expect(page.get_by_role("button", name="Xếp 3 sản phẩm vào Bánh, quà quê")).to_be_enabled()

    page = plain.page
    page.goto(PAPERS)
    expect(page.get_by_label("Chọn tất cả")).to_be_hidden()
    plain.press("Xác minh 1 giấy của quyết định 2616/QĐ-UBND")
    expect(page.get_by_role("status")).to_contain_text("Đã xác minh 1 giấy")
    page.get_by_label("Chọn Bún khô").check()
    plain.press("Rút lại giấy đã chọn")
    expect(page.get_by_role("status")).to_contain_text("Đã rút lại")
    page.goto(CLASSES)
    page.get_by_label("Chọn Bún gấc").uncheck()
    plain.press("Xếp 3 sản phẩm vào nhóm đã chọn")
    expect(page.get_by_role("status")).to_contain_text(re.compile("Đã xếp 2 sản phẩm vào Bún, miến, phở khô"))
