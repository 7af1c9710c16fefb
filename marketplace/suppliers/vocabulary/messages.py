"""What words between an officer and a person are about, and from which side they come."""

from typing import Literal

Subject = Literal["application", "claim", "supplier", "product", "certificate", "report"]
Side = Literal["person", "officer"]
LONGEST_MESSAGE = 2000  # characters
