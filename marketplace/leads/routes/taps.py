"""Taps on a supplier's phone or Zalo: counted, then led on to the number."""

from datetime import timedelta

from flask import redirect, request
from flask.typing import ResponseReturnValue

from marketplace.core.attempts import attempts_within, bucket_of, note_attempt
from marketplace.core.errors import Missing
from marketplace.core.permissions import anyone
from marketplace.core.settings import settings
from marketplace.core.text import format_phone, zalo_link
from marketplace.leads.queries import reachable_supplier, shown_product_id
from marketplace.leads.routes.registry import section
from marketplace.leads.services import tap
from marketplace.leads.vocabulary import Channel, is_crawler, is_handheld
from marketplace.suppliers.models import Supplier
from marketplace.web.pages import page
from marketplace.web.senders import sender_network

_HOUR = timedelta(hours=1)


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
    """Programs that follow links, and browsers that fetch ahead, get no number and count for nothing.

    Nor does who opens one number after the other: the limit is wide, for a whole village may share one address.
    """
    if is_crawler(request.user_agent.string) or "prefetch" in request.headers.get("Sec-Purpose", ""):
        raise Missing
    bucket = bucket_of("tap", sender_network())
    if attempts_within(bucket, _HOUR) >= settings().taps_per_hour:
        return page("leads/too_many_taps.html", status=429, supplier=supplier)
    if request.method == "GET":  # a HEAD only asks whether the address is good
        note_attempt(bucket)
        tap(supplier.id, shown_product_id(request.args.get("sp")), channel.value)
    if channel is Channel.PHONE and not is_handheld(request.user_agent.string):
        number = format_phone(supplier.phone or "")
        return page("leads/number.html", supplier=supplier, number=number, number_href=target)
    return redirect(target, 303)
