"""Every page fits a phone, 360 and 320 px wide, in both languages, and no browser complains about it.

Pages are found as people find them, by following links; that none is missed is held against the table of routes.
"""

from collections.abc import Callable

import pytest

from tests.browser.walking import AS_EACH, Walk

pytestmark = pytest.mark.browser


@AS_EACH
def test_pages(walked: Callable[[str], Walk], person: str) -> None:
    walk = walked(person)
    assert not walk.misfits, "\n".join(walk.misfits)
    assert not walk.phone.complaints, "\n".join(walk.phone.complaints)
    assert sorted(walk.missed()) == []
