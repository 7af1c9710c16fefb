"""Administrative units of Vietnam in time: before and since 1 July 2025, and what became of what."""
