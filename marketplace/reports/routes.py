"""The officer's report: the page, its figures opened, and both as files."""

from dataclasses import dataclass

from flask import Response, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from marketplace.core.actor import Actor
from marketplace.core.clock import today
from marketplace.core.errors import Missing, Refused
from marketplace.core.periods import current_quarter
from marketplace.core.text import format_date
from marketplace.reports.exports import WRITERS, file_name, opened_csv
from marketplace.reports.forms import ReportForm
from marketplace.reports.policies import may_read_reports
from marketplace.reports.presenters import opened_page, report_page
from marketplace.reports.presenters.labels import COUNTRY, area_label, capital
from marketplace.reports.queries import Opened, area_for, areas_of, opened_of, report_of, scope_of
from marketplace.reports.vocabulary import BREAKDOWNS, BY_COMMUNE, BY_PARAM, BY_SLUG, Part, Scope
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.sections import Section

section = Section("reports", __name__)

_TYPES = {"csv": "text/csv", "json": "application/json"}


@dataclass(frozen=True)
class Asked:
    """What the address asks for: the form as filled in, and the scope that it gives."""

    form: ReportForm
    scope: Scope


@dataclass(frozen=True)
class AskedFile:
    """A scope, and the kind of file in which its report is wanted."""

    scope: Scope
    suffix: str


def _asked(actor: Actor, **_url: str) -> Asked:
    """Read the address. Areas that aren't the actor's end here; a wrong period or day is told beside its field."""
    given = {name: text for name in ("ky", "vung", "den") if (text := request.args.get(name, "").strip())}
    area = area_for(actor, given.get("vung", ""))
    chosen = (area.place_id if area else "", area_label(area))
    now = {"ky": current_quarter(today()).code, "den": format_date(today())}
    form = ReportForm(MultiDict({**now, **given, "vung": chosen[0]}))
    form.validate()
    country = [("", translate(COUNTRY))] if actor.is_administrator else []
    form.offer([*country, *((key, capital(name.full)) for key, name in areas_of(actor))], chosen)
    return Asked(form, scope_of(form.period, area, form.as_of))


def _opened(actor: Actor, indicator: str) -> Opened | None:
    found = BY_SLUG.get(indicator)
    return opened_of(found, _right(_asked(actor)), _part()) if found else None


def _asked_file(actor: Actor, format: str) -> AskedFile:
    return AskedFile(_right(_asked(actor)), format)


def _right(asked: Asked) -> Scope:
    """The scope; raises Refused where no form is there to say what is wrong."""
    problems = [text for texts in asked.form.errors.values() for text in texts]
    if problems:
        raise Refused(problems[0])
    return asked.scope


def _part() -> Part | None:
    """The part of a figure that the address names, such as ``xa=2025:02038``; raises Missing for what can be none."""
    named = ((breakdown, request.args.get(breakdown.param)) for breakdown in BREAKDOWNS)
    part = next((Part(breakdown, key) for breakdown, key in named if key), None)
    if part is not None and not part.breakdown.may_be(part.key):
        raise Missing
    return part


@section.page("/can-bo/", allow=may_read_reports)
def bench() -> ResponseReturnValue:
    """An officer's bench begins with the report."""
    return redirect(url_for("reports.report"), 303)


@section.page("/can-bo/bao-cao", load=_asked, allow=may_read_reports)
def report(asked: Asked) -> ResponseReturnValue:
    """The report of a period and an area, as known at a day."""
    breakdown = BY_PARAM.get(request.args.get("theo", ""), BY_COMMUNE)
    shown = report_page(report_of(asked.scope), breakdown, url_for)
    return page("reports/report.html", status=422 if asked.form.errors else 200, page=shown, form=asked.form)


@section.page("/can-bo/bao-cao/mo/<indicator>", load=_opened, allow=may_read_reports)
def opened(found: Opened) -> ResponseReturnValue:
    """The lines of which a figure is made."""
    shown = opened_page(found, url_for, request.args.get("trang", 1, type=int))
    return page("reports/opened.html", page=shown)


@section.page("/can-bo/bao-cao/mo/<indicator>/danh-sach.csv", load=_opened, allow=may_read_reports)
def export_opened(found: Opened) -> ResponseReturnValue:
    """The same lines as a file."""
    return _file(opened_csv(found), "csv", file_name(found.scope, "csv", found.indicator))


@section.page("/can-bo/bao-cao/xuat.<any(csv,json):format>", load=_asked_file, allow=may_read_reports)
def export(wanted: AskedFile) -> ResponseReturnValue:
    """The report as a file."""
    content = WRITERS[wanted.suffix](report_of(wanted.scope))
    return _file(content, wanted.suffix, file_name(wanted.scope, wanted.suffix))


def _file(content: bytes, suffix: str, name: str) -> Response:
    response = make_response(content)
    response.mimetype = _TYPES[suffix]
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
