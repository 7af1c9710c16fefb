"""Two judges that are none of ours find nothing on any page, as whoever opens it, in either language.

axe (WCAG 2.2 AA and its best practice) looks at the pages in Chromium, the Nu validator reads their HTML.
"""

from collections.abc import Callable

import pytest

from tests.browser.walking import AS_EACH, Walk

pytestmark = pytest.mark.browser


@AS_EACH
def test_axe_finds_nothing(walked: Callable[[str], Walk], person: str) -> None:
    faults = walked(person).faults
    assert not faults, "\n".join(faults)


@AS_EACH
def test_the_validator_finds_nothing(walked: Callable[[str], Walk], person: str) -> None:
    judge = walked(person).judge
    assert judge.pages
    faults = judge.validated()
    assert not faults, "\n".join(faults)
