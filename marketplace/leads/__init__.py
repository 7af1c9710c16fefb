"""Leads: facts about what came of a contact between a buyer and a supplier."""
