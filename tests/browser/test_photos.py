"""Pictures in Chromium: their colour under the real policy, the gallery, the field with script and without."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.phones import Phone
from tests.browser.served import Site, wait_for
from tests.media.pictures import card, encoded

pytestmark = pytest.mark.browser
PickUp = Callable[..., Phone]
NOODLES = "/san-pham/bun-kho-hong-luan"
RENDERED_SECONDS = 60.0
LOGIN, PASSWORD = "htx-hong-luan@example.org", "phien-cho-1"


def rendered(phone: Phone) -> str | None:
    """Which file the first picture of the page shows; None while its widths haven't been rendered."""
    phone.page.reload(wait_until="networkidle")
    shown: str = phone.page.locator(".gallery-item img").first.evaluate("one => one.currentSrc")
    return None if shown.endswith(".jpg") else shown


def seller(pick_up: PickUp, site: Site, *, script: bool) -> Phone:
    phone = pick_up(site, script=script)
    phone.sign_in(LOGIN, PASSWORD)
    phone.page.goto("/ban-hang/anh")
    return phone


def test_its_colour_stands_in_the_frame_while_it_loads(demonstration: Site, pick_up: PickUp) -> None:
    """What the eye sees, not what the source says: the policy of the site might forbid it."""
    phone = pick_up(demonstration)
    phone.page.route("**/anh/**", lambda route: None)  # never answered
    phone.page.goto(NOODLES, wait_until="domcontentloaded")
    frame = phone.page.locator(".gallery-frame").first
    wanted = frame.locator(".photo-ground rect").get_attribute("fill") or ""
    seen = Image.open(BytesIO(frame.screenshot())).convert("RGB")
    pixel = seen.getpixel((seen.width // 2, seen.height // 4))
    assert isinstance(pixel, tuple) and "#{:02x}{:02x}{:02x}".format(*pixel[:3]) == wanted
    phone.page.unroute_all(behavior="ignoreErrors")


def test_the_gallery_snaps_and_says_which_it_is(demonstration: Site, pick_up: PickUp) -> None:
    phone = pick_up(demonstration)
    phone.page.goto(NOODLES)
    figures = phone.page.locator(".gallery-item")
    expect(figures).to_have_count(3)
    expect(figures.nth(1)).to_contain_text("2 / 3")
    phone.page.locator(".gallery-strip").evaluate("strip => strip.scrollTo({ left: strip.clientWidth * 0.8 })")
    expect(figures.nth(1)).to_be_in_viewport(ratio=0.99)
    widths = figures.locator("img").evaluate_all("all => all.map((one) => one.getBoundingClientRect().width)")
    assert all(abs(width - 360) < 1 for width in widths), widths
    assert wait_for(lambda: rendered(phone), "a rendered width", RENDERED_SECONDS).endswith("/640.avif")
    assert phone.misfits() == []


def test_sent_with_script(demonstration: Site, pick_up: PickUp, tmp_path: Path) -> None:
    phone = seller(pick_up, demonstration, script=True)
    (tmp_path / "no.jpg").write_bytes(b"<svg onload='alert(1)'/>")
    (tmp_path / "yes.jpg").write_bytes(encoded(card(2000, 1500)))
    field = phone.page.locator("input[type=file]")
    field.set_input_files(tmp_path / "no.jpg")
    expect(phone.page.locator(".photo-tile--failed")).to_contain_text("SVG")
    phone.page.get_by_role("button", name="Bỏ", exact=True).click()
    before = phone.page.locator(".photo-tile[data-photo]").get_attribute("data-photo") or ""
    phone.page.locator("input[type=file]").set_input_files(tmp_path / "yes.jpg")
    expect(phone.page.get_by_role("status")).to_have_text("Đã nhận ảnh.")
    after = phone.page.locator(".photo-tile[data-photo]")
    expect(after).to_have_count(1)
    assert after.get_attribute("data-photo") != before
    assert phone.misfits() == []
    phone.complaints[:] = [words for words in phone.complaints if "422" not in words]  # the refusal that was meant


def test_too_large_is_said_before_it_is_sent(demonstration: Site, pick_up: PickUp, tmp_path: Path) -> None:
    phone = seller(pick_up, demonstration, script=True)
    with (tmp_path / "large.jpg").open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)
    sent: list[str] = []
    phone.page.on("request", lambda request: sent.append(request.method))
    phone.page.locator("input[type=file]").set_input_files(tmp_path / "large.jpg")
    expect(phone.page.locator(".photo-tile--failed")).to_contain_text("20 MB")
    assert "POST" not in sent


def test_sent_without_script(demonstration: Site, pick_up: PickUp, tmp_path: Path) -> None:
    phone = seller(pick_up, demonstration, script=False)
    (tmp_path / "yes.jpg").write_bytes(encoded(card(1500, 1500)))
    phone.page.locator("input[type=file]").set_input_files(tmp_path / "yes.jpg")
    phone.press("Gửi ảnh")
    expect(phone.page.get_by_text("Đã nhận ảnh.")).to_be_visible()
    phone.press("Gửi ảnh")
    expect(phone.page.get_by_text("Hãy chọn một tấm ảnh.")).to_be_visible()
    assert phone.misfits() == []
