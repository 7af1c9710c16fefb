"""Taps on a supplier's phone or Zalo: counted, then led on to the number."""

from flask import redirect, request
from flask.typing import ResponseReturnValue

from marketplace.core.errors import Missing
from marketplace.core.permissions import anyone
from marketplace.core.text import zalo_link
from marketplace.leads.queries import reachable_supplier, shown_product_id
from marketplace.leads.routes.registry import section
from marketplace.leads.services import tap
from marketplace.leads.vocabulary import Channel, is_crawler
from marketplace.suppliers.models import Supplier


@section.page("/goi/<slug>", load=reachable_supplier, allow=anyone, records=True)
def call(supplier: Supplier) -> ResponseReturnValue:
    """Count a tap on the phone and ring; ``sp`` names the product from whose page it came."""
    return _counted(supplier, Channel.PHONE, f"tel:{supplier.phone}")


@section.page("/zalo/<slug>", load=reachable_supplier, allow=anyone, records=True)
def zalo(supplier: Supplier) -> ResponseReturnValue:
    """Count a tap on Zalo and go there."""
    if not supplier.has_zalo:
        raise Missing
    return _counted(supplier, Channel.ZALO, zalo_link(supplier.phone or ""))


def _counted(supplier: Supplier, channel: Channel, target: str) -> ResponseReturnValue:
    """Programs that follow links, and browsers that fetch ahead, get no number and count for nothing."""
    if is_crawler(request.user_agent.string) or "prefetch" in request.headers.get("Sec-Purpose", ""):
        raise Missing
    if request.method == "GET":  # a HEAD only asks whether the address is good
        tap(supplier.id, shown_product_id(request.args.get("sp")), channel.value)
    return redirect(target, 303)
