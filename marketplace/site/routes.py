"""Home, the pages about the site itself, and the files that programs ask for."""

from flask import Response, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.clock import today
from marketplace.core.errors import Missing
from marketplace.core.permissions import anyone
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.core.views import Meta
from marketplace.inquiries.vocabulary import CONSENT_VERSION, CONSENT_VERSIONS
from marketplace.site.presenters import home_page
from marketplace.site.queries import addresses, answers
from marketplace.web.addresses import whole_address
from marketplace.web.language import PREFIX, translate
from marketplace.web.pages import page
from marketplace.web.sections import Section

section = Section("site", __name__)

_CLOSED_TO_ROBOTS = (
    "/goi/",
    "/zalo/",
    "/theo-doi/",
    "/tra-loi/",
    "/dat-mat-khau/",
    "/ban-hang/",
    "/can-bo/",
    "/dang-nhap",
)
_FIXED_PAGES = (
    "site.home",
    "search.catalogue",
    "catalogue.suppliers",
    "site.ranking",
    "site.rules",
    "site.privacy",
)


@section.page("/", allow=anyone)
def home() -> ResponseReturnValue:
    """The front page."""
    shown = home_page(today(), maker_href=url_for("suppliers.application"))
    meta = Meta(
        title=settings().site_name,
        description=translate(N_("Sản phẩm OCOP vùng cao: tìm theo tên, xã, người làm; hỏi thẳng người làm.")),
        canonical=whole_address("site.home"),
    )
    return page("site/home.html", page=shown, meta=meta)


@section.page("/cach-sap-xep", allow=anyone)
def ranking() -> ResponseReturnValue:
    """How results are ordered (Nghị định 248/2026/NĐ-CP, Điều 11)."""
    return page("site/ranking.html", canonical=whole_address("site.ranking"))


@section.page("/quy-che", allow=anyone)
def rules() -> ResponseReturnValue:
    """Rights and duties of those who use the site."""
    return page("site/rules.html", canonical=whole_address("site.rules"))


@section.page("/du-lieu-ca-nhan", allow=anyone)
def privacy() -> ResponseReturnValue:
    """What becomes of personal data. Inquiries name the version of this text; ``ban`` shows an older one."""
    version = request.args.get("ban", CONSENT_VERSION)
    if version not in CONSENT_VERSIONS:
        raise Missing
    return page(
        "site/privacy.html",
        canonical=whole_address("site.privacy"),
        version=version,
        others=[other for other in CONSENT_VERSIONS if other != version],
        months=settings().keep_contacts_months,
    )


@section.page("/healthz", allow=anyone)
def health() -> ResponseReturnValue:
    """Whether this process and its database answer."""
    return jsonify(status="ok" if answers() else "ill")


@section.page("/robots.txt", allow=anyone)
def robots() -> ResponseReturnValue:
    """What crawlers may fetch."""
    lines = ["User-agent: *", *(f"Disallow: {start}{path}" for start in ("", PREFIX) for path in _CLOSED_TO_ROBOTS)]
    lines.append(f"Sitemap: {whole_address('site.sitemap')}")
    return Response("\n".join(lines) + "\n", mimetype="text/plain")


@section.page("/sitemap.xml", allow=anyone)
def sitemap() -> ResponseReturnValue:
    """Every public page."""
    endpoints = {"product": "catalogue.product", "supplier": "catalogue.supplier"}
    fixed = [(whole_address(endpoint), None) for endpoint in _FIXED_PAGES]
    found = [(whole_address(endpoints[kind], slug=slug), day.isoformat()) for kind, slug, day in addresses()]
    text = render_template("site/sitemap.xml", entries=[*fixed, *found])
    return Response(text, mimetype="application/xml")
