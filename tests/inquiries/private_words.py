"""A buyer with words that stand nowhere else: her private page, where traces of her are kept, and deleting them."""

from collections.abc import Callable, Iterator

from sqlalchemy import select

from marketplace.core.db import Base, database, session, transaction
from marketplace.core.settings import settings
from marketplace.inquiries.models import DataRequest
from tests import factories
from tests.browse import Browser
from tests.inquiries.market import Market, answer_path, ask, inquiries, leads, plain, track_path

PRIVATE = ("Thu Kín Tiếng", "900000045", "0900 000 045", "thu.kin@example.org", "sợi nhỏ", "Ngõ Bí Mật", "giao tận ngõ")
ASKED = {
    "name": "Chị Thu Kín Tiếng",
    "email": "thu.kin@example.org",
    "words": "Cần sợi nhỏ, gọi 0900 000 045.",
    "place": "12 Ngõ Bí Mật",
}


def page_after_an_answer(market: Market, client: Browser, drain: Callable[[], int]) -> str:
    """Chị Thu asked, wrote again and was answered, and all mails were written; her private page."""
    with transaction(write=True):
        account = factories.make_account("member")
        factories.join(account, session.merge(market.maker))
    page = track_path(ask(client, **ASKED))
    [inquiry] = inquiries()
    client.submit(answer_path(inquiry), {"answer": "quote", "price": "66k", "note": "Bên em giao tận ngõ."})
    client.submit(f"{page}/nhan", {"lead": leads()[0].public_id, "words": "Sợi nhỏ thật nhé."})
    drain()
    return page


def kept_words() -> Iterator[tuple[str, str]]:
    """(where, text) of every text column of every table, and of every file of the data folder."""
    with transaction(write=False):
        for table in Base.metadata.tables.values():
            for row in session.execute(select(table)).mappings():
                yield from ((f"{table.name}.{name}", str(value)) for name, value in row.items() if value is not None)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    for path in sorted(settings().data_folder.rglob("*")):
        if path.is_file():
            yield path.name, path.read_bytes().decode("utf-8", "ignore")


def traces() -> list[tuple[str, str]]:
    """Where something of the buyer still stands."""
    return [(word, where) for where, kept in kept_words() for word in PRIVATE if word.lower() in plain(kept).lower()]


def erase(client: Browser, page: str, kind: str = "deletion") -> None:
    """Ask on her page for everything to be deleted, or take the consent back."""
    answer = client.submit(f"{page}/du-lieu/xoa", {"kind": kind})
    assert answer.status_code == 303, answer.text


def requested() -> list[tuple[str, bool]]:
    """(kind, whether it was done) of what buyers asked about their data."""
    with transaction(write=False):
        rows = session.scalars(select(DataRequest).order_by(DataRequest.id))
        return [(row.kind, row.done_at is not None) for row in rows]
