"""Suppliers that are one from a day on: who speaks for them, how they are reached and found, and as of when."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import delete, select

from marketplace.core.actor import STRANGER
from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock, now
from marketplace.core.db import session, transaction
from marketplace.core.errors import Conflict, Refused
from marketplace.suppliers.models import Supplier, SupplierMerge
from marketplace.suppliers.queries import (
    group_of,
    is_reviewed,
    mailboxes_of,
    members_of,
    memberships_of,
    public_supplier,
    reachability,
    root_ids,
    supplier_by_tax_code,
    supplier_labels,
    supplier_of_area,
    suppliers_by_match_key,
    suppliers_named,
    suppliers_of_area,
)
from marketplace.suppliers.queries.organisations import SupplierMoved
from marketplace.suppliers.services import merge_suppliers, put_contact, undo_supplier_merge
from tests.browse import Browser
from tests.cast import QUANG_BACH, Cast
from tests.factories import actor_of, join, make_account, make_supplier

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def twin(cast: Cast) -> Supplier:
    """The same cooperative, entered a second time."""
    with transaction(write=True):
        return make_supplier(
            "Hợp tác xã NN Hồng Luân",
            slug="hong-luan-2",
            place_id=QUANG_BACH,
            mailbox="hai@example.org",
            tax_code="4700000002",
        )


def merge(cast: Cast, supplier: Supplier, into: Supplier) -> SupplierMerge:
    with transaction(write=True):
        actor = cast.actor("administrator")
        return merge_suppliers(actor, session.get_one(Supplier, supplier.id), session.get_one(Supplier, into.id))


def undo(cast: Cast, merge_id: int) -> None:
    with transaction(write=True):
        undo_supplier_merge(cast.actor("administrator"), session.get_one(SupplierMerge, merge_id))


def test_the_members_of_the_merged_one_speak_for_both(cast: Cast, twin: Supplier) -> None:
    merge(cast, cast.hong_luan, twin)
    with transaction(write=False):
        actor = cast.actor("member")
        assert actor.supplier_ids == (twin.id, cast.hong_luan.id)
        assert actor.speaks_for(cast.hong_luan.id)
        assert actor.manages(twin.id)
        assert [account.email for _row, account in members_of(twin.id)] == ["member@example.org"]


def test_a_root_that_is_suspended_or_closed_keeps_its_people_from_selling(cast: Cast, twin: Supplier) -> None:
    merge(cast, cast.hong_luan, twin)
    for state, expected in (("suspended", [False, False]), ("closed", [])):
        with transaction(write=True):
            session.get_one(Supplier, twin.id).state = state
        with transaction(write=False):
            assert [one.is_public for one in memberships_of(cast.accounts["member"].id)] == expected


def test_mails_go_to_the_mailboxes_of_both_and_are_kept_together(cast: Cast, twin: Supplier) -> None:
    merge(cast, twin, cast.hong_luan)
    with transaction(write=False):
        assert mailboxes_of(cast.hong_luan.id) == mailboxes_of(twin.id) == ("hai@example.org",)
        assert reachability([cast.hong_luan.id]) == {cast.hong_luan.id: (True, True)}
    with transaction(write=True):
        root = session.get_one(Supplier, cast.hong_luan.id)
        put_contact(cast.actor("administrator"), root, ["mot@example.org"], root.phone)
    with transaction(write=False):
        assert mailboxes_of(cast.hong_luan.id) == ("mot@example.org",)


def test_the_merged_one_is_in_no_list_and_its_address_leads_on(cast: Cast, twin: Supplier, client: Browser) -> None:
    first = merge(cast, twin, cast.hong_luan)
    with transaction(write=False):
        named, total = suppliers_named("hong luan", offset=0, limit=9)
        assert ([supplier.id for supplier in named], total) == ([cast.hong_luan.id], 1)
        assert public_supplier(STRANGER, "hong-luan-2") == SupplierMoved("htx-hong-luan")
        assert [s.id for s in suppliers_of_area(cast.actor("commune_officer"))] == [cast.hong_luan.id]
        assert supplier_labels([twin.id])[twin.id].name == "HTX Hồng Luân"
        found = supplier_of_area(cast.actor("commune_officer"), "hong-luan-2")
        assert found is not None
        assert found.id == cast.hong_luan.id
        assert is_reviewed(cast.actor("commune_officer"), twin.id)
    moved = client.get("/chu-the/hong-luan-2")
    assert (moved.status_code, moved.location) == (301, "/chu-the/htx-hong-luan")
    undo(cast, first.id)
    assert client.get("/chu-the/hong-luan-2").status_code == 200


def test_lists_find_the_root_by_what_the_merged_one_was_called(cast: Cast, twin: Supplier) -> None:
    merge(cast, twin, cast.hong_luan)
    with transaction(write=False):
        found = supplier_by_tax_code("4700000002")
        assert found is not None
        assert found.id == cast.hong_luan.id
        assert [s.id for s in suppliers_by_match_key("nn hong luan", "2025:19")] == [cast.hong_luan.id]


def test_as_of_a_day_before_there_are_two_and_after_an_undo_the_day_between_still_has_one(
    cast: Cast, twin: Supplier, clock: StoppedClock
) -> None:
    pair, before = [twin.id, cast.hong_luan.id], now()
    clock.advance(timedelta(days=1))
    first = merge(cast, twin, cast.hong_luan)
    clock.advance(timedelta(days=1))
    between = now()
    clock.advance(timedelta(days=1))
    undo(cast, first.id)
    clock.advance(timedelta(days=1))
    with transaction(write=False):
        assert root_ids(pair, before) == {twin.id: twin.id, cast.hong_luan.id: cast.hong_luan.id}
        assert root_ids(pair, between) == dict.fromkeys(pair, cast.hong_luan.id)
        assert root_ids(pair, now()) == root_ids(pair) == root_ids(pair, before)
    merge(cast, cast.hong_luan, twin)
    clock.advance(timedelta(days=1))
    with transaction(write=False):
        assert root_ids(pair, now()) == root_ids(pair) == dict.fromkeys(pair, twin.id)
        assert root_ids(pair, between) == dict.fromkeys(pair, cast.hong_luan.id)


def test_chains_lead_to_the_end_and_the_inner_one_can_be_taken_back(cast: Cast, twin: Supplier) -> None:
    inner = merge(cast, twin, cast.hong_luan)
    merge(cast, cast.hong_luan, cast.hong_ha)
    with transaction(write=False):
        assert group_of(twin.id) == (cast.hong_ha.id, cast.hong_luan.id, twin.id)
        assert session.get_one(Supplier, twin.id).merged_into_id == cast.hong_ha.id
    with pytest.raises(Refused):
        merge(cast, cast.hong_ha, twin)
    undo(cast, inner.id)
    with transaction(write=False):
        assert group_of(twin.id) == (twin.id,)
        assert group_of(cast.hong_luan.id) == (cast.hong_ha.id, cast.hong_luan.id)
    with pytest.raises(Refused):
        undo(cast, inner.id)


def test_merges_are_facts_and_stand_in_the_audit_of_both(cast: Cast, twin: Supplier) -> None:
    first = merge(cast, twin, cast.hong_luan)
    undo(cast, first.id)
    with transaction(write=False):
        rows = session.execute(select(AuditRow.action, AuditRow.object_id).where(AuditRow.object_kind == "supplier"))
        both = {twin.public_id, cast.hong_luan.public_id}
        assert set(rows.all()) == {
            (action, public_id) for action in ("merge_supplier", "undo_supplier_merge") for public_id in both
        }
    with pytest.raises(Conflict), transaction(write=True):
        session.execute(delete(SupplierMerge))


def test_the_bench_shows_one_name(cast: Cast, twin: Supplier, sign_in: Callable[[str], Browser]) -> None:
    browser = sign_in("member")
    merge(cast, cast.hong_luan, twin)
    shown = browser.get("/ban-hang/").text
    assert shown.count("Hợp tác xã NN Hồng Luân") == 2  # the title and the bench
    assert "HTX Hồng Luân" not in shown


@pytest.mark.parametrize("state", ["applied", "suspended", "closed"])
def test_a_merge_lets_nobody_in_or_back(
    cast: Cast, twin: Supplier, sign_in: Callable[[str], Browser], state: str
) -> None:
    """Its people would speak for the public one, and its goods would show, without anybody having passed them."""
    with transaction(write=True):
        session.get_one(Supplier, twin.id).state = state
    officer = sign_in("commune_officer")
    for kept in (twin, cast.hong_luan):
        pair = f"/can-bo/trung/chu-the/{twin.public_id}/{cast.hong_luan.public_id}/gop"
        refused = officer.submit(pair, {"giu": kept.public_id})
        assert refused.status_code == 422 and "còn chờ thông qua, đang tạm ẩn hoặc đã đóng" in refused.text
    with transaction(write=False):
        assert session.scalars(select(SupplierMerge)).all() == []


def test_whether_somebody_looks_after_it_follows_the_people_of_both(
    cast: Cast, twin: Supplier, sign_in: Callable[[str], Browser], client: Browser
) -> None:
    """With members it was offered to whoever passes by; and after the undo one without any counted as held."""

    def states() -> list[str]:
        with transaction(write=False):
            return [session.get_one(Supplier, one.id).state for one in (cast.hong_luan, twin)]

    with transaction(write=True):
        session.get_one(Supplier, twin.id).state = "unclaimed"
    first = merge(cast, cast.hong_luan, twin)
    assert states()[1] == "claimed"
    assert "Nhận chủ thể" not in client.get("/chu-the/hong-luan-2").text
    undo(cast, first.id)
    assert states() == ["claimed", "unclaimed"]
    second = merge(cast, cast.hong_luan, twin)
    assert sign_in("commune_officer").submit("/can-bo/chu-the/hong-luan-2/ket-thuc").status_code == 303
    undo(cast, second.id)
    assert states() == ["unclaimed", "unclaimed"]


def test_a_manager_of_both_is_made_a_member_of_both(
    cast: Cast, twin: Supplier, sign_in: Callable[[str], Browser]
) -> None:
    """The page said that the role was changed, and the person went on deciding."""
    with transaction(write=True):
        second = make_account("second")
        for one in (cast.hong_luan, twin):
            join(second, session.get_one(Supplier, one.id))
    merge(cast, twin, cast.hong_luan)
    way = f"/ban-hang/thanh-vien/htx-hong-luan/{second.public_id}/vai-tro"
    assert sign_in("member").submit(way, {"role": "member"}).status_code == 303
    with transaction(write=False):
        actor = actor_of(second)
        assert actor.speaks_for(cast.hong_luan.id)
        assert not actor.manages(cast.hong_luan.id)
