"""The place picker in Chromium, on a phone and on a desk, with script and without: typed, chosen, kept, found again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, StorageState, expect

from tests.browser.phones import HEIGHT, WIDTH, Phone
from tests.browser.served import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("place picker")]

DESK = (1280, 900)
# A maker for each test.
NAMES = "Bỏ Ngỏ, Sao Mai, Tiến Phát, Hoa Ban, Đại Đồng, Kim Sơn, Yên Bình, Thắng Lợi, Quê Hương, Vững Bền"
LEFT_OPEN = iter(NAMES.split(", "))


class Desk:
    """An officer before a supplier whose commune a list left open."""

    def __init__(self, phone: Phone, size: tuple[int, int], supplier: str, *, script: bool) -> None:
        self.phone, self.size, self.supplier, self.script = phone, size, supplier, script
        self.page: Page = phone.page
        self.page.set_viewport_size({"width": size[0], "height": size[1]})

    def opens(self) -> None:
        self.page.goto("/can-bo/chu-the")
        self.phone.follow(self.left_open)
        self.phone.follow(self.page.get_by_role("link", name=self.supplier))
        self.fits()

    @property
    def left_open(self) -> Locator:
        """The filter of suppliers whose commune isn't known."""
        return self.page.get_by_role("link", name="Chưa rõ xã")

    @property
    def words(self) -> Locator:
        return self.page.get_by_role("textbox", name="Xã", exact=True)

    def choice(self, *words: str) -> Locator:
        """The radio whose line says all these words."""
        line = self.page.locator(".place-choice").locator("visible=true")
        for word in words:
            line = line.filter(has_text=word)
        return line.get_by_role("radio")

    def looks_for(self, text: str) -> None:
        """Type it; without script the button looks."""
        self.words.fill(text)
        if not self.script:
            self.phone.press("Tìm xã")
        expect(self.words).to_have_value(text)
        self.fits()

    def saves(self) -> None:
        self.phone.press("Lưu nơi sản xuất")
        self.fits()

    def fits(self) -> None:
        misfits = self.phone.misfits()
        self.page.set_viewport_size({"width": self.size[0], "height": self.size[1]})
        assert misfits == []


@pytest.fixture(scope="module")
def left_open(shared_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site after a list of makers of a commune of which there were several."""
    rows = [f"Bánh gai;HTX {name};Tân Lập;Thái Nguyên" for name in NAMES.split(", ")]
    lines = ["Tên sản phẩm;Chủ thể;Xã;Tỉnh", *rows, "Chè xanh;HTX Xa Lạ;Xóm Núi;Thái Nguyên"]
    file = tmp_path_factory.mktemp("list") / "list.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    shared_site.command("import", "products", str(file))
    return shared_site


@pytest.fixture
def desk(
    left_open: Site,
    officer_cookies: StorageState,
    pick_up: Callable[..., Phone],
    request: pytest.FixtureRequest,
) -> Desk:
    size, script = request.param
    phone = pick_up(left_open, script=script, cookies=officer_cookies)
    desk = Desk(phone, size, f"HTX {next(LEFT_OPEN)}", script=script)
    desk.opens()
    return desk


PHONE = (WIDTH, HEIGHT)
EVERYWHERE = pytest.mark.parametrize(
    "desk",
    [(PHONE, True), (PHONE, False), (DESK, True), (DESK, False)],
    ids=["360 script", "360 no script", "1280 script", "1280 no script"],
    indirect=True,
)
BOTH = pytest.mark.parametrize("desk", [(PHONE, True), (PHONE, False)], ids=["script", "no script"], indirect=True)


@EVERYWHERE
def test_what_a_list_left_open_is_settled(desk: Desk) -> None:
    expect(desk.words).to_have_value("Tân Lập, Thái Nguyên")
    expect(desk.choice("Xã Quảng Bạch", "xã Tân Lập, Chợ Đồn, Bắc Kạn")).to_be_visible()
    desk.looks_for("bang lung cho don")
    town = desk.choice("Xã Chợ Đồn", "thị trấn Bằng Lũng, Chợ Đồn, Bắc Kạn")
    town.check()
    desk.saves()
    expect(desk.page.get_by_role("status")).to_contain_text(f"Đã lưu nơi của {desk.supplier}.")
    expect(desk.page.get_by_text("thị trấn Bằng Lũng, huyện Chợ Đồn, tỉnh Bắc Kạn")).to_be_visible()
    expect(desk.choice("Xã Chợ Đồn", "thị trấn Bằng Lũng")).to_be_checked()
    desk.page.goto("/can-bo/chu-the")
    desk.phone.follow(desk.left_open)
    expect(desk.page.get_by_role("link", name="HTX Xa Lạ")).to_be_visible()
    expect(desk.page.get_by_role("link", name=desk.supplier)).to_have_count(0)


@BOTH
def test_words_that_nobody_knows_are_kept_as_typed(desk: Desk) -> None:
    desk.looks_for("Bản Xa Tít Tắp")
    expect(desk.page.get_by_text("Chưa thấy nơi nào khớp")).to_be_visible()
    desk.choice("Giữ nguyên như đã gõ", "Bản Xa Tít Tắp").check()
    desk.saves()
    expect(desk.page.get_by_role("definition").filter(has_text="Bản Xa Tít Tắp")).to_be_visible()
    expect(desk.words).to_have_value("Bản Xa Tít Tắp")


@BOTH
def test_saving_without_a_choice_asks_for_one(desk: Desk) -> None:
    desk.looks_for("quang bach")
    desk.saves()
    expect(desk.page.get_by_role("group", name="Còn 1 chỗ cần sửa")).to_contain_text("chọn một nơi trong danh sách")
    expect(desk.words).to_have_value("quang bach")
    desk.choice("Xã Quảng Bạch", "trước: xã Tân Lập và 1 xã").check()
    desk.saves()
    expect(desk.page.get_by_role("definition").filter(has_text="xã Quảng Bạch, tỉnh Thái Nguyên")).to_be_visible()


@BOTH
def test_by_keyboard_alone(desk: Desk) -> None:
    page = desk.page
    desk.words.focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("tan lap cho don")
    if desk.script:
        expect(page.locator(".place-picker-count")).to_have_text("6 nơi khớp, chọn một")
        page.keyboard.press("Enter")
    else:
        with page.expect_navigation():
            page.keyboard.press("Enter")
        desk.words.focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
    first = desk.choice("Xã Quảng Bạch", "xã Tân Lập, Chợ Đồn, Bắc Kạn")
    expect(first).to_be_focused()
    page.keyboard.press("Space")
    expect(first).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(desk.choice("Xã Chợ Đồn")).to_be_checked()
    page.keyboard.press("ArrowUp")
    with page.expect_navigation():
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    expect(page.get_by_text("xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn")).to_be_visible()
