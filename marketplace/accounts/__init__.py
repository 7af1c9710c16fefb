"""People who sign in: accounts, grants to officers, sessions."""
