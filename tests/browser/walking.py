"""Walks: one person goes wherever links lead, and what is wrong with the pages there is noted."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urldefrag, urlsplit

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException

from tests.browser.judging import Judge, Scheme
from tests.browser.leaving import apply, claim, draft, half_way_in, hand_in_a_list, private_links
from tests.browser.phones import Phone
from tests.browser.served import Site

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
    "/ban-chup",
    "/giay",
    "/anh/",
    "/goi-y/",
    ".json",
)
SUPPLIER, OFFICER, TRADER, ACCOUNT = "/ban-hang/", "/can-bo/", "/mua-hang/", "/tai-khoan"
ADMINISTRATOR = "/can-bo/nguoi-dung"
# Too rare for links to lead there: nothing found, many filters, those of former places, the filters open, no such page.
RARE = [
    "/san-pham?q=khong-co-gi-nhu-the",
    "/san-pham?q=bun&sao=3&sao=4&nhom=I.3.b&thang=1&thang=12",
    "/san-pham?huyen=pre2025:064&tinh=pre2025:06&xa=pre2025:02032#loc",
    "/san-pham#loc",
    "/khong-co-trang-nay",
]


# What only those see who are no suppliers yet, who sell what others make, and who look after the own account.
UNLINKED = ["/tai-khoan/hai-lop", "/ban-hang/dang-ky", "/ban-hang/ho-so", "/ban-hang/chao-ban/tra-hoa-vang-hoa-thinh"]
# Whose bench, and how to get there.
PERSONS = {
    "stranger": ("", "", ""),
    "supplier": (SUPPLIER, "htx-hong-luan@example.org", "phien-cho-1"),
    "officer": (OFFICER, "canbo-cho-don@example.org", "phien-cho-5"),
    "administrator": (ADMINISTRATOR, "quan-tri@example.org", "phien-cho-7"),
    "trader": (TRADER, "nam-song-cau@example.org", "phien-cho-3"),
}


# A walk as each of them, in a group of its own: the first test of a group walks, the others ask what it found.
AS_EACH = pytest.mark.parametrize(
    "person", [pytest.param(person, marks=pytest.mark.xdist_group(f"walk as {person}")) for person in PERSONS]
)


class Walk:
    """One person goes to all pages that links lead to, at most EACH of a kind, and notes what does not fit.

    The judge sees each of them too; the first of a kind also on a desk, and in English in the dark: what is dark
    differs by styles, not by words.
    """

    def __init__(self, app: Flask, phone: Phone, judge: Judge, bench: str = "") -> None:
        self.routes, self.phone, self.judge, self.bench = app.url_map.bind(""), phone, judge, bench
        self.seen = Counter[str]()
        self.misfits: list[str] = []
        self.faults: list[str] = []

    def through(self, starts: list[str]) -> None:
        """Look at the starts, then at what they lead to, and so on."""
        waiting, known = list(starts), set(starts)
        while waiting:
            address = waiting.pop(0)
            kind = self._kind(address)
            if address not in starts and (not kind or self.seen[kind] >= EACH):
                continue
            self.seen[kind] += 1
            self._look(address)
            new = [link for link in self._links() if link not in known]
            known.update(new)
            waiting += new
            if self.seen[kind] == 1:
                self.faults += self.judge.look_on_a_desk(self.phone.page)
                self._look(self._english(address), "dark")

    def _look(self, address: str, scheme: Scheme = "light") -> None:
        answer = self.phone.page.goto(address)
        self.misfits += self.phone.misfits()
        if answer:
            self.judge.keep(address, answer.text())
        self.faults += self.judge.look(self.phone.page, scheme)

    def _english(self, address: str) -> str:
        """The same page, by its own switch: what leads there is seen to lead there."""
        own: str = self.phone.page.evaluate("location.origin")
        other: str = self.phone.page.eval_on_selector(".language-switch", "link => link.href")
        return other.removeprefix(own)

    def missed(self) -> set[str]:
        """Pages of this person that the table of routes has, and no link led to."""
        rules = {rule.rule for rule in self.routes.map.iter_rules() if "GET" in (rule.methods or ())}
        return {rule for rule in rules if self._is_own(rule)} - {kind.split(" ")[0] for kind in self.seen}

    def _is_own(self, rule: str) -> bool:
        benches = (ADMINISTRATOR, SUPPLIER, OFFICER, TRADER)
        bench = next((prefix for prefix in benches if rule.startswith(prefix)), "")
        bench = SUPPLIER if rule.startswith(ACCOUNT) else bench  # everybody's who has signed in: one is enough
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


def walk_as(person: str, app: Flask, site: Site, phone: Phone, judge: Judge) -> Walk:
    """Leave what there is to find for this person, and walk."""
    bench, login, password = PERSONS[person]
    walk = Walk(app, phone, judge, bench)
    if not bench:
        walk.through(["/", *RARE, *private_links(site, phone), half_way_in(phone)])
        return walk
    phone.sign_in(login, password)
    starts = [bench]
    if bench in (SUPPLIER, OFFICER):
        hand_in_a_list(phone, f"{bench}nhap-danh-sach")
    if bench == OFFICER:
        apply(phone, site)
    if bench == SUPPLIER:
        draft(phone)
        starts += [*UNLINKED, claim(phone)]
    walk.through(starts)
    return walk
