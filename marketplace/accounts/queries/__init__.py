"""Reads of accounts, one noun per file."""

from marketplace.accounts.queries.grants import administrator_count, grant_rows_of, grants_of
from marketplace.accounts.queries.links import account_key, account_of_key, account_of_password_link
from marketplace.accounts.queries.logins import account_by_login, accounts_by_id, is_login_taken, login_of
from marketplace.accounts.queries.mornings import account_of_morning_link, morning_stop_token, officers_to_mail
from marketplace.accounts.queries.pending import confirming_token, pending_by_id, pending_by_token
from marketplace.accounts.queries.people import (
    account_for_administrator,
    accounts_matching,
    own_account,
    recovery_codes_left,
)
from marketplace.accounts.queries.sessions import SignedIn, digest_of, own_session, sessions_of, signed_in_by

__all__ = [
    "SignedIn",
    "account_by_login",
    "account_for_administrator",
    "account_key",
    "account_of_key",
    "account_of_morning_link",
    "account_of_password_link",
    "accounts_by_id",
    "accounts_matching",
    "administrator_count",
    "confirming_token",
    "digest_of",
    "grant_rows_of",
    "grants_of",
    "is_login_taken",
    "login_of",
    "morning_stop_token",
    "officers_to_mail",
    "own_account",
    "own_session",
    "pending_by_id",
    "pending_by_token",
    "recovery_codes_left",
    "sessions_of",
    "signed_in_by",
]
