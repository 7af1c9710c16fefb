"""The catalogue's page and its JSON."""

from flask import jsonify, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.clock import today
from marketplace.core.permissions import anyone
from marketplace.core.settings import settings
from marketplace.search.exports import products_as_json
from marketplace.search.forms import read_address, read_api_query
from marketplace.search.presenters import MOST_OPTIONS, catalogue_meta, catalogue_page
from marketplace.search.queries import search, shown
from marketplace.web.pages import page
from marketplace.web.paging import pager_of
from marketplace.web.sections import Section

section = Section("search", __name__)


@section.page("/san-pham", allow=anyone)
def catalogue() -> ResponseReturnValue:
    """All products, or those that match; a page beyond the last shows the last."""
    wanted = read_address(request.args)
    result = search(wanted)
    if wanted.page > wanted.last_page(result.total):
        wanted = wanted.at_page(wanted.last_page(result.total))
        result = search(wanted)
    found, action = shown(wanted, result, MOST_OPTIONS), url_for("search.catalogue")
    pager = pager_of(wanted.page, wanted.per_page, result.total)
    view = catalogue_page(found, action=action, month=today().month, pager=pager)
    return page("search/catalogue.html", page=view, meta=catalogue_meta(found, settings().site_url + action))


@section.page("/api/v1/products", allow=anyone)
def api_products() -> ResponseReturnValue:
    """The same for programs."""
    wanted = read_api_query(request.args)
    found = shown(wanted.search, search(wanted.search), None if wanted.with_facets else 0)
    return jsonify(products_as_json(found, settings().site_url, with_facets=wanted.with_facets))
