"""The buyer's private page under a signed link, and the account's own list of them."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.clock import local
from marketplace.core.errors import Missing, Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import signed_in
from marketplace.core.settings import settings
from marketplace.core.text import format_date
from marketplace.inquiries.forms import ReplyForm, choices_of
from marketplace.inquiries.policies import holds_the_link
from marketplace.inquiries.presenters import track_page
from marketplace.inquiries.presenters.own import own_inquiries
from marketplace.inquiries.presenters.reaching import helped_words
from marketplace.inquiries.queries import (
    Asked,
    Thread,
    running_thread,
    silence_of_suppliers,
    thread_by_token,
    threads_of_account,
)
from marketplace.inquiries.routes.registry import form_key, section
from marketplace.inquiries.services import (
    decide as put_decision,
)
from marketplace.inquiries.services import (
    reply as put_reply,
)
from marketplace.leads.queries import notes_of
from marketplace.places.queries import display_names
from marketplace.web.addresses import whole_address
from marketplace.web.pages import page
from marketplace.web.signin import current_actor


@section.page("/mua-hang/", allow=signed_in)
def own() -> ResponseReturnValue:
    """What the account has asked so far: the trader's workbench."""
    actor = current_actor()
    threads = threads_of_account(actor.account_id or 0)
    hrefs = {thread.token: url_for("inquiries.track", token=thread.token) for thread in threads}
    shown = own_inquiries(
        threads,
        hrefs,
        catalogue_href=url_for("search.catalogue"),
        apply_href=None if actor.memberships else url_for("suppliers.application"),
        suppliers_href=url_for("catalogue.suppliers"),
    )
    return page("inquiries/own.html", page=shown)


@section.page("/theo-doi/<token>", load=thread_by_token, allow=holds_the_link, private=True)
def track(thread: Thread) -> ResponseReturnValue:
    """The buyer's private page; once he is erased it says no more than that."""
    erased_at = thread.inquiries[0].party.erased_at
    if erased_at:
        return page("inquiries/erased.html", status=410, erased=format_date(local(erased_at).date()))
    return _track_page(thread, ReplyForm(), 200)


@section.action("/theo-doi/<token>/nhan", load=running_thread, allow=holds_the_link)
def reply(thread: Thread) -> ResponseReturnValue:
    """The buyer writes again."""
    form = ReplyForm(request.form)
    form.lead.choices = choices_of(_recipients(thread))
    if not form.validate():
        return _track_page(thread, form, 422)
    try:
        put_reply(_chosen(thread), form.words.data or "")
    except Refused as error:
        form.refuse(error)
        return _track_page(thread, form, 422)
    return redirect(url_for("inquiries.track", token=thread.token), 303)


@section.action("/theo-doi/<token>/quyet-dinh", load=running_thread, allow=holds_the_link)
def decide(thread: Thread) -> ResponseReturnValue:
    """The buyer says whether he buys."""
    put_decision(_chosen(thread), request.form.get("decision", ""))
    return redirect(url_for("inquiries.track", token=thread.token), 303)


def _recipients(thread: Thread) -> list[tuple[str, str]]:
    return [(asked.lead.public_id, asked.supplier.name) for asked in thread.inquiries]


def _chosen(thread: Thread) -> Asked:
    wanted = request.form.get("lead")
    found = next((asked for asked in thread.inquiries if asked.lead.public_id == wanted), None)
    if found is None:
        raise Missing
    return found


def _helped(thread: Thread) -> dict[int, str | None]:
    """What officers did, or will do, for each question, by lead."""
    notes = notes_of([asked.lead.id for asked in thread.inquiries])
    silences = silence_of_suppliers(asked.supplier.id for asked in thread.inquiries)
    names = display_names(asked.supplier.place_id for asked in thread.inquiries if asked.supplier.place_id)
    return {
        asked.lead.id: helped_words(
            asked.supplier,
            silences[asked.supplier.id],
            [note for note in notes[asked.lead.id] if note.noted_at >= asked.inquiry.created_at],
            names,
        )
        for asked in thread.inquiries
    }


def _track_page(thread: Thread, form: ReplyForm, status: int) -> ResponseReturnValue:
    form.lead.choices = choices_of(_recipients(thread))
    slugs = {asked.supplier.slug for asked in thread.inquiries}
    shown = track_page(
        thread,
        address=whole_address("inquiries.track", token=thread.token),
        is_new="moi" in request.args,
        actions=(url_for("inquiries.reply", token=thread.token), url_for("inquiries.decide", token=thread.token)),
        supplier_hrefs={slug: url_for("catalogue.supplier", slug=slug) for slug in slugs},
        helped=_helped(thread),
        data_href=url_for("inquiries.personal", token=thread.token),
        form_key_decide=fresh_form_key(),
        answer_hours=settings().answer_within_hours,
    )
    return page("inquiries/track.html", status=status, page=shown, form=form, form_key=form_key())
