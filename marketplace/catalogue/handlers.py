"""What the catalogue does after events: previews of lists, and taking them."""

from collections.abc import Sequence

from marketplace.catalogue.exports import forget_results, keep_result
from marketplace.catalogue.imports import preview_run, take_slice
from marketplace.catalogue.queries.matches import import_run
from marketplace.catalogue.services import forget_old_lists
from marketplace.catalogue.services.product_forms import forget_old_drafts
from marketplace.catalogue.vocabulary import ListConfirmed, ListHandedIn
from marketplace.core.db import transaction
from marketplace.core.outbox import Job, Subscription


def preview_lists(jobs: Sequence[Job]) -> None:
    """Plan the rows of lists that were handed in; twice does no harm, for a preview is made once."""
    for job in jobs:
        preview_run(job.event.run_id)


def take_lists(jobs: Sequence[Job]) -> None:
    """Take a slice of each list, and keep the result of one that has ended; done rows are never taken again."""
    for job in jobs:
        if take_slice(job.event.run_id):
            with transaction(write=False):
                keep_result(import_run(job.event.run_id))


def forget_lists() -> None:
    """Drop what nobody needs any more of old lists; ``app`` calls this in the night."""
    forget_results(forget_old_lists())


def forget_drafts() -> None:
    """Drop sheets that nobody has touched for long; ``app`` calls this in the night."""
    forget_old_drafts()


# Both open transactions of their own, portion by portion.
SUBSCRIPTIONS: tuple[Subscription, ...] = (
    Subscription("catalogue.preview_list", ListHandedIn, preview_lists, writes=False),
    Subscription("catalogue.take_list", ListConfirmed, take_lists, writes=False),
)
