"""What waits for an officer: one row of tabs over the queues of several packages, with how much stands in each."""

from collections.abc import Callable
from typing import Any

from flask import Flask, url_for

from marketplace.catalogue.queries.reports import open_report_count
from marketplace.catalogue.queries.reviews import waiting_counts
from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.texts import N_
from marketplace.core.views import Chip
from marketplace.inquiries.queries import call_list
from marketplace.suppliers.queries import pending_claim_count
from marketplace.web.language import translate
from marketplace.web.signin import current_actor

Counts = dict[str, int]
# (code by which a page says that it is this one, words, endpoint), people before papers before goods.
TABS = (
    ("calls", N_("Gọi giúp"), "inquiries.calls"),
    ("applications", N_("Hồ sơ mới"), "catalogue.coming_in_queue"),
    ("claims", N_("Yêu cầu nhận"), "suppliers.claims"),
    ("reports", N_("Báo sai"), "catalogue.reports"),
    ("certificates", N_("Giấy chứng nhận"), "catalogue.certificates"),
    ("pending", N_("Chờ đăng"), "catalogue.pending"),
    ("classes", N_("Phân nhóm"), "catalogue.unclassed"),
)


def show_waiting(app: Flask) -> None:
    """Give every template ``waiting_tabs(here)``; nothing is counted where a page doesn't ask."""

    @app.context_processor
    def waiting() -> dict[str, Callable[[str], Any]]:
        return {"waiting_tabs": _tabs}


def counts_of(actor: Actor) -> Counts:
    """How much waits in the actor's areas, by the code of the tab."""
    counts = waiting_counts(actor)
    return {
        "calls": len(call_list(actor, now()).due),
        "applications": counts.applications,
        "claims": pending_claim_count(actor),
        "reports": open_report_count(actor),
        "certificates": counts.certificates,
        "pending": counts.pending,
        "classes": counts.unclassed,
    }


def _tabs(here: str) -> list[Chip]:
    counts = counts_of(current_actor())
    return [Chip(translate(words), counts[code], url_for(endpoint), code == here) for code, words, endpoint in TABS]
