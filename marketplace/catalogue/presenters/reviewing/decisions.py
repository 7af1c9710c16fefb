"""The papers that wait for an officer's word, decision by decision, and those that he verified today."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from marketplace.catalogue.presenters.reviewing.bulk import Bulk, Maker, count_words, href_of, maker_of
from marketplace.catalogue.queries import ClaimedCertificate
from marketplace.catalogue.vocabulary import CertificateState, certificate_state
from marketplace.catalogue.vocabulary.decisions import Decision, decision_label
from marketplace.core.text import format_date, format_number
from marketplace.core.texts import N_, say
from marketplace.core.views import Pager, Pill
from marketplace.places.vocabulary import PlaceName

_ENDED = {
    CertificateState.EXPIRED: N_("Đã hết hạn, không hiện sao"),
    CertificateState.REVOKED: N_("Đã thu hồi, không hiện sao"),
    CertificateState.SUPERSEDED: N_("Đã có giấy mới hơn"),
}


@dataclass(frozen=True)
class PaperRow:
    """A paper. ``value`` is what its tick box or its own form sends, None where this officer may only look.

    ``verify`` is a form for this paper alone; ``remark`` what the list contradicted itself in.
    """

    id: str
    product: str
    href: str | None
    maker: Maker
    stars: str
    expires: str
    ended: Pill | None
    remark: str | None
    scan_href: str | None
    decision: str | None
    value: str | None
    ticked: bool
    verify: Bulk | None


@dataclass(frozen=True)
class DecisionBlock:
    """The papers of one decision; without a number they are settled one by one, so that ``bulk`` is None."""

    id: str
    title: str
    detail: str
    rows: tuple[PaperRow, ...]
    bulk: Bulk | None


@dataclass(frozen=True)
class DecisionsPage:
    """All of the page; ``wanted`` is the number that was asked for."""

    area_name: str
    total: int
    action: str
    wanted: str
    blocks: tuple[DecisionBlock, ...]
    today: DecisionBlock | None
    pager: Pager | None


@dataclass(frozen=True)
class Forms:
    """Where forms are sent to, and a fresh key for each of them."""

    action: str
    keys: Sequence[str]


def decision_block(
    number: int,
    decision: Decision | None,
    papers: Sequence[ClaimedCertificate],
    total: int,
    names: Mapping[str, PlaceName],
    forms: Forms,
    today: date,
) -> DecisionBlock:
    """The papers of a decision, ticked but for those with a remark; ``forms`` has a key for the block or each row."""
    name = f"quyet-dinh-{number}"
    if decision is None:
        rows = tuple(
            _row(paper, names, today, ticked=False, verify=_alone(paper, forms.action, key))
            for paper, key in zip(papers, forms.keys, strict=True)
        )
        return DecisionBlock(name, say("Chưa ghi số quyết định"), count_words(total, len(papers)), rows, None)
    label = _label(papers)
    rows = tuple(_row(paper, names, today) for paper in papers)
    ticked = sum(row.ticked for row in rows)
    return DecisionBlock(
        id=name,
        title=say("Quyết định %(number)s", number=label),
        detail=_detail(papers, count_words(total, len(papers))),
        rows=rows,
        bulk=Bulk(
            id=f"{name}-form",
            action=forms.action,
            form_key=forms.keys[0],
            label=say("Xác minh %(n)s giấy của quyết định %(number)s", n=ticked, number=label),
            words=say("Xác minh {n} giấy của quyết định %(number)s", number=label),
        )
        if any(row.value for row in rows)
        else None,
    )


def verified_block(
    papers: Sequence[ClaimedCertificate], names: Mapping[str, PlaceName], forms: Forms, today: date
) -> DecisionBlock | None:
    """What the officer verified today, to be taken back; None where that is nothing."""
    if not papers:
        return None
    rows = tuple(_row(paper, names, today, ticked=False, shows_decision=True) for paper in papers)
    return DecisionBlock(
        id="hom-nay",
        title=say("Bạn vừa xác minh hôm nay"),
        detail=say("Nhầm giấy nào thì rút lại giấy ấy trong ngày; sao của sản phẩm ẩn đi ngay."),
        rows=rows,
        bulk=Bulk(
            id="hom-nay-form",
            action=forms.action,
            form_key=forms.keys[0],
            label=say("Rút lại giấy đã chọn"),
            words=say("Rút lại {n} giấy"),
            kind="quiet",
        ),
    )


def verified_words(done: int, passed_over: int, decision_no: str | None) -> str:
    """What the toast says after some papers were verified."""
    if not done:
        return say("Các giấy này đã có người xác minh trước đó.")
    number = decision_label(decision_no) if decision_no else ""
    words = (
        say("Đã xác minh %(done)s giấy của quyết định %(number)s.", done=format_number(done), number=number)
        if number
        else say("Đã xác minh giấy chứng nhận.")
    )
    if passed_over:
        also = say("%(n)s giấy đã có người xác minh trước đó.", n=format_number(passed_over))
        words = f"{words} {also}"
    return f"{words} {say('Nếu nhầm, rút lại ở cuối trang này.')}"


def _row(
    paper: ClaimedCertificate,
    names: Mapping[str, PlaceName],
    today: date,
    *,
    ticked: bool = True,
    shows_decision: bool = False,
    verify: Bulk | None = None,
) -> PaperRow:
    found = paper.certificate
    ended = _ENDED.get(certificate_state(found, today))
    return PaperRow(
        id=f"giay-{found.public_id}",
        product=paper.product_name,
        href=href_of(paper.product_slug, paper.product_state),
        maker=maker_of(paper.supplier_name, paper.supplier_slug, paper.place_id, names),
        stars=say("%(stars)s sao", stars=found.stars or 0),
        expires=format_date(found.expires_on) if found.expires_on else say("chưa rõ"),
        ended=Pill(say(ended), "lost") if ended else None,
        remark=found.remark,
        scan_href=f"/can-bo/giay/{found.public_id}/ban-chup" if found.scan_id else None,
        decision=decision_label(found.decision_no) if shows_decision and found.decision_no else None,
        value=found.public_id if paper.may_verify else None,
        ticked=ticked and paper.may_verify and not found.remark,
        verify=verify if paper.may_verify else None,
    )


def _alone(paper: ClaimedCertificate, action: str, key: str) -> Bulk:
    return Bulk(f"rieng-{paper.certificate.public_id}", action, key, say("Xác minh"), "", "line")


def _label(papers: Sequence[ClaimedCertificate]) -> str:
    """The number as most of the papers write it."""
    written = Counter(decision_label(paper.certificate.decision_no or "") for paper in papers)
    return written.most_common(1)[0][0]


def _detail(papers: Sequence[ClaimedCertificate], count: str) -> str:
    first = papers[0].certificate
    issuer = next((paper.certificate.issuer for paper in papers if paper.certificate.issuer), None)
    day = say("ngày %(day)s", day=format_date(first.issued_on)) if first.issued_on else None
    return " · ".join(filter(None, (day, issuer, count)))
