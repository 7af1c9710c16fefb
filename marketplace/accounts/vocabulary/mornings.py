"""The officers' morning mail: for whom it is written, and with what it is stopped."""

from dataclasses import dataclass

STOP_MORNINGS = "stop-morning-mail"  # signs the link that stands in every such mail; it stays good


@dataclass(frozen=True)
class OfficerMorning:
    """It is the morning of ``day`` (ISO) for an officer who has mail then, if anything waits."""

    account_id: int
    day: str


def morning_key(account_id: int, day: str) -> str:
    """Under which it is written once."""
    return f"OfficerMorning/{account_id}/{day}"
