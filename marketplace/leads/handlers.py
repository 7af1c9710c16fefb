"""After something happened to a lead: in which time its supplier usually answers."""

from collections.abc import Sequence
from datetime import timedelta

from marketplace.core.clock import now
from marketplace.core.outbox import Job, Subscription
from marketplace.leads.queries import suppliers_of_leads, usual_answers
from marketplace.leads.vocabulary import LeadEventRecorded
from marketplace.suppliers.queries import suppliers_with_usual_answer
from marketplace.suppliers.services import keep_usual_answer

MEASURED_FOR = timedelta(days=90)  # as far back as it says something of today


def keep_answer_times(jobs: Sequence[Job]) -> None:
    """Measure anew how the suppliers of these leads answer."""
    _keep(usual_answers(now() - MEASURED_FOR, suppliers_of_leads([job.event.lead_id for job in jobs])))


def measure_all(_jobs: Sequence[Job]) -> None:
    """Once a night for everybody: what lies too far back doesn't count any more."""
    since = now() - MEASURED_FOR
    _keep(dict.fromkeys(suppliers_with_usual_answer()) | usual_answers(since))


def _keep(found: dict[int, int | None]) -> None:
    for supplier_id, minutes in found.items():
        keep_usual_answer(supplier_id, minutes)


SUBSCRIPTIONS = (Subscription("leads.keep_answer_times", LeadEventRecorded, keep_answer_times, batch=50),)
