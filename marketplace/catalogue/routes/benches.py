"""The two benches on which lists are handed in: the officers' and the suppliers', each with addresses of its own."""

from flask import Response, make_response, request, url_for

from marketplace.catalogue.presenters.importing import Ways

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def ways_here() -> Ways:
    """The addresses of the bench on which the present page stands."""
    return Ways(url_for, "own" if request.path.startswith("/ban-hang/") else "officer")


def workbook(content: bytes, name: str) -> Response:
    """A workbook to be kept under ``name``."""
    response = make_response(content)
    response.mimetype = _XLSX
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
