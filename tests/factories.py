"""Makes what a test needs, through the services that the house itself uses where that is what matters.

Call them inside ``transaction(write=True)``.
"""

from datetime import date, timedelta
from typing import Any

from marketplace.accounts.models import Account, GrantRow, SessionRow
from marketplace.accounts.queries import digest_of, grants_of
from marketplace.catalogue.models import Certificate, Offer, Pack, Product, ProductSlug, ProductVersion
from marketplace.catalogue.services import product_changed
from marketplace.catalogue.vocabulary import expiry_of
from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.text import fold, slugify, sort_key, strip_pack
from marketplace.suppliers.models import Mailbox, MembershipRow, Supplier, SupplierSlug
from marketplace.suppliers.queries import memberships_of
from marketplace.suppliers.vocabulary import match_key_of, strip_legal_form


def make_account(name: str = "someone", **values: Any) -> Account:
    """An account with ``<name>@example.org`` and no password."""
    given: dict[str, Any] = {"email": f"{name}@example.org", "name": name.replace("_", " ").title()}
    account = Account(created_at=now(), confirmed_at=now(), session_epoch=0, **{**given, **values})
    session.add(account)
    session.flush()
    return account


def begin_session_of(account: Account, *, with_second_factor: bool = True) -> str:
    """A session of the account that never grows idle, for tests move the clock by years; what its cookie holds."""
    token = f"the token of {account.email} {now()}"
    session.add(
        SessionRow(
            account_id=account.id,
            token_digest=digest_of(token),
            device="chrome/android",
            began_at=now(),
            seen_at=now() + timedelta(days=3650),
            second_factor_at=now() if with_second_factor else None,
        )
    )
    session.flush()
    return token


def actor_of(account: Account) -> Actor:
    """The actor of an account; reads the database."""
    return Actor(account.id, account.name, grants_of(account.id), memberships_of(account.id))


def appoint(account: Account, place_id: str | None, level: str = "reviewer") -> None:
    """Make the account officer of an area, or administrator without one."""
    role = "officer" if place_id else "administrator"
    session.add(GrantRow(account_id=account.id, role=role, level=level, place_id=place_id, granted_at=now()))
    session.flush()


def make_supplier(name: str = "HTX Hồng Luân", *, mailbox: str | None = None, **values: Any) -> Supplier:
    """A producer of the kind ``htx``, claimed."""
    slug = slugify(values.pop("slug", name))
    given: dict[str, Any] = {
        "slug": slug,
        "name": name,
        "short_name": strip_legal_form(name),
        "sort_key": sort_key(name),
        "match_key": match_key_of(name),
        "kind": "htx",
        "state": "claimed",
        "source": "test",
        "province_id": "2025:19",
        "created_at": now(),
        "changed_at": now(),
    }
    supplier = Supplier(**{**given, **values})
    session.add(supplier)
    session.flush()
    session.add(SupplierSlug(slug=slug, supplier_id=supplier.id))
    if mailbox:
        session.add(Mailbox(supplier_id=supplier.id, address=mailbox, added_at=now()))
    session.flush()
    return supplier


def join(account: Account, supplier: Supplier, role: str = "manager") -> None:
    """Make the account a member of the supplier."""
    session.add(MembershipRow(account_id=account.id, supplier_id=supplier.id, role=role, began_at=now()))
    session.flush()


def make_product(
    supplier: Supplier | None,
    name: str = "Bún khô",
    *,
    price: int | None = 38_000,
    pack: str = "gói 500 g",
    grams: int | None = 500,
    class_code: str | None = "I.3.b",
    **words: Any,
) -> Product:
    """A published product with one pack and the maker's offer; an event is written, so that it can be indexed."""
    slug = slugify(f"{name} {supplier.short_name if supplier else ''}")
    product = Product(
        slug=slug,
        supplier_id=supplier.id if supplier else None,
        match_key=fold(strip_pack(name)),
        class_code=class_code,
        state="published",
        source="test",
        created_at=now(),
        changed_at=now(),
        published_at=now(),
    )
    session.add(product)
    session.flush()
    version = ProductVersion(product_id=product.id, number=1, name=name, created_at=now(), **{"months": 4095, **words})
    session.add_all([ProductSlug(slug=slug, product_id=product.id), version])
    session.flush()
    product.version_id = version.id
    box = Pack(product_id=product.id, label=pack, grams=grams, position=0)
    session.add(box)
    session.flush()
    if supplier:
        make_offer(supplier, box, price)
    product_changed(product)
    session.flush()
    return product


def make_offer(supplier: Supplier, pack: Pack, price: int | None, **values: Any) -> Offer:
    """The supplier sells the pack; without a price one has to ask."""
    kind = "le" if price else "lien_he"
    offer = Offer(
        supplier_id=supplier.id,
        pack_id=pack.id,
        price=price,
        **{"price_kind": kind, "created_at": now(), "changed_at": now(), **values},
    )
    session.add(offer)
    session.flush()
    return offer


def make_certificate(product: Product, decision_no: str | None = "15/QĐ-UBND", **values: Any) -> Certificate:
    """An OCOP certificate of three stars as a list claims it, of 25 August 2025, for 36 months."""
    issued = values.pop("issued_on", date(2025, 8, 25))
    given = {"kind": "ocop", "stars": 3, "source": "test", "created_at": now()}
    paper = Certificate(
        product_id=product.id,
        decision_no=decision_no,
        issued_on=issued,
        **{**given, "expires_on": expiry_of(issued) if issued else None, **values},
    )
    session.add(paper)
    session.flush()
    return paper
