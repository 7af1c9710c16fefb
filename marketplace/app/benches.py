"""Whose workbench it is: the name, the ways and the sign-out that every signed-in page shows."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, url_for

from marketplace.catalogue.policies import may_hand_in_lists
from marketplace.core.actor import Actor
from marketplace.core.db import is_in_transaction, transaction
from marketplace.core.texts import N_
from marketplace.core.views import Link
from marketplace.places.vocabulary import Era, era_of
from marketplace.suppliers.queries import area_names, supplier_labels
from marketplace.web.language import translate
from marketplace.web.signin import current_actor


@dataclass(frozen=True)
class BenchLink:
    """A way of a workbench; ``code`` is how a page says that it is the present one."""

    code: str
    label: str
    href: str
    icon: str


@dataclass(frozen=True)
class Bench:
    """The frame of a workbench page; ``kind`` is supplier, officer or trader, ``more`` stands in its foot."""

    kind: str
    title: str
    home_href: str
    public: Link | None
    nav: tuple[BenchLink, ...]
    account_name: str
    sign_out_action: str
    more: tuple[Link, ...] = ()


def show_benches(app: Flask) -> None:
    """Give every template ``bench``: the frame of whoever has signed in, None for a stranger."""

    @app.context_processor
    def bench() -> dict[str, Any]:
        if current_actor().is_stranger:
            return {"bench": None}
        if is_in_transaction():
            return {"bench": bench_of(current_actor())}
        with transaction(write=False):  # an error page, after its request's transaction has ended
            return {"bench": bench_of(current_actor())}


def bench_of(actor: Actor) -> Bench:
    """A supplier's own bench, else an officer's, else the trader's."""
    if actor.supplier_ids:
        return _supplier_bench(actor)
    if actor.is_officer or actor.is_administrator:
        return _officer_bench(actor)
    return _trader_bench(actor)


def _out() -> str:
    return url_for("accounts.end_session")


def _trader_bench(actor: Actor) -> Bench:
    return Bench(
        kind="trader",
        title=actor.name,
        home_href=url_for("inquiries.own"),
        public=Link(translate(N_("Trang công khai")), url_for("site.home")),
        nav=(
            BenchLink("asked", translate(N_("Đã hỏi")), url_for("inquiries.own"), "list"),
            BenchLink("products", translate(N_("Sản phẩm")), url_for("search.catalogue"), "box"),
        ),
        account_name=actor.name,
        sign_out_action=_out(),
    )


def _supplier_bench(actor: Actor) -> Bench:
    labels = supplier_labels(actor.supplier_ids)
    first = labels[actor.supplier_ids[0]]
    return Bench(
        kind="supplier",
        title=", ".join(dict.fromkeys(labels[key].name for key in actor.supplier_ids)),
        home_href=url_for("leads.board"),
        public=Link(translate(N_("Trang công khai")), url_for("catalogue.supplier", slug=first.slug))
        if actor.memberships[0].is_public
        else None,
        nav=(
            BenchLink("today", translate(N_("Hôm nay")), url_for("leads.board"), "sun"),
            BenchLink("leads", translate(N_("Đầu mối")), url_for("leads.list_leads"), "list"),
            BenchLink("goods", translate(N_("Hàng")), url_for("catalogue.own"), "box"),
            BenchLink("add", translate(N_("Ghi thêm")), url_for("leads.new"), "plus"),
            BenchLink("lists", translate(N_("Danh sách")), url_for("catalogue.own_lists"), "upload"),
        ),
        account_name=actor.name,
        sign_out_action=_out(),
        more=(
            Link(translate(N_("Ảnh nơi làm")), url_for("suppliers.own_photo")),
            Link(translate(N_("Thành viên")), url_for("suppliers.members")),
        ),
    )


def _officer_bench(actor: Actor) -> Bench:
    title = (
        translate(N_("Quản trị")) if actor.is_administrator else translate(N_("Cán bộ %(area)s"), area=_short(actor))
    )
    return Bench(
        kind="officer",
        title=title,
        home_href=url_for("reports.report"),
        public=None,
        nav=(
            BenchLink("waiting", translate(N_("Việc chờ")), url_for("inquiries.calls"), "seal"),
            *_lists(actor),
            BenchLink("suppliers", translate(N_("Danh bạ")), url_for("suppliers.officer_list"), "people"),
            BenchLink("reports", translate(N_("Báo cáo")), url_for("reports.report"), "chart"),
            *_administration(actor),
        ),
        account_name=actor.name,
        sign_out_action=_out(),
    )


def _lists(actor: Actor) -> tuple[BenchLink, ...]:
    """For those who may hand in lists: an officer who may only look at an area has none to hand in."""
    if not may_hand_in_lists(actor):
        return ()
    return (BenchLink("lists", translate(N_("Nhập danh sách")), url_for("catalogue.officer_lists"), "upload"),)


def _administration(actor: Actor) -> tuple[BenchLink, ...]:
    if not actor.is_administrator:
        return ()
    return (BenchLink("accounts", translate(N_("Người dùng")), url_for("accounts.administration"), "people"),)


def _short(actor: Actor) -> str:
    """The first area without what lies above it; a district is "cũ" since there are none."""
    name = area_names(actor).split(",")[0]
    former = bool(actor.area_ids) and era_of(actor.area_ids[0]) == Era.FORMER
    return translate(N_("%(name)s cũ"), name=name) if former else name
