"""What a product's page says of its certificates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from marketplace.catalogue.models import Certificate
from marketplace.catalogue.vocabulary import (
    CERTIFICATE_KIND_LABELS,
    CertificateState,
    certificate_state,
    chosen_certificate,
)
from marketplace.core.clock import local
from marketplace.core.text import format_date
from marketplace.core.texts import say
from marketplace.core.views import Fact

LINE_STEPS = 20  # the line of a certificate's term is drawn in twentieths


@dataclass(frozen=True)
class Paper:
    """A certificate that is no OCOP decision, and where it stands."""

    term: str
    text: str


@dataclass(frozen=True)
class CertificateBlock:
    """The OCOP certificate; ``elapsed`` is how much of its term is over, in twentieths."""

    title: str
    state: str
    facts: tuple[Fact, ...]
    until: str | None
    remaining: str | None
    elapsed: int | None
    checked: str | None
    note: str | None


def certificate_block(papers: Sequence[Certificate], today: date) -> CertificateBlock | None:
    """The OCOP certificate that speaks for a product today; None when none was ever entered."""
    paper = chosen_certificate([p for p in papers if p.kind == "ocop"], today)
    if paper is None:
        return None
    state = certificate_state(paper, today)
    until = paper.extended_until or paper.expires_on
    return CertificateBlock(
        title=_title(paper, state),
        state=state.value,
        facts=_facts(paper),
        until=format_date(until) if until and state.shows_stars else None,
        remaining=_remaining(until, today) if until and state.shows_stars else None,
        elapsed=_elapsed(paper.issued_on, until, today) if state.shows_stars else None,
        checked=say("Cán bộ xác minh %(what)s", what=format_date(local(paper.verified_at).date()))
        if paper.verified_at
        else None,
        note=_note(paper, state, until),
    )


def other_papers(papers: Sequence[Certificate], today: date) -> tuple[Paper, ...]:
    """Food safety, growing standards and the like, each with its state in words."""
    words = {CertificateState.CLAIMED: say("chờ xác minh"), CertificateState.EXPIRED: say("hết hạn")}
    rows = []
    for paper in papers:
        if paper.kind != "ocop":
            state = certificate_state(paper, today)
            text = say("còn hiệu lực") if state.is_in_force else words.get(state, say("đã thu hồi"))
            rows.append(Paper(say(CERTIFICATE_KIND_LABELS[paper.kind]), text))
    return tuple(rows)


def _title(paper: Certificate, state: CertificateState) -> str:
    if state.shows_stars:
        return say("Giấy chứng nhận OCOP %(stars)s sao", stars=paper.stars)
    if state is CertificateState.CLAIMED:
        return say("Giấy chứng nhận OCOP chờ xác minh")
    return say("Giấy chứng nhận OCOP hết hiệu lực")


def _facts(paper: Certificate) -> tuple[Fact, ...]:
    rows = (
        Fact(say("Quyết định"), paper.decision_no or ""),
        Fact(say("Nơi cấp"), paper.issuer or ""),
        Fact(say("Ngày cấp"), format_date(paper.issued_on) if paper.issued_on else ""),
    )
    return tuple(row for row in rows if row.text)


def _note(paper: Certificate, state: CertificateState, until: date | None) -> str | None:
    if state is CertificateState.CLAIMED:
        return say("Nơi làm tự khai; cán bộ chưa xác minh, nên chưa hiện sao.")
    if state is CertificateState.EXPIRED:
        day = say(" ngày %(until)s", until=format_date(until)) if until else ""
        return say("Hết hạn%(day)s. Sản phẩm vẫn được đăng, không hiện sao.", day=day)
    if state is CertificateState.REVOKED and paper.revoked_on:
        return say("Bị thu hồi ngày %(revoked_on)s.", revoked_on=format_date(paper.revoked_on))
    if state is CertificateState.EXTENDED:
        return (
            say("Được gia hạn theo %(extension_document)s.", extension_document=paper.extension_document)
            if paper.extension_document
            else None
        )
    return None


def _remaining(until: date, today: date) -> str:
    months = (until.year - today.year) * 12 + until.month - today.month - (until.day < today.day)
    return (
        say("còn %(months)s tháng", months=months)
        if months >= 1
        else say("còn %(what)s ngày", what=(until - today).days + 1)
    )


def _elapsed(issued: date | None, until: date | None, today: date) -> int | None:
    if issued is None or until is None or until <= issued:
        return None
    share = (today - issued).days / (until - issued).days
    return max(0, min(LINE_STEPS, round(LINE_STEPS * share)))
