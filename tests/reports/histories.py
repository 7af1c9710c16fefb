"""Random leads: any kinds of events at any moments, recorded at once or late, some taken back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from marketplace.leads.models import Lead
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.cast import BANG_PHUC, DONG_PHUC, LAO_CAI, QUANG_BACH, TAN_LAP
from tests.reports.facts import ask, take_back, tell

KINDS = (
    "seen", "asked_again", "contacted", "sampled", "quoted", "memorandum", "framework_contract", "contract",
    "contract", "delivered", "delivered", "lost", "reopened", "marked_spam",
)  # fmt: skip
FIRST, DAYS = datetime(2026, 6, 1), 170
CHANNELS = ("form", "phone", "zalo", "fair")


def write_histories(dice: Random, count: int, kinds: Sequence[str] = KINDS) -> None:
    """Write ``count`` leads of four suppliers: two of Chợ Đồn, one of another province, one of nowhere."""
    suppliers = [
        factories.make_supplier("HTX Một", place_id=QUANG_BACH, legacy_place_id=TAN_LAP),
        factories.make_supplier("HTX Hai", place_id=DONG_PHUC, legacy_place_id=BANG_PHUC),
        factories.make_supplier("HTX Ba", province_id=LAO_CAI),
        factories.make_supplier("HTX Bốn", province_id=None),
    ]
    for _ in range(count):
        _write_lead(dice, dice.choice(suppliers), kinds)


def _write_lead(dice: Random, supplier: Supplier, kinds: Sequence[str]) -> None:
    asked = FIRST + timedelta(minutes=dice.randrange(DAYS * 24 * 60))
    late = timedelta(days=dice.choice((0, 0, 0, 5)))
    class_code = dice.choice(("I.3.b", "I.1.a", None))
    lead = ask(supplier, _text(asked), _text(asked + late), channel=dice.choice(CHANNELS), class_code=class_code)
    recorded = asked + late
    for _ in range(dice.randrange(5)):
        recorded = _write_event(dice, lead, dice.choice(kinds), asked, recorded)


def _write_event(dice: Random, lead: Lead, kind: str, asked: datetime, recorded: datetime) -> datetime:
    """Write one event, perhaps with its correction; gives when the last of them was recorded."""
    occurred = asked + timedelta(hours=dice.randrange(1, 24 * 20))
    recorded = max(recorded, occurred + timedelta(days=dice.choice((0, 0, 3))))
    values = {"value": dice.choice((None, 10**6, 45 * 10**6)), "grams": dice.choice((None, 500, 2 * 10**6))}
    event = tell(lead, kind, _text(occurred), _text(recorded), said_by=dice.choice(("supplier", "buyer")), **values)
    if dice.random() < 0.2:
        recorded += timedelta(days=1)
        take_back(event, _text(recorded))
    return recorded


def _text(moment: datetime) -> str:
    return moment.isoformat(" ", "minutes")
