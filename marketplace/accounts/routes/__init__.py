"""Routes of accounts, one noun per file."""

from marketplace.accounts.routes import administration, coming_in, mornings, own, passwords, second_factor, signing_in
from marketplace.accounts.routes.registry import section

__all__ = ["administration", "coming_in", "mornings", "own", "passwords", "second_factor", "section", "signing_in"]
