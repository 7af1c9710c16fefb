"""What links are for, and for how long."""

from datetime import timedelta

LINK_PURPOSE = "invitation"  # signs the links, so that those on the way stay good
INVITED_FOR = timedelta(days=14)
HANDED_FOR = timedelta(days=1)  # from an officer's hand, perhaps by telephone
