"""Who may do what with an inquiry: whoever holds the private link, for the link is the permission."""

from marketplace.core.permissions import Permission

holds_the_link = Permission("holds_the_link", lambda actor, target: True, for_strangers=True)
