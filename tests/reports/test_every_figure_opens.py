"""Over random histories: every figure, and every part of one, is the length or the sum of the list that it opens."""

import csv
import io
from collections.abc import Sequence
from itertools import product
from random import Random

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.leads.models import LeadEvent
from marketplace.reports.exports import opened_csv
from marketplace.reports.presenters import groups_of
from marketplace.reports.queries import Opened, Report, opened_of
from marketplace.reports.vocabulary import BREAKDOWNS, INDICATORS, Indicator, Line, Part
from tests.reports.asking import reported
from tests.reports.facts import at
from tests.reports.histories import write_histories

SCOPES = list(product(("2026-Q3", "2026-11", "2026"), (None, "pre2025:064", "2025:15"), (None, "2026-09-10")))


@pytest.fixture(params=(1, 2))
def histories(app: Flask, clock: StoppedClock, request: pytest.FixtureRequest) -> None:
    with transaction(write=True):
        write_histories(Random(request.param), 60)


def summed(indicator: Indicator, values: Sequence[int | None]) -> int | None:
    """What a reader of the list would find: how many lines, or what their last column adds up to."""
    said = [value for value in values if value is not None]
    if not indicator.adds:
        return len(values)
    return sum(said) if said or not values else None


def opened(report: Report, indicator: Indicator, part: Part | None = None) -> Opened:
    with transaction(write=False):
        return opened_of(indicator, report.scope, part)


@pytest.mark.usefixtures("histories")
def test_every_figure_is_its_list() -> None:
    for period, area, as_of in SCOPES:
        report = reported(period, area, as_of)
        for indicator in INDICATORS:
            values = [line.value for line in opened(report, indicator).lines]
            assert indicator.number(report.lines[indicator.code]) == summed(indicator, values), indicator.code


@pytest.mark.usefixtures("histories")
def test_every_part_is_its_list_and_the_parts_are_the_whole() -> None:
    report = reported("2026-Q3", "pre2025:064")
    for breakdown, indicator in product(BREAKDOWNS, INDICATORS):
        groups = groups_of(report, breakdown)
        for group in groups:
            assert opened(report, indicator, group.part).lines == newest_first(group.lines[indicator.code])
        whole = [line for group in groups for line in group.lines[indicator.code]]
        assert newest_first(whole) == newest_first(report.lines[indicator.code])


def newest_first(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.event.occurred_at, line.event.id), reverse=True)


@pytest.mark.usefixtures("histories")
def test_a_lead_received_is_in_time_overdue_or_still_open() -> None:
    for period, area, as_of in SCOPES:
        lines = reported(period, area, as_of).lines
        parts = [len(lines[code]) for code in ("answered_in_time", "overdue", "within_time")]
        assert sum(parts) == len(lines["leads_received"])


@pytest.mark.usefixtures("histories")
def test_months_add_up_to_the_year() -> None:
    report = reported("2026")
    received = sum(month.counts[0] or 0 for month in report.months)
    assert received == len(report.lines["leads_received"]) > 0


@pytest.mark.usefixtures("histories")
def test_the_file_of_a_list_has_its_lines() -> None:
    report = reported("2026", as_of="2026-10-15")
    for indicator in INDICATORS:
        text = opened_csv(opened(report, indicator)).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), delimiter=";"))[1:]
        assert len(rows) == len(report.lines[indicator.code])


@pytest.mark.usefixtures("app", "clock")
def test_contract_value_by_another_way() -> None:
    """Reckoned anew from the table: without reopened leads, spam is simply what was ever marked and not taken back."""
    with transaction(write=True):
        write_histories(Random(3), 80, kinds=("contacted", "contract", "delivered", "marked_spam"))
        known = [event for event in session.scalars(select(LeadEvent)) if event.recorded_at < at("2026-10-16 00:00")]
    void = {event.corrects_id for event in known}
    spam = {event.lead_id for event in known if event.kind == "marked_spam" and event.id not in void}
    start, end = at("2026-07-01 00:00"), at("2026-10-01 00:00")
    expected = sum(
        event.value or 0
        for event in known
        if event.kind == "contract" and start <= event.occurred_at < end and not {event.id} & void
        if event.lead_id not in spam
    )
    lines = reported("2026-Q3", as_of="2026-10-15").lines["contract_value"]
    assert sum(line.value or 0 for line in lines) == expected > 0
