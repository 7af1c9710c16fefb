"""Reading and writing what Vietnamese people type: names, money, amounts, phones, dates."""

from marketplace.core.text.refusals import TextRefused

__all__ = ["TextRefused"]
