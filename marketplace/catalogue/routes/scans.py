"""The scans of certificates, for those whom they concern; each look is written down."""

from flask.typing import ResponseReturnValue

from marketplace.catalogue.policies import may_see_scans
from marketplace.catalogue.queries.scans import Scan, own_scan, scan_of_area
from marketplace.catalogue.routes.registry import section
from marketplace.catalogue.services.certificates import note_scan_seen
from marketplace.core.errors import Missing
from marketplace.media.queries import file_of
from marketplace.web.files import private_file
from marketplace.web.signin import current_actor


@section.page("/can-bo/giay/<public_id>/ban-chup", load=scan_of_area, allow=may_see_scans, records=True)
def officer_scan(scan: Scan) -> ResponseReturnValue:
    """The scan of a paper of the officer's area."""
    return _shown(scan)


@section.page("/ban-hang/giay/<public_id>/ban-chup", load=own_scan, allow=may_see_scans, records=True)
def own_scan_file(scan: Scan) -> ResponseReturnValue:
    """The scan of a paper of the own supplier."""
    return _shown(scan)


def _shown(scan: Scan) -> ResponseReturnValue:
    file = file_of(scan.photo)
    if file is None:
        raise Missing
    note_scan_seen(current_actor(), scan.certificate_id)
    return private_file(file.content, file.media_type, f"giay-{scan.certificate_id}.jpg")
