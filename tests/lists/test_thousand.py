"""A thousand rows, three in ten of them bad: each is refused for its own reason, the good ones are taken."""

from collections import Counter

from flask import Flask

from marketplace.catalogue.imports import offers
from marketplace.catalogue.models import Certificate, ImportRow, Offer, Product
from marketplace.suppliers.models import Supplier
from tests.lists.settling import Summary, all_of, settle
from tests.lists.thousand import BAD, EACH, as_csv, rows

GOOD = 1000 - EACH * len(BAD)
WHY = dict(Counter(why for _column, _cell, why in BAD for _ in range(EACH)))
SUMMARY: Summary = ({"created": GOOD, "refused": EACH * len(BAD)}, WHY, {}, (), {})


def test_the_list_is_taken_again_and_mended(app: Flask) -> None:
    assert settle(as_csv(rows())).summary == SUMMARY
    assert [len(all_of(table)) for table in (Product, Certificate, Offer)] == [GOOD] * 3, "refused rows left nothing"
    assert {int(found.name.split()[-1]) for found in all_of(Supplier) if found.name.split()[-1].isdigit()} <= set(
        range(150)
    )
    _look_at_refused_rows([row for row in all_of(ImportRow) if row.outcome == "refused"])
    assert settle(as_csv(rows())).summary == ({"unchanged": GOOD, "refused": EACH * len(BAD)}, *SUMMARY[1:])
    mended = settle(as_csv(rows(mended=True)))
    twice = EACH  # what stood at two prices stands there already
    assert mended.summary == ({"unchanged": GOOD + twice, "created": EACH * len(BAD) - twice}, {}, {}, (), {})


def _look_at_refused_rows(refused: list[ImportRow]) -> None:
    """Each says in which column something is wrong, or which line says otherwise."""
    said = [problem for row in refused for problem in row.problems]
    assert len(said) == len(refused) == EACH * len(BAD)
    columns = {column for column, _cell, _why in BAD} - {"Chủ thể"}
    assert {problem["column"] for problem in said} - {""} == {*columns, "Thư điện tử"} - {"Email"}
    lines = {problem["params"]["line"] for problem in said if problem["message"] == offers.TWO_PRICES}
    assert lines == set(range(102, 102 + EACH))
