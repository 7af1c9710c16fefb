"""Several who want one supplier: side by side before the officer, and each is told what becomes of it."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest
from flask import Flask

from tests.browse import Browser
from tests.cast import Cast
from tests.suppliers.claiming import DOOR, LIST, PROOF, claimed_by, code_for, holders, judged, own, somebody, unclaimed

SignIn = Callable[[str], Browser]
Drain = Callable[[], int]
Mails = Callable[[], list[EmailMessage]]
pytestmark = pytest.mark.usefixtures("clock")


def test_a_rival_whose_claim_waits_is_told_that_another_got_it(
    app: Flask, cast: Cast, sign_in: SignIn, drain: Drain, mails: Mails
) -> None:
    unclaimed()
    first, second = claimed_by(somebody(app, "lan")), claimed_by(somebody(app, "duc"))
    sign_in("commune_officer").fill(judged(second), "/dong-y")
    drain()
    (told,) = [mail for mail in mails() if mail["To"] == "lan@example.org"]
    assert "cho người khác" in told.get_content() and own(first) in told.get_content()
    assert not [mail for mail in mails() if mail["To"] == "duc@example.org" and "cho người khác" in mail.get_content()]


def test_rivals_stand_side_by_side_and_one_gets_it(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    supplier, officer = unclaimed(), sign_in("commune_officer")
    first, second = claimed_by(somebody(app, "lan")), claimed_by(somebody(app, "duc"))
    listed = officer.get(LIST).text
    assert listed.count("1 người khác cũng xin nhận") == 2
    read = officer.get(judged(second)).text
    assert read.index("Duc</h2>") < read.index(">Lan</a></h2>")
    assert officer.fill(judged(second), "/dong-y").status_code == 303
    assert officer.get(judged(first)).text.count("Kết thúc quyền của người đang giữ") == 1
    assert officer.fill(judged(first), "/dong-y", ends_holders="y").status_code == 303
    assert holders(supplier) == {"Lan": "manager"}


def test_who_holds_it_is_told_and_keeps_it_until_an_officer_decides(
    app: Flask, cast: Cast, sign_in: SignIn, drain: Drain, mails: Mails
) -> None:
    supplier, old = unclaimed(), somebody(app, "old")
    old.submit(f"{DOOR}/ma", {"code": code_for(supplier, cast)})
    new = somebody(app, "new")
    assert "cán bộ địa bàn sẽ hỏi cả hai bên" in new.get(DOOR).text
    claimed_by(new)
    drain()
    told = [mail for mail in mails() if mail["To"] == "old@example.org"]
    assert "Có người xin phụ trách" in told[-1].get_content() and "New" not in told[-1].get_content()
    assert holders(supplier) == {"Old": "manager"}
    assert old.submit(DOOR, PROOF).status_code == 422, "what one has one needn't claim"
