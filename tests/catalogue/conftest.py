"""What several of these files begin with: a supplier's browser and sheet, a product that is shown, papers that wait."""

from collections.abc import Callable

import pytest

from marketplace.catalogue.models import Certificate, Product
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.edits import shown_product
from tests.catalogue.product_sheets import begin
from tests.catalogue.waiting_papers import papers_of_one_decision


@pytest.fixture
def member(sign_in: Callable[[str], Browser]) -> Browser:
    """The browser of the manager of HTX Hồng Luân."""
    return sign_in("member")


@pytest.fixture
def sheet(member: Browser) -> str:
    """The address of a fresh sheet of theirs."""
    return begin(member)


@pytest.fixture
def product(cast: Cast) -> Product:
    """Bún khô of HTX Hồng Luân, which everybody sees."""
    return shown_product(cast)


@pytest.fixture
def papers(cast: Cast) -> list[Certificate]:
    """Three papers of one decision in two spellings, of HTX Hồng Luân; all wait for an officer."""
    return papers_of_one_decision(cast)
