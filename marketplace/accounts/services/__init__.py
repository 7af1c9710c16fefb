"""Writes of accounts, one noun per file."""

from marketplace.accounts.services.coming_in import (
    confirm_address,
    forget_password,
    forget_pending,
    give_address,
    may_ask_for_password,
    may_mail,
    may_sign_up,
    sign_up,
)
from marketplace.accounts.services.erasing import erase_account
from marketplace.accounts.services.grants import (
    disable_account,
    enable_account,
    give_right,
    grant_administration,
    grant_office,
    revoke_grant,
)
from marketplace.accounts.services.hashing import hashed, is_password, rehashed
from marketplace.accounts.services.own import (
    change_name,
    change_phone,
    check_own_password,
    drop_address,
    want_morning_mail,
)
from marketplace.accounts.services.passwords import (
    check_sign_in,
    hand_out_link,
    may_be_handed,
    password_token,
    set_password,
)
from marketplace.accounts.services.registering import register_account
from marketplace.accounts.services.second_factor import (
    check_own_code,
    check_second_step,
    code_of,
    confirm_second_factor,
    drop_second_factor,
    fresh_secret,
    next_code,
    renew_recovery_codes,
    start_second_factor,
    use_code,
)
from marketplace.accounts.services.sessions import begin_session, end_session, end_sessions, note_seen

__all__ = [
    "begin_session",
    "change_name",
    "change_phone",
    "check_own_code",
    "check_own_password",
    "check_second_step",
    "check_sign_in",
    "code_of",
    "confirm_address",
    "confirm_second_factor",
    "disable_account",
    "drop_address",
    "drop_second_factor",
    "enable_account",
    "end_session",
    "end_sessions",
    "erase_account",
    "forget_password",
    "forget_pending",
    "fresh_secret",
    "give_address",
    "give_right",
    "grant_administration",
    "grant_office",
    "hand_out_link",
    "hashed",
    "is_password",
    "may_ask_for_password",
    "may_be_handed",
    "may_mail",
    "may_sign_up",
    "next_code",
    "note_seen",
    "password_token",
    "register_account",
    "rehashed",
    "renew_recovery_codes",
    "revoke_grant",
    "set_password",
    "sign_up",
    "start_second_factor",
    "use_code",
    "want_morning_mail",
]
