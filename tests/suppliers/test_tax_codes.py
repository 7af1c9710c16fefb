"""Tax codes whose check digit doesn't fit are a reason to look twice; they are never refused."""

from collections.abc import Callable

import pytest

from marketplace.suppliers.vocabulary.tax_codes import is_tax_code_doubtful
from tests.browse import Browser
from tests.suppliers.applying import QUEUE, applied

SignIn = Callable[[str], Browser]


# Codes of well-known companies, as they print them on their own pages.
@pytest.mark.parametrize("code", ["0300588569", "0101248141", "0300588569-001", "0300588569001"])
def test_real_codes_fit(code: str) -> None:
    assert not is_tax_code_doubtful(code)


@pytest.mark.parametrize("digit", range(10))
def test_of_ten_last_digits_one_fits(digit: int) -> None:
    assert is_tax_code_doubtful(f"030058856{digit}") is (digit != 9)


def test_two_digits_that_were_swapped_are_noticed() -> None:
    assert is_tax_code_doubtful("0300585869")


@pytest.mark.parametrize("code", [None, "", "012345678901", "4700", "chưa có"])
def test_what_has_no_check_digit_is_left_alone(code: str | None) -> None:
    assert not is_tax_code_doubtful(code)


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(("code", "doubted"), [("0300588569", False), ("0300588560", True)])
def test_a_tax_code_that_cannot_be_right_is_taken_and_pointed_out_to_both(
    sign_in: SignIn, code: str, doubted: bool
) -> None:
    applicant = sign_in("trader")
    row = applied(applicant, tax_code=code)
    shown = sign_in("commune_officer").get(f"{QUEUE}/{row.public_id}").text
    assert code in shown and ("số cuối không khớp" in shown) is doubted
    assert (f"mã số thuế {code} không khớp" in applicant.get("/ban-hang/ho-so").text) is doubted
