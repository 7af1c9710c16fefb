"""What several of these files begin with."""

import pytest

from marketplace.catalogue.models import Certificate
from tests.cast import Cast
from tests.catalogue.waiting_papers import papers_of_one_decision


@pytest.fixture
def papers(cast: Cast) -> list[Certificate]:
    """Three papers of one decision in two spellings, of HTX Hồng Luân; all wait for an officer."""
    return papers_of_one_decision(cast)
