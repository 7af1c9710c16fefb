"""The officers' word on certificates that were claimed."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.models import Certificate
from marketplace.catalogue.policies import may_verify_certificate
from marketplace.catalogue.presenters.officer_pages import OfficerCertificates, certificate_row
from marketplace.catalogue.queries import certificate_of_area, claimed_certificates
from marketplace.catalogue.routes.registry import section
from marketplace.catalogue.services import verify_certificate
from marketplace.core.errors import Missing
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import officer
from marketplace.core.texts import N_
from marketplace.suppliers.queries import area_names
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

VERIFIED = N_("Đã xác minh giấy chứng nhận.")


@section.page("/can-bo/chung-nhan", allow=officer)
def certificates() -> ResponseReturnValue:
    """The claimed OCOP certificates of the own area."""
    rows = [
        certificate_row(
            claimed,
            verify_action=_verify_action(claimed.certificate) if claimed.may_verify else None,
            form_key=fresh_form_key(),
        )
        for claimed in claimed_certificates(current_actor())
    ]
    shown = OfficerCertificates(area_names(current_actor()), len(rows), tuple(rows), None)
    return page("catalogue/officer_certificates.html", page=shown)


@section.action("/can-bo/chung-nhan/<certificate_id>/xac-minh", load=certificate_of_area, allow=may_verify_certificate)
def verify(certificate: Certificate) -> ResponseReturnValue:
    """An officer says that a claimed certificate is right: its stars show from now on while it is in force."""
    if certificate.verified_at is not None:
        raise Missing
    verify_certificate(current_actor(), certificate)
    flash(translate(VERIFIED), "done")
    return redirect(url_for("catalogue.certificates"), 303)


def _verify_action(certificate: Certificate) -> str:
    return url_for("catalogue.verify", certificate_id=certificate.public_id)
