"""The papers that wait for an officer's word, decision by decision, and those that he settled today."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from marketplace.catalogue.models import Certificate
from marketplace.catalogue.presenters.reviewing.bulk import Bulk, Maker, count_words, href_of, maker_of
from marketplace.catalogue.queries import ClaimedCertificate
from marketplace.catalogue.vocabulary import CERTIFICATE_KIND_LABELS, CertificateState, certificate_state
from marketplace.catalogue.vocabulary.decisions import Decision, decision_label
from marketplace.catalogue.vocabulary.returns import DECLINE_REASONS
from marketplace.core.text import format_date, format_number
from marketplace.core.texts import N_, say
from marketplace.core.views import Pager, Pill
from marketplace.places.vocabulary import PlaceName

_ENDED = {
    CertificateState.EXPIRED: N_("Đã hết hạn, không hiện sao"),
    CertificateState.REVOKED: N_("Đã thu hồi, không hiện sao"),
    CertificateState.SUPERSEDED: N_("Đã có giấy mới hơn"),
}
_OTHERS_ENDED = {
    **_ENDED,
    CertificateState.EXPIRED: N_("Đã hết hạn, không hiện ra"),
    CertificateState.REVOKED: N_("Đã thu hồi, không hiện ra"),
}


@dataclass(frozen=True)
class PaperRow:
    """A paper. ``value`` is what its tick box or its own form sends, None where this officer may only look.

    ``verify`` is a form for this paper alone; ``remark`` what the list contradicted itself in. ``claimed`` are the
    stars, or another paper's number; ``reasons`` (code, words) are those for which it may be declined here.
    """

    id: str
    product: str
    href: str | None
    maker: Maker
    claimed: str
    expires: str
    ended: Pill | None
    remark: str | None
    scan_href: str | None
    decision: str | None
    value: str | None
    reasons: tuple[tuple[str, str], ...]
    ticked: bool
    verify: Bulk | None


@dataclass(frozen=True)
class DecisionBlock:
    """The papers of one decision; others are settled one by one, so that ``bulk`` is None.

    ``claimed_head`` is the head over PaperRow.claimed.
    """

    id: str
    title: str
    detail: str
    claimed_head: str
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
    group: Decision | str,
    papers: Sequence[ClaimedCertificate],
    total: int,
    names: Mapping[str, PlaceName],
    forms: Forms,
    today: date,
) -> DecisionBlock:
    """The papers of a decision, ticked but for those with a remark, or those of a kind that are settled one by one.

    ``forms`` has a key for the decision, or for each row.
    """
    name = f"quyet-dinh-{number}"
    if isinstance(group, str):
        rows = tuple(
            _row(paper, names, today, ticked=False, verify=_alone(paper, forms.action, key))
            for paper, key in zip(papers, forms.keys, strict=True)
        )
        title = say("Chưa ghi số quyết định") if group == "ocop" else say(CERTIFICATE_KIND_LABELS[group])
        head = say("Hạng khai") if group == "ocop" else say("Số giấy")
        return DecisionBlock(name, title, count_words(total, len(papers)), head, rows, None)
    label = _label(papers)
    rows = tuple(_row(paper, names, today) for paper in papers)
    ticked = sum(row.ticked for row in rows)
    return DecisionBlock(
        id=name,
        title=say("Quyết định %(number)s", number=label),
        detail=_detail(papers, count_words(total, len(papers))),
        claimed_head=say("Hạng khai"),
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


def settled_block(
    papers: Sequence[ClaimedCertificate], names: Mapping[str, PlaceName], forms: Forms, today: date
) -> DecisionBlock | None:
    """What the officer verified or declined today, to be taken back; None where that is nothing."""
    if not papers:
        return None
    rows = tuple(_row(paper, names, today, ticked=False, is_settled=True) for paper in papers)
    return DecisionBlock(
        id="hom-nay",
        title=say("Bạn vừa xem hôm nay"),
        detail=say("Nhầm giấy nào thì rút lại giấy ấy trong ngày; giấy ấy lại chờ xác minh."),
        claimed_head=say("Giấy"),
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
    is_settled: bool = False,
    verify: Bulk | None = None,
) -> PaperRow:
    found = paper.certificate
    return PaperRow(
        id=f"giay-{found.public_id}",
        product=paper.product_name,
        href=href_of(paper.product_slug, paper.product_state),
        maker=maker_of(paper.supplier_name, paper.supplier_slug, paper.place_id, names),
        claimed=_claimed(found, is_settled),
        expires=format_date(found.expires_on) if found.expires_on else say("chưa rõ"),
        ended=_ended(found, today),
        remark=found.remark,
        scan_href=f"/can-bo/giay/{found.public_id}/ban-chup" if found.scan_id else None,
        decision=decision_label(found.decision_no) if is_settled and found.decision_no else None,
        value=found.public_id if paper.may_verify else None,
        reasons=_reasons(found.kind) if paper.may_verify and not is_settled else (),
        ticked=ticked and paper.may_verify and not found.remark,
        verify=verify if paper.may_verify else None,
    )


def _claimed(paper: Certificate, is_settled: bool) -> str:
    if paper.kind == "ocop":
        return say("%(stars)s sao", stars=paper.stars or 0)
    return say(CERTIFICATE_KIND_LABELS[paper.kind]) if is_settled else paper.decision_no or say("chưa rõ")


def _ended(paper: Certificate, today: date) -> Pill | None:
    if paper.declined_at is not None:
        return Pill(say("Đã báo không đúng"), "lost")
    words = (_ENDED if paper.kind == "ocop" else _OTHERS_ENDED).get(certificate_state(paper, today))
    return Pill(say(words), "lost") if words else None


def _reasons(kind: str) -> tuple[tuple[str, str], ...]:
    return tuple((code, say(words)) for code, words in DECLINE_REASONS.items() if kind == "ocop" or code != "stars")


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
