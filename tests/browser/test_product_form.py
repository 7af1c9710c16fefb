"""A woman with a phone adds a product with three photos in few taps: by real file choosing, with script and without."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.phones import Phone
from tests.browser.served import Site
from tests.media.pictures import card, encoded

pytestmark = pytest.mark.browser

LOGIN, PASSWORD = "htx-hong-luan@example.org", "phien-cho-1"
MOST_TAPS = 8  # from the list of goods to the product that waits, with a script


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Three pictures as a camera leaves them: 12 megapixels would only make the test slow."""
    paths = [tmp_path / f"anh-{number}.jpg" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_bytes(encoded(card(1600 + number, 1200)))
    return paths


class Counted:
    """A phone whose taps are counted; typing into a field counts the tap that goes there."""

    def __init__(self, phone: Phone) -> None:
        self.phone, self.page, self.taps = phone, phone.page, 0

    def tap(self, words: str) -> None:
        self.taps += 1
        self.phone.press(words)

    def write(self, field: str, text: str) -> None:
        self.taps += 1
        self.page.locator(f"#{field}").fill(text)

    def choose(self, *files: Path) -> None:
        self.taps += 1
        self.page.locator("#photo").set_input_files(list(files))


def test_three_photos_name_and_price_are_few_taps(
    demonstration: Site, pick_up: Callable[..., Phone], photos: list[Path]
) -> None:
    phone = pick_up(demonstration)
    phone.sign_in(LOGIN, PASSWORD)
    phone.page.goto("/ban-hang/san-pham")
    hand = Counted(phone)
    hand.tap("Thêm sản phẩm")
    hand.choose(*photos)
    expect(phone.page.locator(".shot-row")).to_have_count(3)
    hand.write("name", "Bún ngô ngon nhất vùng")
    hand.write("pack_1", "gói 500g")
    hand.write("price_1", "38k")
    expect(phone.page.locator("#pack_1-read")).to_contain_text("gói 500")
    expect(phone.page.locator("#price_1-read")).to_contain_text("38.000")
    expect(phone.page.locator("[data-saved]")).to_contain_text("Đã lưu lúc")
    expect(phone.page.locator("[data-warned=name]")).to_contain_text("cần có giấy tờ")
    hand.taps += 1
    phone.page.locator("#nhom-de-xuat").check()  # what the name proposes, confirmed with a tap
    hand.tap("Gửi để đăng")
    expect(phone.page.locator(".toast")).to_contain_text("Đã gửi.")
    expect(phone.page.locator(".goods-row", has_text="Bún ngô ngon nhất vùng")).to_contain_text("Chờ cán bộ xem")
    assert hand.taps <= MOST_TAPS, hand.taps


def test_the_same_without_a_script(demonstration: Site, pick_up: Callable[..., Phone], photos: list[Path]) -> None:
    phone = pick_up(demonstration, script=False)
    phone.sign_in(LOGIN, PASSWORD)
    phone.page.goto("/ban-hang/san-pham")
    hand = Counted(phone)
    hand.tap("Thêm sản phẩm")
    hand.write("name", "Bún nghệ")
    hand.choose(photos[0])
    hand.tap("Gửi ảnh này lên")
    expect(phone.page.locator("#name")).to_have_value("Bún nghệ")  # a picture on the way loses nothing typed
    hand.choose(photos[1])
    hand.tap("Gửi ảnh này lên")
    hand.write("pack_1", "gói 500g")
    hand.choose(photos[2])
    hand.tap("Gửi để đăng")  # the price is missing; the third picture is kept all the same
    phone.complaints.clear()
    expect(phone.page.locator("#price_1-error")).to_contain_text("Hãy ghi giá")
    expect(phone.page.locator(".shot-row")).to_have_count(3)
    hand.write("price_1", "liên hệ")
    hand.tap("Gửi để đăng")
    expect(phone.page.locator(".goods-row", has_text="Bún nghệ")).to_contain_text("Chờ cán bộ xem")


def test_what_was_typed_is_there_again_and_offline_is_said(demonstration: Site, pick_up: Callable[..., Phone]) -> None:
    phone = pick_up(demonstration)
    phone.sign_in(LOGIN, PASSWORD)
    phone.page.goto("/ban-hang/san-pham")
    phone.press("Thêm sản phẩm")
    phone.context.set_offline(True)
    phone.page.locator("#name").fill("Măng nứa")
    expect(phone.page.locator("[data-saved]")).to_contain_text("mất mạng")
    phone.complaints.clear()
    phone.context.set_offline(False)
    expect(phone.page.locator("[data-saved]")).to_contain_text("Đã lưu lúc")
    phone.page.goto("/ban-hang/san-pham")
    phone.follow(phone.page.get_by_role("link", name="Viết tiếp Măng nứa"))
    expect(phone.page.locator("#name")).to_have_value("Măng nứa")
