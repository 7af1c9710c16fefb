"""The OCOP decision of a row: the very same, one put right, or a new claim."""

import re
from typing import Any

from marketplace.catalogue.imports.rows import ImportedRow
from marketplace.catalogue.imports.told import SOURCE, Taking
from marketplace.catalogue.models import Certificate, Product
from marketplace.catalogue.queries.matches import ocop_certificates_of
from marketplace.catalogue.services import claim_certificate, correct_claim
from marketplace.catalogue.vocabulary import NewCertificate

_YEAR_WORDS = re.compile(r"(?:, )?năm \d{4}$")


def take_certificate(taking: Taking, product: Product) -> None:
    """Claim what the row says of stars. A paper that says all of it already is left; a verified one is left always."""
    said = _said(taking.row)
    papers = ocop_certificates_of(product.id)
    for paper in papers:
        if all(getattr(paper, name) == value for name, value in said.items()):
            taking.tells_of("certificate", paper.id)
            return
    taking.changed = True
    own = next((paper for paper in papers if _may_be_corrected(taking, paper) and _is_the_paper(paper, said)), None)
    if own is not None:
        correct_claim(taking.actor, own, **_corrected(own, said))
    else:
        new = NewCertificate(kind="ocop", product_id=product.id, source=SOURCE, **said)
        own = claim_certificate(taking.actor, new)
    taking.tells_of("certificate", own.id)


def _may_be_corrected(taking: Taking, paper: Certificate) -> bool:
    """Only what lists alone have said, and not what another row of this list says."""
    told = taking.told.line_of("certificate", paper.id)
    return paper.source == SOURCE and paper.verified_at is None and told is None


def _said(row: ImportedRow) -> dict[str, Any]:
    """What the row says; a year alone is no date, so it is kept as words with the decision."""
    (issued, year), (expires, _) = (row.get(name) or (None, None) for name in ("issued", "expires"))
    words = [row.get("decision"), f"năm {year}" if year else None]
    said = {
        "stars": row.get("stars"),
        "decision_no": ", ".join(filter(None, words)) or None,
        "issued_on": issued,
        "expires_on": expires,
    }
    return {name: value for name, value in said.items() if value is not None}


def _is_the_paper(paper: Certificate, said: dict[str, Any]) -> bool:
    """By the decision's number where both have one, else by the day, else by the product alone."""
    numbers = {_YEAR_WORDS.sub("", text) for text in (paper.decision_no, said.get("decision_no")) if text} - {""}
    if paper.decision_no and said.get("decision_no") and "" not in numbers:
        return len(numbers) == 1
    if paper.issued_on and said.get("issued_on"):
        return bool(paper.issued_on == said["issued_on"])
    return True


def _corrected(paper: Certificate, said: dict[str, Any]) -> dict[str, Any]:
    """What the row says, the rest as it was; but an end that was reckoned from another issue is reckoned anew."""
    kept = {name: getattr(paper, name) for name in ("stars", "decision_no", "issued_on", "expires_on")}
    if "issued_on" in said:
        kept["expires_on"] = None
    return kept | said
