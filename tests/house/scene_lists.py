"""Lists that the scene's commune officer and its member handed in: one that waits for its officer's word, one taken."""

import io
from typing import Any

from sqlalchemy import select

from marketplace.catalogue.models import ImportRow, ImportRun
from marketplace.catalogue.services import hand_in
from marketplace.catalogue.vocabulary.lists import NewList
from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from tests.cast import Cast

OFFICERS, OWN = "/can-bo/nhap-danh-sach", "/ban-hang/nhap-danh-sach"
CONTENT = "Tên sản phẩm;Chủ thể\nBún khô;HTX Hồng Luân\nMiến dong;HTX Hồng Luân\n"
_ROWS = ((2, ("Bún khô", "HTX Hồng Luân")), (3, ("Miến dong", "HTX Hồng Luân")))
_NEW = NewList("products", "hàng.csv", "d" * 64, ("Tên sản phẩm", "Chủ thể"), {"name": 0}, (), (), _ROWS)


def list_of(rule: str, lists: dict[str, str]) -> str | None:
    """The list that a route is about: the result is that of the one taken, everything else is about the other."""
    bench = next((bench for bench in (OFFICERS, OWN) if rule.startswith(bench)), None)
    return lists[f"{bench} {'ended' if rule.endswith('ket-qua.xlsx') else 'previewed'}"] if bench else None


def list_form(rule: str) -> dict[str, Any]:
    """A list as it is handed in there."""
    kind = {"kind": "products"} if rule == OFFICERS else {}
    return {**kind, "file": (io.BytesIO(CONTENT.encode()), "hàng.csv")}


def leave_lists(cast: Cast) -> dict[str, str]:
    """By bench and state, the public ids of the lists."""
    officer, member = cast.actor("commune_officer"), cast.actor("member")
    with transaction(write=True):
        return {
            f"{bench} {state}": _leave(actor, supplier_id, state)
            for bench, actor, supplier_id in ((OFFICERS, officer, None), (OWN, member, cast.hong_luan.id))
            for state in ("previewed", "ended")
        }


def _leave(actor: Actor, supplier_id: int | None, state: str) -> str:
    run: ImportRun = hand_in(actor, _NEW, supplier_id=supplier_id)
    run.state, run.rows_seen, run.expected = state, 2, {"created": 1, "refused": 1}
    if state == "ended":
        run.rows_done, run.counts, run.recounted, run.ended_at = 2, run.expected, 1, now()
    good, bad = session.scalars(select(ImportRow).where(ImportRow.run_id == run.id).order_by(ImportRow.number))
    good.outcome, good.about = "created", "Bún khô"
    bad.outcome, bad.about = "refused", "Miến dong"
    bad.problems = [{"column": "Tên sản phẩm", "message": "Dài quá %(most)s ký tự.", "params": {"most": 200}}]
    session.flush()
    return run.public_id
