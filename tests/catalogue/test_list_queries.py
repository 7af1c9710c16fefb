"""Who sees which lists, and which rows of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import ImportRow, ImportRun
from marketplace.catalogue.queries.import_runs import Kept, counts_of, own_run_of, own_runs_of, rows_of, run_of, runs_of
from marketplace.catalogue.services import hand_in
from marketplace.catalogue.vocabulary.lists import NewList
from marketplace.core.actor import Actor
from marketplace.core.db import session, transaction
from tests import factories
from tests.cast import PERSONS, Cast

LIST = NewList("products", "hàng.csv", "d" * 64, ("Tên sản phẩm",), {"name": 0}, (), (), ((2, ("Bún khô",)),))
Sees = Callable[[Actor, str], ImportRun | None]


def kept(actor: Actor, supplier_id: int | None = None, **parts: Any) -> ImportRun:
    with transaction(write=True):
        run = hand_in(actor, replace(LIST, **parts), supplier_id=supplier_id)
        session.expunge(run)
        return run


def who_sees(cast: Cast, run: ImportRun, sees: Sees) -> set[str]:
    with transaction(write=False):
        return {person for person in PERSONS if sees(cast.actor(person), run.public_id)}


def test_an_officers_list_is_the_officers_own(cast: Cast) -> None:
    run = kept(cast.actor("commune_officer"))
    assert who_sees(cast, run, run_of) == {"commune_officer", "administrator"}
    assert who_sees(cast, run, own_run_of) == set()


def test_a_suppliers_list_is_seen_by_its_managers(cast: Cast) -> None:
    run = kept(cast.actor("member"), cast.hong_luan.id)
    assert who_sees(cast, run, own_run_of) == {"member"}
    assert who_sees(cast, run, run_of) == {"administrator"}
    with transaction(write=True):
        factories.join(cast.accounts["trader"], cast.hong_luan, "manager")
        factories.join(cast.accounts["other_officer"], cast.hong_luan, "member")
    assert who_sees(cast, run, own_run_of) == {"member", "trader"}


def test_a_member_sees_the_own_list_and_not_the_managers(cast: Cast) -> None:
    with transaction(write=True):
        factories.join(cast.accounts["trader"], cast.hong_luan, "member")
    own, other = kept(cast.actor("trader"), cast.hong_luan.id), kept(cast.actor("member"), cast.hong_luan.id)
    assert who_sees(cast, own, own_run_of) == {"trader", "member"}
    assert who_sees(cast, other, own_run_of) == {"member"}


def test_who_speaks_for_the_supplier_no_more_does_not_see_what_he_handed_in(cast: Cast) -> None:
    run = kept(cast.actor("other_member"), cast.hong_luan.id)
    assert who_sees(cast, run, own_run_of) == {"member"}


@pytest.mark.parametrize(
    ("person", "officers", "own"), [("commune_officer", 1, 0), ("member", 0, 1), ("other_member", 0, 0)]
)
def test_lists_of_lists_keep_to_the_same(cast: Cast, person: str, officers: int, own: int) -> None:
    kept(cast.actor("commune_officer"))
    kept(cast.actor("member"), cast.hong_luan.id)
    with transaction(write=False):
        actor = cast.actor(person)
        assert (runs_of(actor)[1], own_runs_of(actor)[1]) == (officers, own)
        assert len(runs_of(cast.actor("administrator"))[0]) == 2


def test_counts_and_rows_say_the_same(cast: Cast) -> None:
    remarks = [{"column": "Xã", "message": "Có 22 xã tên này.", "params": {}}]
    run = kept(cast.actor("commune_officer"), lines=tuple((number, ("Bún khô",)) for number in (2, 3, 4)))
    with transaction(write=True):
        told, silent, refused = session.scalars(select(ImportRow).order_by(ImportRow.number))
        told.outcome, silent.outcome, refused.outcome = "created", "created", "refused"
        told.remarks = refused.remarks = remarks
    kinds: tuple[Kept | None, ...] = (None, "created", "changed", "refused", "remarked")
    with transaction(write=False):
        counts = counts_of(run.id)
        assert {kind: counts.of(kind) for kind in kinds} == {kind: len(rows_of(run.id, kind)) for kind in kinds}
        assert (counts.total, counts.takeable, counts.remarked) == (3, 2, 1)
        assert [row.number for row in rows_of(run.id, "remarked")] == [2]


def test_a_row_that_nobody_looked_at_is_not_counted(cast: Cast) -> None:
    run = kept(cast.actor("commune_officer"))
    with transaction(write=False):
        assert (counts_of(run.id).total, rows_of(run.id)) == (0, [])
