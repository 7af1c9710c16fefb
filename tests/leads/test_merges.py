"""Leads of suppliers and products that are one: members see all, repeats join, new ones go to the root."""

import pytest

from marketplace.catalogue.services import merge_products
from marketplace.core.db import session, transaction
from marketplace.leads.queries import file_of, own_suppliers
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.services import merge_suppliers
from tests.cast import Cast
from tests.factories import make_product, make_supplier
from tests.leads.asking import ask, happened, kinds_of

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def twin(cast: Cast) -> Supplier:
    """The same cooperative, entered a second time."""
    with transaction(write=True):
        return make_supplier("HTX Hồng Luân Hai", slug="hai")


def one(cast: Cast, supplier: Supplier, into: Supplier) -> None:
    with transaction(write=True):
        pair = (session.get_one(Supplier, supplier.id), session.get_one(Supplier, into.id))
        merge_suppliers(cast.actor("administrator"), *pair)


def test_members_of_the_merged_one_see_and_answer_the_leads_of_both(cast: Cast, twin: Supplier) -> None:
    mine, others = ask(cast.hong_luan), ask(twin)
    one(cast, cast.hong_luan, twin)
    with transaction(write=False):
        actor = cast.actor("member")
        for lead in (mine, others):
            file = file_of(actor, lead.public_id)
            assert file is not None
            assert file.supplier.name == "HTX Hồng Luân Hai"
        assert [supplier.name for supplier in own_suppliers(actor)] == ["HTX Hồng Luân Hai"]
    happened(cast.actor("member"), others, "contacted")
    assert kinds_of(others) == ["created", "contacted"]


def test_a_repeat_joins_the_lead_that_the_merged_one_had(cast: Cast, twin: Supplier) -> None:
    with transaction(write=True):
        old, product = make_product(twin, "Bún"), make_product(cast.hong_luan, "Bún khô")
    first = ask(twin, product_id=old.id)
    one(cast, twin, cast.hong_luan)
    with transaction(write=True):
        merge_products(cast.actor("administrator"), session.merge(old), session.merge(product))
    again = ask(cast.hong_luan, product_id=product.id)
    assert again.id == first.id
    assert (again.supplier_id, again.product_id) == (twin.id, old.id), "nothing is rewritten"
    assert kinds_of(first) == ["created", "asked_again"]


def test_a_new_question_to_the_merged_one_is_the_roots(cast: Cast, twin: Supplier) -> None:
    one(cast, twin, cast.hong_luan)
    assert ask(twin).supplier_id == cast.hong_luan.id
