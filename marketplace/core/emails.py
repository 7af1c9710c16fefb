"""E-mail addresses: checked for their shape, written in lower case, never looked up."""

from email_validator import EmailNotValidError, validate_email

from marketplace.core.text import TextRefused
from marketplace.core.texts import N_

SHAPE = N_("Địa chỉ thư chưa đúng, ví dụ đúng: ten@example.org")


def parse_email(text: str) -> str:
    """The address in lower case; raises TextRefused (``email_shape``). Reserved domains such as example.org pass."""
    try:
        checked = validate_email(text.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise TextRefused("email_shape", SHAPE) from error
    return checked.normalized.lower()
