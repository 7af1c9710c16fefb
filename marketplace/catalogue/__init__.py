"""Products and their versions, packs, offers and certificates."""
