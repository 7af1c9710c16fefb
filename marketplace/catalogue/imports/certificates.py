"""The OCOP decisions of a row: the very same ones, put right, or new claims."""

import re
from typing import Any

from marketplace.catalogue.imports.columns import SYNONYMS
from marketplace.catalogue.imports.rows import Recognition
from marketplace.catalogue.imports.told import Taking
from marketplace.catalogue.vocabulary import expiry_of
from marketplace.catalogue.vocabulary.drafts import PaperDraft, ProductDraft
from marketplace.core.texts import N_, say

VERIFIED_DIFFERS = N_("Giấy đã xác minh ghi %(stars)s sao; danh sách ghi khác nên thành giấy chờ xác minh.")
_YEAR_WORDS = re.compile(r"(?:, )?năm \d{4}$")
_OF_PAPERS = {
    SYNONYMS[f"{name}{ending}"][0]
    for name in ("stars", "decision", "issued", "year", "issuer")
    for ending in ("", "_1", "_2")
} | {SYNONYMS["expires"][0], SYNONYMS["standard"][0]}
_LONGEST_REMARK = 300  # the column's room
_SAID = ("stars", "decision_no", "issuer", "issued_on", "expires_on")


def tell_papers(taking: Taking, product: ProductDraft) -> None:
    """Claim what the row says of stars: a plain list once, an office's register up to two recognitions."""
    found = [recognition for recognition in taking.row.recognitions if recognition.stars is not None]
    for number, recognition in enumerate(found, start=1):
        _tell_paper(taking, product, _said(recognition), _remark(taking) if number == len(found) else None)


def _tell_paper(taking: Taking, product: ProductDraft, said: dict[str, Any], remark: str | None) -> None:
    """A paper that says all of it already is left, save for its remark; a verified one is left always."""
    for paper in product.papers:
        if all(getattr(paper, name) == value for name, value in said.items()):
            first = taking.tells_of(paper)
            if first and paper.is_from_list and paper.remark != remark and _says_as_much(said, paper):
                paper.remark, paper.is_changed, taking.changed = remark, True, True
            return
    taking.changed = True
    own = next((p for p in product.papers if p.is_from_list and p.line is None and _is_the_paper(p, said)), None)
    if own is None:
        verified = next((paper for paper in product.papers if not paper.is_from_list), None)
        if verified is not None and verified.stars != said["stars"]:
            taking.remark(SYNONYMS["stars"][0], VERIFIED_DIFFERS, stars=verified.stars)
        own = PaperDraft(**{"expires_on": _end(said), **said}, remark=remark)
        product.papers.append(own)
    else:
        if "issued_on" in said:  # an end that was reckoned from another issue is reckoned anew
            own.expires_on = _end(said)
        for name, value in said.items():
            setattr(own, name, value)
        own.remark, own.is_changed = remark, True
    taking.tells_of(own)


def _says_as_much(said: dict[str, Any], paper: PaperDraft) -> bool:
    """Whether a row names all that a paper holds: else it is no answer to what was remarked about it."""
    held = [name for name in ("decision_no", "issued_on") if getattr(paper, name) is not None]
    ends = "expires_on" in said or paper.expires_on == _end(said)
    return bool(held) and ends and all(name in said for name in held)


def _end(said: dict[str, Any]) -> Any:
    """36 months after the issue (Quyết định 26/2026/QĐ-TTg, Điều 4.3)."""
    issued = said.get("issued_on")
    return expiry_of(issued) if issued else None


def _said(recognition: Recognition) -> dict[str, Any]:
    """What the row says; a year alone is no date, so it is kept as words with the decision."""
    year = recognition.year if recognition.issued is None else None
    words = [recognition.decision, f"năm {year}" if year else None]
    said = {
        "stars": recognition.stars,
        "decision_no": ", ".join(filter(None, words)) or None,
        "issuer": recognition.issuer,
        "issued_on": recognition.issued,
        "expires_on": recognition.expires,
    }
    return {name: value for name, value in said.items() if value is not None}


def _is_the_paper(paper: PaperDraft, said: dict[str, Any]) -> bool:
    """By the day, on which a product has one decision at most; else by the number where both have one, else at all."""
    on_days = paper.issued_on and said.get("issued_on")
    if on_days and paper.issued_on == said["issued_on"]:
        return True
    numbers = {_YEAR_WORDS.sub("", text) for text in (paper.decision_no, said.get("decision_no")) if text} - {""}
    if paper.decision_no and said.get("decision_no") and "" not in numbers:
        return len(numbers) == 1
    return not on_days


def _remark(taking: Taking) -> str | None:
    """What the row contradicts itself in, for the officer who verifies the paper."""
    said = [f"{r.column}: {say(r.message, **r.params)}" for r in taking.row.remarks if r.column in _OF_PAPERS]
    return " ".join(said)[:_LONGEST_REMARK] or None
