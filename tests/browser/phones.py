"""Phones: Chromium 360 px wide that writes down every complaint, of a page or of the browser about it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import pyotp
from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Response

WIDTH, NARROWEST, HEIGHT = 360, 320, 740
WAIT_MILLISECONDS = 15_000
SECOND_STEP_TRIES, STEP_MILLISECONDS = 4, 15_000

# Also with every fold and menu open: what hides there must fit too. A heading at the very edge has lost its gutter.
_MISFITS = """() => {
  const width = document.documentElement.clientWidth, said = [];
  const look = (state) => {
    if (document.documentElement.scrollWidth <= width) return;
    const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > width + 1);
    said.push(`${state}: ${document.documentElement.scrollWidth} px, by ${wide.map((e) => e.className).slice(0, 5)}`);
  };
  if (document.querySelector("h1").getBoundingClientRect().left < 8) said.push("the h1 touches the edge");
  look("as it comes");
  const folds = [...document.querySelectorAll("details:not([open])")];
  for (const fold of folds) { fold.open = true; look(fold.className + " open"); fold.open = false; }
  return said;
}"""


@dataclass
class Phone:
    """One person's phone: one tab, its own cookies."""

    context: BrowserContext
    page: Page
    complaints: list[str] = field(default_factory=list)
    secret: str = ""

    def fill(self, values: Mapping[str, str]) -> None:
        """Fill in the fields by the beginnings of their labels."""
        for label, value in values.items():
            self.page.get_by_label(label).fill(value)

    def press(self, button: str) -> None:
        """Press the button with these words, and wait until the page that answers is all there."""
        self.follow(self.page.get_by_role("button", name=button))

    def follow(self, link: Locator) -> None:
        """Tap it, and wait until the page behind it is all there, with its styles: they hide links that phones lack."""
        with self.page.expect_navigation():
            link.click()

    def sign_in(self, login: str, password: str) -> None:
        """Go to the sign-in page and through it."""
        self.page.goto("/dang-nhap")
        self.fill({"Thư điện tử hoặc điện thoại": login, "Mật khẩu": password})
        self.press("Đăng nhập")
        for _ in range(SECOND_STEP_TRIES):
            if not self.page.url.endswith("/dang-nhap/ma"):
                return
            self.fill({"Mã xác nhận": self._code()})
            self.press("Vào")
            if self.page.url.endswith("/dang-nhap/ma"):  # no code is taken twice: the next one comes in 30 s
                self.page.wait_for_timeout(STEP_MILLISECONDS)
                self.page.goto("/dang-nhap/ma")
        raise AssertionError("no code was taken")

    def _code(self) -> str:
        """What the authenticator of this phone shows next; the demonstration says the code of its officers itself."""
        if self.secret:
            return pyotp.TOTP(self.secret).at(int(time.time()) + 30)
        return self.page.locator("[data-shown-code]").inner_text()

    def accept(self, invitation: str, password: str) -> None:
        """Set the password behind a link; an officer is led to the second factor then, and sets it up."""
        self.page.goto(invitation)
        self.fill({"Mật khẩu mới": password})
        self.press("Đặt mật khẩu")
        if self.page.url.endswith("/tai-khoan/hai-lop"):
            self.press("Bắt đầu")
            self.secret = self.page.locator(".secret").inner_text().replace(" ", "")
            self.fill({"Mã xác nhận": pyotp.TOTP(self.secret).now()})
            self.press("Bật hai lớp")
            self.follow(self.page.get_by_role("link", name="Tôi đã cất mã"))

    def figures(self) -> dict[str, str]:
        """Label → number of the report that is open."""
        read = """all => Object.fromEntries(all.map((figure) =>
            [".figure-label", ".figure-number"].map((part) => figure.querySelector(part).innerText.trim())))"""
        shown: dict[str, str] = self.page.locator(".figure").evaluate_all(read)
        return shown

    def misfits(self) -> list[str]:
        """What does not fit the page's screen, at 360 and at 320 px; empty when all does."""
        found = []
        for width in (NARROWEST, WIDTH):
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            found += [f"{self.page.url} at {width} px: {words}" for words in self.page.evaluate(_MISFITS)]
        return found


def watched(context: BrowserContext) -> Phone:
    """A phone on a new browser context. Complaints: script errors, what the CSP forbids, lost files, failed pages."""
    context.set_default_timeout(WAIT_MILLISECONDS)
    phone = Phone(context, context.new_page())

    def complain(words: object) -> None:
        phone.complaints.append(f"{phone.page.url}: {words}")

    def heard(message: ConsoleMessage) -> None:
        # Answers from 400 on are judged by `answered`: a page that says what is to be put right is one of them.
        if message.type in ("error", "warning") and "the server responded with a status of" not in message.text:
            complain(message.text)

    def answered(response: Response) -> None:
        if response.status >= 500 or (response.status >= 400 and not response.request.is_navigation_request()):
            complain(f"{response.status} for {response.url}")

    phone.page.on("console", heard)
    phone.page.on("pageerror", complain)
    phone.page.on("response", answered)
    return phone
