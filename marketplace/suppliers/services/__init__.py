"""Every write of suppliers, one noun per file."""

from marketplace.suppliers.services.applications import (
    answer_officer,
    apply,
    ask_for_changes,
    pass_application,
    refuse_application,
    withdraw_application,
)
from marketplace.suppliers.services.claim_codes import (
    is_try_allowed,
    make_code,
    redeem_code,
    withdraw_codes,
)
from marketplace.suppliers.services.claims import (
    approve_claim,
    ask_claimant,
    make_claim,
    put_scan,
    refuse_claim,
    revoke_claim,
    withdraw_claim,
    write_to_officer,
)
from marketplace.suppliers.services.decisions import close, decide, reinstate, suspend
from marketplace.suppliers.services.invitations import accept_invitation, cancel_invitation, hand_over, invite
from marketplace.suppliers.services.leaving import leave_for_good
from marketplace.suppliers.services.members import (
    add_member,
    add_or_raise,
    change_role,
    end_all,
    end_everybody,
    end_membership,
    give_mailbox,
    lock_members,
    remove_member,
)
from marketplace.suppliers.services.merges import merge_suppliers, say_distinct, undo_supplier_merge, unsay_distinct
from marketplace.suppliers.services.messages import erase_messages, write_message
from marketplace.suppliers.services.organisations import (
    doubt_phone,
    keep_usual_answer,
    put_contact,
    put_place,
    register_supplier,
    register_suppliers,
    update_supplier,
    verify_supplier,
)
from marketplace.suppliers.services.own_pages import ask_for_correction, put_own_contact, put_words

__all__ = [
    "accept_invitation",
    "add_member",
    "add_or_raise",
    "answer_officer",
    "apply",
    "approve_claim",
    "ask_claimant",
    "ask_for_changes",
    "ask_for_correction",
    "cancel_invitation",
    "change_role",
    "close",
    "decide",
    "doubt_phone",
    "end_all",
    "end_everybody",
    "end_membership",
    "erase_messages",
    "give_mailbox",
    "hand_over",
    "invite",
    "is_try_allowed",
    "keep_usual_answer",
    "leave_for_good",
    "lock_members",
    "make_claim",
    "make_code",
    "merge_suppliers",
    "pass_application",
    "put_contact",
    "put_own_contact",
    "put_place",
    "put_scan",
    "put_words",
    "redeem_code",
    "refuse_application",
    "refuse_claim",
    "register_supplier",
    "register_suppliers",
    "reinstate",
    "remove_member",
    "revoke_claim",
    "say_distinct",
    "suspend",
    "undo_supplier_merge",
    "unsay_distinct",
    "update_supplier",
    "verify_supplier",
    "withdraw_application",
    "withdraw_claim",
    "withdraw_codes",
    "write_message",
    "write_to_officer",
]
