"""The index follows what happened; each handler reads the present state, so running twice does no harm."""

from collections.abc import Sequence
from datetime import date

from marketplace.catalogue.queries import published_ids_of_suppliers
from marketplace.catalogue.vocabulary import ProductChanged
from marketplace.core.outbox import Job, Subscription
from marketplace.search import services
from marketplace.suppliers.vocabulary import SupplierChanged


def index_products(jobs: Sequence[Job]) -> None:
    """Index the products that changed."""
    services.index_products([job.event.product_id for job in jobs])


def index_supplier(jobs: Sequence[Job]) -> None:
    """Index what the changed suppliers make and sell: their names and places stand with it."""
    services.index_products(published_ids_of_suppliers({job.event.supplier_id for job in jobs}))


def index_day(jobs: Sequence[Job]) -> None:
    """Index what began or ended by the calendar; ``app`` calls this after its own event of a new day."""
    services.index_day(max(date.fromisoformat(job.event.day) for job in jobs))


# Many at once, for each call writes a segment; 2 000 documents are some 15 MB and take a second or two.
_MOST_PRODUCTS, _MOST_SUPPLIERS = 2000, 200

SUBSCRIPTIONS: tuple[Subscription, ...] = (
    Subscription("search.index_products", ProductChanged, index_products, batch=_MOST_PRODUCTS, writes=False),
    Subscription("search.index_supplier", SupplierChanged, index_supplier, batch=_MOST_SUPPLIERS, writes=False),
)
