"""The cast: the persons with whom every route is tried."""

from dataclasses import dataclass

from marketplace.accounts.models import Account
from marketplace.core.actor import STRANGER, Actor
from marketplace.core.clock import now
from marketplace.core.db import transaction
from marketplace.suppliers.models import Supplier
from tests import factories

PERSONS = (
    "stranger",
    "trader",
    "member",
    "other_member",
    "commune_officer",
    "other_officer",
    "province_officer",
    "administrator",
)
OFFICERS = ("commune_officer", "other_officer", "province_officer", "administrator")
SECRET = "A2B3C4D5E6F7G2H3I4J5K6L7M2N3O4P5"  # of every officer's second factor
TAN_LAP, QUANG_BACH = "pre2025:02032", "2025:02038"
BANG_PHUC, DONG_PHUC = "pre2025:02041", "2025:01933"
THAI_NGUYEN, LAO_CAI = "2025:19", "2025:15"


@dataclass(frozen=True)
class Cast:
    """Two producers, and the accounts of all persons but the stranger."""

    hong_luan: Supplier
    hong_ha: Supplier
    accounts: dict[str, Account]
    tokens: dict[str, str]

    def session_text(self, person: str) -> str | None:
        """What the cookie of that person's session holds; officers have shown their second factor in it."""
        return self.tokens.get(person)

    def actor(self, person: str) -> Actor:
        """The Actor as the house builds it."""
        return factories.actor_of(self.accounts[person]) if person != "stranger" else STRANGER


def engage_cast() -> Cast:
    """Engage them all: member belongs to HTX Hồng Luân of Quảng Bạch, other_member to HTX Hồng Hà of Đồng Phúc."""
    with transaction(write=True):
        hong_luan = factories.make_supplier(
            name="HTX Hồng Luân", place_id=QUANG_BACH, legacy_place_id=TAN_LAP, phone="+84900000012"
        )
        hong_ha = factories.make_supplier(
            name="HTX Hồng Hà", place_id=DONG_PHUC, legacy_place_id=BANG_PHUC, phone="+84900000013"
        )
        accounts = {person: factories.make_account(person) for person in PERSONS if person != "stranger"}
        factories.join(accounts["member"], hong_luan)
        factories.join(accounts["other_member"], hong_ha)
        factories.appoint(accounts["commune_officer"], QUANG_BACH)
        factories.appoint(accounts["other_officer"], LAO_CAI)
        factories.appoint(accounts["province_officer"], THAI_NGUYEN)
        factories.appoint(accounts["administrator"], None)
        for person in OFFICERS:
            accounts[person].totp_secret, accounts[person].totp_confirmed_at = SECRET, now()
        tokens = {
            person: factories.begin_session_of(account, with_second_factor=person in OFFICERS)
            for person, account in accounts.items()
        }
    return Cast(hong_luan, hong_ha, accounts, tokens)
