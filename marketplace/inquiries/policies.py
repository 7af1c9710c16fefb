"""Who may do what with an inquiry: whoever holds the private link, which is the permission; and officers, who ring."""

from marketplace.core.permissions import Permission

holds_the_link = Permission("holds_the_link", lambda actor, target: True, for_strangers=True)

# The loader stays within the officer's areas and the list already; noting wants more than viewing.
may_see_call = Permission("may_see_call", lambda actor, target: actor.is_officer or actor.is_administrator)
may_note_call = Permission("may_note_call", lambda actor, call: call.may_note)
