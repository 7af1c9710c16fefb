"""The second factor: codes of 30 seconds (RFC 6238), and codes that stand in once when the phone is lost."""

from dataclasses import dataclass

STEP_SECONDS = 30
RECOVERY_CODES = 8
# Secrets of the demonstration begin like this: they are public, and its pages may say their present code.
SHOWN_SECRETS = "CHOPHIEN"


@dataclass(frozen=True)
class SecondStep:
    """The outcome of a code that was checked before any transaction."""

    is_right: bool
    is_limited: bool = False
