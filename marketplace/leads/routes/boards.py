"""The board "Hôm nay" and the list of all leads."""

from flask import request, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.clock import now
from marketplace.core.settings import settings
from marketplace.leads.policies import may_sell
from marketplace.leads.presenters import board as shown_board
from marketplace.leads.presenters import lead_list
from marketplace.leads.queries import board_of, leads_at
from marketplace.leads.routes.registry import section
from marketplace.leads.vocabulary import Stage
from marketplace.web.pages import page
from marketplace.web.signin import current_actor


@section.page("/ban-hang/", allow=may_sell)
def board() -> ResponseReturnValue:
    """What waits for the actor's suppliers today."""
    moment = now()
    shown = shown_board(board_of(current_actor(), moment), moment, settings().answer_within_hours, url_for)
    return page("leads/board.html", page=shown)


@section.page("/ban-hang/dau-moi", allow=may_sell)
def list_leads() -> ResponseReturnValue:
    """All leads, newest activity first; ``buoc`` keeps those of a stage (an unknown one keeps all)."""
    wanted = request.args.get("buoc", "")
    stage = Stage(wanted) if wanted in set(Stage) else None
    listed = leads_at(current_actor(), stage, request.args.get("trang", 1, type=int))
    shown = lead_list(listed, now(), settings().answer_within_hours, url_for)
    return page("leads/list.html", page=shown)
