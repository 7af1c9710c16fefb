"""Two judges that are none of ours find nothing on any page, as whoever opens it, in either language.

axe (WCAG 2.2 AA and its best practice) looks at the pages in Chromium, the Nu validator reads their HTML.
"""

from collections.abc import Callable

import pytest

from tests.browser.judging import Judge
from tests.browser.walking import PERSONS, Walk

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("walks")]


@pytest.mark.parametrize("person", PERSONS)
def test_axe_finds_nothing(walked: Callable[[str], Walk], person: str) -> None:
    faults = walked(person).faults
    assert not faults, "\n".join(faults)


def test_the_validator_finds_nothing(walked: Callable[[str], Walk], judge: Judge) -> None:
    for person in PERSONS:
        walked(person)
    assert len(judge.pages) > 100
    faults = judge.validated()
    assert not faults, "\n".join(faults)
