"""What people leave behind so that there is something to find: questions, lists, drafts, invitations, applications."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import expect

from tests.browser.phones import Phone, watched
from tests.browser.served import Site

FORM = "/san-pham/bun-kho-hong-luan/hoi-hang"
SELLER, OTHER_SELLER = ("htx-hong-luan@example.org", "phien-cho-1"), ("htx-hoa-thinh@example.org", "phien-cho-2")
UNCLAIMED = "/chu-the/htx-toan-thang"
PASSWORD = "mot-mat-khau-dai"


@contextmanager
def another(phone: Phone, site: Site) -> Iterator[Phone]:
    """The phone of somebody else."""
    browser = phone.context.browser
    assert browser
    context = browser.new_context(base_url=site.url)
    yield watched(context)
    context.close()


def private_links(site: Site, phone: Phone) -> list[str]:
    """Pages behind links: a buyer's, a supplier's, an officer's and a member's invitation, a mail to confirm."""
    phone.page.goto(FORM)
    phone.fill({"Cần bao nhiêu?": "73 kg", "Điện thoại của bạn": "0900 000 046"})
    phone.page.get_by_label("Tôi đồng ý").check()
    phone.press("Gửi câu hỏi")
    track = phone.page.url
    officer = site.command("create-officer", "moi@example.org", "--area", "2025:02038").split()[-1]
    answer = site.link_mailed_to("htx-hong-luan@example.org", "/tra-loi/")
    with another(phone, site) as seller:
        seller.sign_in(*SELLER)
        seller.page.goto("/ban-hang/thanh-vien")
        seller.fill({"Thư điện tử hoặc điện thoại": "khach-moi@example.org"})
        seller.press("Gửi lời mời")
    invitation = site.link_mailed_to("khach-moi@example.org", "/loi-moi/")
    phone.page.goto("/dang-ky")
    phone.fill({"Họ và tên": "Nông Thị Mới", "Thư điện tử hoặc": "nguoi-moi@example.org"})
    phone.page.locator("[name=password]").fill(PASSWORD)
    phone.page.get_by_label("Tôi đã đọc").check()
    phone.press("Đăng ký")
    confirming = site.link_mailed_to("nguoi-moi@example.org", "/xac-nhan/")
    mornings = site.link_mailed_to("canbo-cho-don@example.org", "/thu-sang/")
    return [track, answer, officer, invitation, confirming, mornings]


def half_way_in(phone: Phone) -> str:
    """The page that asks an officer for the second step: nobody is signed in there yet."""
    phone.page.goto("/dang-nhap")
    phone.fill({"Thư điện tử hoặc điện thoại": "canbo-cho-don@example.org"})
    phone.page.locator("[name=password]").fill("phien-cho-5")
    phone.press("Đăng nhập")
    return "/dang-nhap/ma"


def hand_in_a_list(phone: Phone, at: str) -> None:
    """Else no link would lead to the page of one."""
    phone.page.goto(at)
    content = "Tên sản phẩm;Chủ thể;Giá từ\nBún khô;HTX Hồng Luân;38.000\nMiến dong;HTX Hồng Luân;rẻ lắm\n"
    file = {"name": "hàng.csv", "mimeType": "text/csv", "buffer": content.encode()}
    phone.page.get_by_label("Tệp danh sách").set_input_files(file)  # type: ignore[arg-type]  # a FilePayload
    phone.press("Gửi để xem trước")
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Xem trước")


def draft(phone: Phone) -> None:
    """A product that is being written."""
    phone.page.goto("/ban-hang/san-pham")
    phone.press("Thêm sản phẩm")


def apply(phone: Phone, site: Site) -> None:
    """Somebody wants to sell, and claims another place, where the officer of Chợ Đồn looks after both."""
    with another(phone, site) as applicant:
        applicant.sign_in(*OTHER_SELLER)
        applicant.page.goto("/ban-hang/dang-ky")
        applicant.page.locator("[name=name]").fill("Tổ hợp tác Bản Mới")
        applicant.page.locator("[name=trade]").first.check()
        applicant.page.locator("[name=kind]").select_option(index=2)
        applicant.page.locator("[name=phone]").fill("0900 000 049")
        applicant.page.locator("[name=place-words]").fill("Quảng Bạch")
        applicant.page.locator("[name=place]").first.check()
        applicant.press("Gửi hồ sơ")
        assert "/ban-hang/ho-so" in applicant.page.url, applicant.page.locator("main").inner_text()
        claim(applicant)


def claim(phone: Phone) -> str:
    """Whoever has signed in claims a place that nobody speaks for; where that claim stands."""
    phone.page.goto(f"{UNCLAIMED}/nhan")
    phone.fill({"Bạn làm gì ở đây": "Kế toán", "Cán bộ gọi bạn ở đâu": "0900 000 050", "Điều gì cho thấy": "Có sổ."})
    phone.press("Gửi yêu cầu")
    assert "/ban-hang/yeu-cau-nhan/" in phone.page.url, phone.page.locator("main").inner_text()
    return phone.page.url
