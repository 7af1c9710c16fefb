"""What everybody may see: counts of the whole country, none so small that it tells of one producer."""

from marketplace.core.clock import today
from marketplace.core.periods import Period
from marketplace.core.text import format_number
from marketplace.reports.indicators import histories_of
from marketplace.reports.queries.reports import scope_of
from marketplace.reports.vocabulary import CONTRACTS, IN_TIME, RECEIVED

SMALLEST_SHOWN = 5  # fewer may be one producer's, and a neighbour could tell whose
_SHOWN = (RECEIVED, IN_TIME, CONTRACTS)


def public_figures(period: Period) -> list[tuple[str, str]]:
    """(number, label) of three counts as known today; money never, and "-" for what is too small to be shown."""
    scope = scope_of(period, None, today())
    histories = histories_of(scope, period.start_utc, period.end_utc)
    counts = ((indicator, len(indicator.lines_of(histories, scope, period))) for indicator in _SHOWN)
    return [
        (format_number(count) if count >= SMALLEST_SHOWN else "-", indicator.named(scope))
        for indicator, count in counts
    ]
