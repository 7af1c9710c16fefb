"""What the catalogue does after events: previews of lists, and taking them."""

from collections.abc import Sequence

from marketplace.catalogue.imports import preview_run, take_slice
from marketplace.catalogue.vocabulary import ListConfirmed, ListHandedIn
from marketplace.core.outbox import Job, Subscription


def preview_lists(jobs: Sequence[Job]) -> None:
    """Plan the rows of lists that were handed in; twice does no harm, for a preview is made once."""
    for job in jobs:
        preview_run(job.event.run_id)


def take_lists(jobs: Sequence[Job]) -> None:
    """Take a slice of each list; rows that are done are never taken again."""
    for job in jobs:
        take_slice(job.event.run_id)


# Both open transactions of their own, portion by portion.
SUBSCRIPTIONS: tuple[Subscription, ...] = (
    Subscription("catalogue.preview_list", ListHandedIn, preview_lists, writes=False),
    Subscription("catalogue.take_list", ListConfirmed, take_lists, writes=False),
)
