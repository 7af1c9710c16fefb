"""Marks of the installation."""

import pytest

from marketplace.core.db import transaction
from marketplace.core.stamps import put_stamp, stamp_of

pytestmark = pytest.mark.usefixtures("app")


def test_a_mark_is_set_and_set_again() -> None:
    with transaction(write=True):
        assert stamp_of("places") != "1"
        put_stamp("places", "1")
        put_stamp("other", "2")
    with transaction(write=True):
        put_stamp("places", "3")
    with transaction(write=False):
        assert (stamp_of("places"), stamp_of("other"), stamp_of("nothing")) == ("3", "2", None)
