"""Whatever is merged and taken back in whatever order, everything has exactly one root."""

from hypothesis import given
from hypothesis.strategies import integers, lists, tuples

from marketplace.core.merges import MergeFact, roots_of, standing

THINGS = 6
Acts = list[tuple[int, int, int]]
acts = lists(tuples(integers(0, THINGS - 1), integers(0, THINGS - 1), integers(0, 9)), max_size=25)


def _facts_of(given: Acts) -> list[MergeFact]:
    """What the service would have recorded: roots into roots, and every third act takes a standing merge back."""
    facts: list[MergeFact] = []
    for first, second, chance in given:
        roots, stand = roots_of(facts), standing(facts)
        if chance < 4 and stand:
            undone = stand[chance % len(stand)]
            facts.append(MergeFact(len(facts) + 1, undone.from_id, undone.into_id, undone.id))
        elif roots.get(first, first) != roots.get(second, second):
            facts.append(MergeFact(len(facts) + 1, roots.get(first, first), roots.get(second, second), None))
    return facts


@given(acts)
def test_everything_has_one_root_that_is_its_own(given: Acts) -> None:
    roots = roots_of(_facts_of(given))
    for thing in range(THINGS):
        root = roots.get(thing, thing)
        assert root not in roots, "a root leads nowhere else"
    assert all(key != root for key, root in roots.items())


@given(acts)
def test_undoing_all_restores_the_beginning(given: Acts) -> None:
    facts = _facts_of(given)
    for merge in standing(facts):
        facts.append(MergeFact(len(facts) + 1, merge.from_id, merge.into_id, merge.id))
    assert roots_of(facts) == {}


@given(acts)
def test_what_was_known_earlier_stays_as_it_was(given: Acts) -> None:
    facts = _facts_of(given)
    for end in range(len(facts)):
        assert roots_of(facts[:end]) == roots_of([fact for fact in facts if fact.id <= end])


def test_the_inner_one_of_a_chain_taken_back_leaves_the_outer() -> None:
    facts = [MergeFact(1, 1, 2, None), MergeFact(2, 2, 3, None)]
    assert roots_of(facts) == {1: 3, 2: 3}
    facts.append(MergeFact(3, 1, 2, 1))
    assert roots_of(facts) == {2: 3}
    facts.append(MergeFact(4, 3, 1, None))
    assert roots_of(facts) == {2: 1, 3: 1}


def test_a_ring_that_no_service_would_write_still_ends() -> None:
    assert set(roots_of([MergeFact(1, 1, 2, None), MergeFact(2, 2, 1, None)])) == {1, 2}
