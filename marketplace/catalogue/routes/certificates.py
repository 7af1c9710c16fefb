"""The officers' word on certificates that were claimed: all that stand in one decision in one go."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.models import Certificate
from marketplace.catalogue.policies import may_verify_certificate, may_verify_certificates
from marketplace.catalogue.presenters.reviewing import (
    DecisionBlock,
    DecisionsPage,
    Forms,
    decision_block,
    settled_block,
    verified_words,
)
from marketplace.catalogue.queries import (
    certificates_of_area,
    claimed_certificates,
    settled_today_by,
    waiting_certificates,
)
from marketplace.catalogue.queries.certificates import certificate_of_area
from marketplace.catalogue.routes.registry import looked_at, section
from marketplace.catalogue.services.reviewing import decline_certificate, verify_certificates, withdraw_settlement
from marketplace.catalogue.vocabulary.blocks import Block, blocks_of, pages_of
from marketplace.catalogue.vocabulary.decisions import Decision, is_of_number
from marketplace.core.actor import Actor
from marketplace.core.clock import today
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import officer
from marketplace.core.texts import N_
from marketplace.places.queries import display_names
from marketplace.suppliers.queries import area_names
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.paging import page_number, pager_of
from marketplace.web.signin import current_actor

PAGE = "/can-bo/chung-nhan"
DECLINED = N_("Đã báo nơi làm khai lại. Nếu nhầm, rút lại ở cuối trang này.")
WITHDRAWN = N_("Đã rút lại. Các giấy ấy lại chờ xác minh.")


def _posted(actor: Actor) -> list[Certificate] | None:
    """The ticked papers; None where one of them isn't in the own areas."""
    return certificates_of_area(actor, request.form.getlist("giay"))


@section.page(PAGE, allow=officer)
def certificates() -> ResponseReturnValue:
    """The claimed papers of the own area, OCOP by decision and others by kind; ``quyet-dinh`` narrows to a number."""
    wanted = request.args.get("quyet-dinh", "").strip()[:80]
    waiting = [pair for pair in waiting_certificates(current_actor()) if not wanted or is_of_number(pair[0], wanted)]
    waiting.sort(key=lambda pair: isinstance(pair[0], str))  # what is settled one by one comes last
    pages = pages_of(blocks_of(waiting))
    number = min(page_number(request.args.get("trang")), len(pages))
    blocks, done = _shown(pages[number - 1])
    shown = DecisionsPage(
        area_name=area_names(current_actor()),
        total=len(waiting),
        action=url_for("catalogue.certificates"),
        wanted=wanted,
        blocks=blocks,
        today=done,
        pager=pager_of(number, 1, len(pages)),
    )
    return page("catalogue/officer_certificates.html", page=shown, form_key=fresh_form_key())


@section.action(f"{PAGE}/xac-minh", load=_posted, allow=may_verify_certificates)
def verify(papers: list[Certificate]) -> ResponseReturnValue:
    """An officer says that these papers are right: their stars show from now on while they are in force."""
    done = verify_certificates(current_actor(), papers)
    number = papers[0].decision_no if papers[0].kind == "ocop" else None
    flash(verified_words(done, len(papers) - done, number), "done")
    return _back()


@section.action(f"{PAGE}/rut-lai", load=_posted, allow=may_verify_certificates)
def withdraw(papers: list[Certificate]) -> ResponseReturnValue:
    """An officer takes back what he verified or declined today."""
    withdraw_settlement(current_actor(), papers)
    flash(translate(WITHDRAWN), "done")
    return _back()


@section.action(f"{PAGE}/<certificate_id>/tu-choi", load=certificate_of_area, allow=may_verify_certificate)
def decline(paper: Certificate) -> ResponseReturnValue:
    """An officer finds that a paper isn't what was claimed, and says why."""
    decline_certificate(current_actor(), paper, request.form.get("ly-do", ""), request.form.get("loi", ""))
    flash(translate(DECLINED), "done")
    return _back()


def _back() -> ResponseReturnValue:
    """To where the form stood: its number, its page."""
    return redirect(url_for("catalogue.certificates", **looked_at()), 303)


def _shown(blocks: list[Block[Decision | str]]) -> tuple[tuple[DecisionBlock, ...], DecisionBlock | None]:
    """The papers of this page, and what was settled today."""
    actor, day = current_actor(), today()
    papers = claimed_certificates(actor, [row_id for block in blocks for row_id in block.ids])
    done = settled_today_by(actor)
    names = display_names(paper.place_id for paper in (*papers.values(), *done) if paper.place_id)
    action = url_for("catalogue.verify", **looked_at())
    shown = tuple(
        decision_block(
            number,
            block.key,
            [papers[row_id] for row_id in block.ids],
            block.total,
            names,
            Forms(action, _keys(1 if isinstance(block.key, Decision) else len(block.ids))),
            day,
        )
        for number, block in enumerate(blocks, start=1)
    )
    return shown, settled_block(done, names, Forms(url_for("catalogue.withdraw", **looked_at()), _keys(1)), day)


def _keys(count: int) -> list[str]:
    return [fresh_form_key() for _ in range(count)]
