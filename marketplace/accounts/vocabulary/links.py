"""What links are for, and for how long."""

from datetime import timedelta

LINK_PURPOSE = "invitation"  # signs the links, so that those on the way stay good
INVITED_FOR = timedelta(days=14)
