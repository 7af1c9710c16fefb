"""What papers are worth: intents and frames apart from contracts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from marketplace.leads.vocabulary import Values, values_of
from tests.leads.histories import Happened, correcting, history

PAPERS = ("memorandum", "framework_contract", "contract", "delivered")


def worth(*papers: tuple[str, int | None]) -> list[Happened]:
    """A history of papers with their values."""
    created, *events = history(*(kind for kind, _value in papers))
    return [created, *(replace(e, value=value) for e, (_kind, value) in zip(events, papers, strict=True))]


def test_a_memorandum_is_never_added_to_contracts() -> None:
    values = values_of(worth(("memorandum", 900), ("framework_contract", 80), ("contract", 7), ("delivered", 6)))
    assert values == Values(memorandum=900, framework_contract=80, contract=7, delivered=6)


def test_several_contracts_add_up() -> None:
    assert values_of(worth(("contract", 45_000_000), ("contract", 5_000_000))).contract == 50_000_000


def test_a_delivery_without_value_adds_nothing() -> None:
    assert values_of(worth(("delivered", None))).delivered == 0


def test_a_corrected_contract_counts_no_more() -> None:
    events = worth(("contract", 450), ("contract", 45))
    assert values_of(correcting(events, 2)).contract == 45


@given(st.lists(st.tuples(st.sampled_from(PAPERS), st.integers(1, 10**12))))
def test_nothing_is_lost_or_counted_twice(papers: list[tuple[str, int]]) -> None:
    values = values_of(worth(*papers))
    total = values.memorandum + values.framework_contract + values.contract + values.delivered
    assert total == sum(value for _kind, value in papers)
